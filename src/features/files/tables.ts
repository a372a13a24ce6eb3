import { sql } from 'drizzle-orm'
import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { idColumn, momentColumn } from '../../server/columns.ts'
import { declareVisibility } from '../../server/visibility.ts'
import { ownSubtree, subtreeOf } from '../organisations/visibility.ts'

/** A file that somebody gave; its bytes lie on disk under their hash, once however often they are given. */
export const files = pgTable('file', {
  id: idColumn<'file'>('id').primaryKey(),
  /** Whose file it is: the organisation and everything above it see it. */
  organisationId: idColumn<'organisation'>('organisation_id').notNull(),
  sha256: text('sha256').notNull(),
  size: integer('size').notNull(),
  /** By content, never by the name. */
  type: text('type').notNull(),
  name: text('name').notNull(),
  givenBy: idColumn<'person'>('given_by'),
  givenAt: momentColumn('given_at').notNull(),
})

/** To whom a file was handed: the letter of a task to its recipients, the signed order to the schools it was sent to. */
export const fileShares = pgTable(
  'file_share',
  {
    fileId: idColumn<'file'>('file_id').notNull(),
    organisationId: idColumn<'organisation'>('organisation_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.fileId, table.organisationId] })],
)

const own = ownSubtree(files.organisationId)

declareVisibility(files, {
  kind: 'participants of this thing',
  where: (actor) => sql`(${own.where(actor)} or ${files.id} in (
    select s.file_id from file_share s where s.organisation_id in ${subtreeOf(actor)}))`,
})
declareVisibility(fileShares, ownSubtree(fileShares.organisationId))
