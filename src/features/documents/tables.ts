import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { dayColumn, idColumn, momentColumn, rowVersionColumn } from '../../server/columns.ts'
import { declareVisibility } from '../../server/visibility.ts'
import { ownSubtree } from '../organisations/visibility.ts'
import type {
  Audience,
  Certificate,
  DocumentKind,
  DocumentStatus,
  OnBehalf,
  PaperForm,
  SignatureForm,
} from './document.ts'
import type { DocumentBody } from './document-body.ts'
import { addressedByOwner, issuedToAddressees, ofAddressee, ofDocument } from './visibility.ts'

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
  status: text('status').$type<DocumentStatus>().notNull().default('registered'),
  /** Null where the paper was not written here. */
  body: jsonb('body').$type<DocumentBody>(),
  audience: text('audience').$type<Audience>().notNull().default('everyone'),
  programmeId: idColumn<'programme'>('programme_id'),
  /** By when an incoming letter asks for an answer. */
  dueOn: dayColumn('due_on'),
  dueTime: text('due_time'),
  createdBy: idColumn<'person'>('created_by'),
  rowVersion: rowVersionColumn(),
})

export const documentAddressees = pgTable(
  'document_addressee',
  {
    documentId: idColumn<'document'>('document_id').notNull(),
    organisationId: idColumn<'organisation'>('organisation_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.organisationId] })],
)

/** A scan of the signed paper, or a detached signature with what its certificate says. Written once. */
export const documentSignatures = pgTable('document_signature', {
  id: idColumn<'documentSignature'>('id').primaryKey(),
  documentId: idColumn<'document'>('document_id').notNull(),
  form: text('form').$type<SignatureForm>().notNull(),
  fileId: idColumn<'file'>('file_id').notNull(),
  signer: text('signer').notNull(),
  signedOn: dayColumn('signed_on').notNull(),
  certificate: jsonb('certificate').$type<Certificate>(),
  addedBy: idColumn<'person'>('added_by'),
  addedAt: momentColumn('added_at').notNull(),
})

/** What was made of a paper when it got its number, and its marked copies. Written once. */
export const documentFiles = pgTable(
  'document_file',
  {
    documentId: idColumn<'document'>('document_id').notNull(),
    form: text('form').$type<PaperForm>().notNull(),
    place: integer('place').notNull(),
    fileId: idColumn<'file'>('file_id').notNull(),
    madeAt: momentColumn('made_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.form, table.place] })],
)

/** «Ознакомлен». Written once. */
export const documentAcquaintances = pgTable('document_acquaintance', {
  id: idColumn<'documentAcquaintance'>('id').primaryKey(),
  documentId: idColumn<'document'>('document_id').notNull(),
  organisationId: idColumn<'organisation'>('organisation_id').notNull(),
  personId: idColumn<'person'>('person_id'),
  name: text('name').notNull(),
  acquaintedOn: dayColumn('acquainted_on').notNull(),
  onBehalf: text('on_behalf').$type<OnBehalf>(),
  recordedBy: idColumn<'person'>('recorded_by'),
  recordedAt: momentColumn('recorded_at').notNull(),
})

/** An office's own .docx with fields; a retired one prints nothing more. */
export const letterheads = pgTable('letterhead', {
  id: idColumn<'letterhead'>('id').primaryKey(),
  organisationId: idColumn<'organisation'>('organisation_id').notNull(),
  name: text('name').notNull(),
  fileId: idColumn<'file'>('file_id').notNull(),
  addedBy: idColumn<'person'>('added_by'),
  addedAt: momentColumn('added_at').notNull(),
  retiredAt: momentColumn('retired_at'),
  rowVersion: rowVersionColumn(),
})

declareVisibility(documents, issuedToAddressees(documents))
declareVisibility(
  documentAddressees,
  addressedByOwner(documentAddressees.documentId, documentAddressees.organisationId),
)
declareVisibility(documentFiles, ofDocument(documentFiles.documentId))
declareVisibility(documentSignatures, ofDocument(documentSignatures.documentId))
declareVisibility(
  documentAcquaintances,
  ofAddressee(documentAcquaintances.documentId, documentAcquaintances.organisationId),
)
declareVisibility(letterheads, ownSubtree(letterheads.organisationId))
