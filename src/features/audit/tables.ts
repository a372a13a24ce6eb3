import { jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { idColumn, momentColumn } from '../../server/columns.ts'
import { declareVisibility, machinery } from '../../server/visibility.ts'

/** Append-only: the application's role may insert and read, never change or remove. */
export const auditEntries = pgTable('audit_entry', {
  id: idColumn<'auditEntry'>('id').primaryKey(),
  at: momentColumn('at').notNull(),
  actorKind: text('actor_kind').$type<'person' | 'link' | 'job' | 'operator' | 'nobody'>().notNull(),
  personId: idColumn<'person'>('person_id'),
  requestId: text('request_id').notNull(),
  action: text('action').notNull(),
  subjectId: text('subject_id').notNull(),
  organisationId: idColumn<'organisation'>('organisation_id'),
  before: jsonb('before'),
  after: jsonb('after'),
})

/** Who opened or exported a person's card. Append-only as well. */
export const personReads = pgTable('person_read', {
  id: idColumn<'personRead'>('id').primaryKey(),
  at: momentColumn('at').notNull(),
  readerId: idColumn<'person'>('reader_id'),
  readerKind: text('reader_kind').notNull(),
  route: text('route').notNull(),
  subjectId: text('subject_id').notNull(),
  requestId: text('request_id').notNull(),
})

declareVisibility(auditEntries, machinery)
declareVisibility(personReads, machinery)
