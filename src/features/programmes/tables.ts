import { sql } from 'drizzle-orm'
import { boolean, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { dayColumn, idColumn, momentColumn, rowVersionColumn } from '../../server/columns.ts'
import { declareVisibility } from '../../server/visibility.ts'
import type { SupportVariant } from './programme.ts'
import { inProject, ownProgramme, programmesSent, takenInByOwner } from './visibility.ts'

/** «Проект сопровождения» of one authority for one year. */
export const programmes = pgTable('programme', {
  id: idColumn<'programme'>('id').primaryKey(),
  authorityId: idColumn<'organisation'>('authority_id').notNull(),
  title: text('title').notNull(),
  /** What its order called it, where the title was corrected since: the same order, read again, finds it. */
  firstTitle: text('first_title'),
  /** The calendar year, or the first year of the school year. */
  year: integer('year').notNull(),
  isSchoolYear: boolean('is_school_year').notNull().default(false),
  startsOn: dayColumn('starts_on').notNull(),
  endsOn: dayColumn('ends_on').notNull(),
  coordinatorId: idColumn<'person'>('coordinator_id'),
  /** Who keeps control, in the order's words («оставляю за собой»), and the person once she has an account. */
  controllerText: text('controller_text').notNull().default(''),
  controllerId: idColumn<'person'>('controller_id'),
  createdAt: momentColumn('created_at').notNull(),
  /** What is closed is read and no longer changed: the database refuses the writes. */
  closedAt: momentColumn('closed_at'),
  closedBy: idColumn<'person'>('closed_by'),
  closedReason: text('closed_reason').notNull().default(''),
  rowVersion: rowVersionColumn(),
})

/** A school that takes part, with the variant of support in force. */
export const participants = pgTable(
  'participant',
  {
    programmeId: idColumn<'programme'>('programme_id').notNull(),
    organisationId: idColumn<'organisation'>('organisation_id').notNull(),
    variant: text('variant').$type<SupportVariant>().notNull().default('undefined'),
    joinedAt: momentColumn('joined_at').notNull(),
    leftAt: momentColumn('left_at'),
    rowVersion: rowVersionColumn(),
  },
  (table) => [primaryKey({ columns: [table.programmeId, table.organisationId] })],
)

/** Every change of a school's variant, with its reason. Never changed afterwards. */
export const variantChanges = pgTable('variant_change', {
  id: idColumn<'variantChange'>('id').primaryKey(),
  programmeId: idColumn<'programme'>('programme_id').notNull(),
  organisationId: idColumn<'organisation'>('organisation_id').notNull(),
  variant: text('variant').$type<SupportVariant>().notNull(),
  reason: text('reason').notNull(),
  changedAt: momentColumn('changed_at').notNull(),
  changedBy: idColumn<'person'>('changed_by'),
})

declareVisibility(programmes, ownProgramme(programmes), {
  because: 'a school that has left still reads the plan that it was sent',
  reads: (scope) => sql`${programmes.id} in ${programmesSent(scope)}`,
})
declareVisibility(participants, takenInByOwner(participants))
declareVisibility(variantChanges, inProject(variantChanges.programmeId, variantChanges.organisationId))
