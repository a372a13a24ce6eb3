import { sql } from 'drizzle-orm'
import { boolean, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { idColumn, momentColumn } from '../../server/columns.ts'
import { declareVisibility } from '../../server/visibility.ts'
import { ownSubtree, sharedDown } from '../organisations/visibility.ts'

/** A file that somebody gave; its bytes lie on disk under their hash, once however often they are given. */
export const files = pgTable('file', {
  id: idColumn<'file'>('id').primaryKey(),
  /** Whose file it is: the organisation and everything above it see it. */
  organisationId: idColumn<'organisation'>('organisation_id').notNull(),
  /** The owner lets the organisations below read it: the letter of a task, the signed order. */
  sharedDown: boolean('shared_down').notNull().default(false),
  sha256: text('sha256').notNull(),
  size: integer('size').notNull(),
  /** By content, never by the name. */
  type: text('type').notNull(),
  name: text('name').notNull(),
  givenBy: idColumn<'person'>('given_by'),
  givenAt: momentColumn('given_at').notNull(),
})

const own = ownSubtree(files.organisationId)
const shared = sharedDown(files.organisationId)

declareVisibility(files, {
  kind: 'shared down by its owner',
  where: (actor) => sql`(${own.where(actor)} or (${files.sharedDown} and ${shared.where(actor)}))`,
})
