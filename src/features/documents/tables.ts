import { pgTable, text } from 'drizzle-orm/pg-core'
import { dayColumn, idColumn, momentColumn } from '../../server/columns.ts'
import { declareVisibility } from '../../server/visibility.ts'
import { sharedDown } from '../organisations/visibility.ts'
import type { DocumentKind } from './document.ts'

/** A paper of an office: its number is typed in from the office's own journal. */
export const documents = pgTable('document', {
  id: idColumn<'document'>('id').primaryKey(),
  organisationId: idColumn<'organisation'>('organisation_id').notNull(),
  kind: text('kind').$type<DocumentKind>().notNull(),
  number: text('number'),
  signedOn: dayColumn('signed_on'),
  title: text('title').notNull(),
  /** From whom an incoming letter came. */
  sender: text('sender'),
  fileId: idColumn<'file'>('file_id'),
  /** The signed paper itself, where it was scanned. */
  scanId: idColumn<'scan'>('scan_id'),
  createdAt: momentColumn('created_at').notNull(),
})

// The authority's orders are for its schools to read.
declareVisibility(documents, sharedDown(documents.organisationId))
