import { jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { dayColumn, idColumn, momentColumn } from '../../server/columns.ts'
import { declareVisibility } from '../../server/visibility.ts'
import { ownSubtree } from '../organisations/visibility.ts'
import type { Destroyed } from './destruction.ts'

/** The act by which a person's data were destroyed; it names the person by number alone. */
export const destructionActs = pgTable('destruction_act', {
  id: idColumn<'destructionAct'>('id').primaryKey(),
  personId: idColumn<'person'>('person_id').notNull(),
  organisationId: idColumn<'organisation'>('organisation_id').notNull(),
  number: text('number').notNull(),
  signedOn: dayColumn('signed_on').notNull(),
  reason: text('reason').notNull(),
  /** Until when copies of the database may still hold the data. */
  backupsUntil: dayColumn('backups_until').notNull(),
  orderedBy: idColumn<'person'>('ordered_by'),
  orderedAt: momentColumn('ordered_at').notNull(),
  doneAt: momentColumn('done_at'),
  destroyed: jsonb('destroyed').$type<Destroyed[]>().notNull(),
})

declareVisibility(destructionActs, ownSubtree(destructionActs.organisationId))
