import * as z from 'zod'
import { Moment } from '../../kernel/contract.ts'
import { DaySchema } from '../../kernel/day.ts'
import { idOf } from '../../kernel/id.ts'
import { FileView } from '../files/contract.ts'
import { documentKinds, documentStatuses, onBehalfWays, paperForms, signatureForms } from './document.ts'

export const DocumentId = idOf<'document'>()
export const OrganisationId = idOf<'organisation'>()

export const Line = (most: number) => z.string().trim().max(most)
export const Words = (most: number) => z.string().trim().min(1).max(most)
const Paragraphs = z.array(Words(8000)).max(200)

/** What is written by hand; tables and annexes stay as they were filled from the project's records. */
export const DocumentText = z.strictObject({
  heading: Line(1000),
  place: Line(200).nullable(),
  addressees: z.array(Words(600)).max(50),
  preamble: Paragraphs,
  decision: Line(200).nullable(),
  clauses: z.array(z.strictObject({ text: Words(8000), clauses: Paragraphs })).max(200),
  closing: Paragraphs,
  signatory: z.strictObject({ post: Words(400), name: Words(200) }).nullable(),
  agreed: z.array(z.strictObject({ post: Line(400), name: Words(200), date: DaySchema.nullable() })).max(20),
  toAcquaint: z.array(Words(400)).max(200),
  executor: Line(400).nullable(),
})

const AnnexView = z.object({
  orientation: z.enum(['portrait', 'landscape']),
  title: z.string().nullable(),
  rows: z.int(),
})

const CertificateView = z.object({
  serial: z.string(),
  owner: z.string(),
  issuer: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
})

const SignatureView = z.object({
  id: idOf<'documentSignature'>(),
  form: z.enum(signatureForms),
  signer: z.string(),
  signedOn: DaySchema,
  certificate: CertificateView.nullable(),
  addedBy: z.string().nullable(),
  addedAt: Moment,
  file: FileView.extend({ sha256: z.string() }),
})

const AcquaintanceView = z.object({
  name: z.string(),
  acquaintedOn: DaySchema,
  onBehalf: z.enum(onBehalfWays).nullable(),
  recordedBy: z.string().nullable(),
})

const AddresseeView = z.object({
  organisationId: OrganisationId,
  shortName: z.string(),
  acquaintances: z.array(AcquaintanceView),
})

export const DocumentSummary = z.object({
  id: DocumentId,
  kind: z.enum(documentKinds),
  status: z.enum(documentStatuses),
  number: z.string().nullable(),
  signedOn: DaySchema.nullable(),
  title: z.string(),
  sender: z.string().nullable(),
  dueOn: DaySchema.nullable(),
  dueTime: z.string().nullable(),
  organisation: z.string(),
  fileId: idOf<'file'>().nullable(),
  createdAt: Moment,
})

export const DocumentView = DocumentSummary.extend({
  organisationId: OrganisationId,
  rowVersion: z.int(),
  /** Null where the paper was not written here. */
  text: DocumentText.nullable(),
  annexes: z.array(AnnexView),
  /** As they were made when the paper got its number. */
  papers: z.array(FileView.extend({ form: z.enum(paperForms), sha256: z.string() })),
  signatures: z.array(SignatureView),
  addressees: z.array(AddresseeView),
  createdBy: z.string().nullable(),
  mayKeep: z.boolean(),
  /** Of which addressees the reader may say herself that she has read it. */
  mayBeAcquaintedFor: z.array(OrganisationId),
})

const LetterheadView = z.object({
  id: idOf<'letterhead'>(),
  name: z.string(),
  fileId: idOf<'file'>(),
  organisationId: OrganisationId,
  organisation: z.string(),
  rowVersion: z.int(),
})
export const Letterheads = z.object({ letterheads: z.array(LetterheadView) })

export type LetterheadView = z.infer<typeof LetterheadView>
export type DocumentText = z.infer<typeof DocumentText>
export type DocumentView = z.infer<typeof DocumentView>
export type DocumentSummary = z.infer<typeof DocumentSummary>
