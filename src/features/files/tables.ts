import { integer, pgTable, text } from 'drizzle-orm/pg-core'
import { idColumn, momentColumn } from '../../server/columns.ts'
import { declareVisibility } from '../../server/visibility.ts'
import { ownSubtree } from '../organisations/visibility.ts'

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

declareVisibility(files, ownSubtree(files.organisationId))
