import * as z from 'zod'
import { readers } from '../../kernel/actor.ts'
import { defineContract, FileAnswer, RowVersion } from '../../kernel/contract.ts'
import { DaySchema } from '../../kernel/day.ts'
import { idOf } from '../../kernel/id.ts'
import { MAX_FILE_BYTES } from '../files/contract.ts'
import {
  documentKinds,
  documentStatuses,
  onBehalfWays,
  paperFormats,
  signatureForms,
  writtenKinds,
} from './document.ts'
import {
  DocumentId,
  DocumentSummary,
  DocumentText,
  DocumentView,
  Letterheads,
  Line,
  OrganisationId,
  Words,
} from './view.ts'

const keepers = ['municipal_coordinator', 'authority_head'] as const

/** A letterhead with its pictures; more is a scan. */
const MAX_LETTERHEAD_BYTES = 5 * 1024 * 1024

const search = {
  kind: z.enum(documentKinds).optional(),
  status: z.enum(documentStatuses).optional(),
  text: Line(200).optional(),
  from: DaySchema.optional(),
  to: DaySchema.optional(),
}

const versioned = { id: DocumentId, rowVersion: RowVersion }

export const documentsContract = defineContract({
  listDocuments: {
    method: 'GET',
    path: '/documents',
    callers: readers,
    input: z.object({ ...search, page: z.coerce.number().int().min(1).max(10_000).default(1) }),
    output: z.object({ documents: z.array(DocumentSummary), total: z.int(), mayKeep: z.boolean() }),
  },
  /** The journal as it is filtered, in .xlsx. */
  exportDocuments: {
    method: 'GET',
    path: '/documents.xlsx',
    callers: readers,
    input: z.object(search),
    output: FileAnswer,
    download: true,
  },
  loadDocument: {
    method: 'GET',
    path: '/documents/:id',
    callers: readers,
    input: z.object({ id: DocumentId }),
    output: DocumentView,
  },
  draftDocument: {
    method: 'POST',
    path: '/documents',
    callers: keepers,
    input: z.object({
      /** The office that writes it; needed only where the caller keeps the papers of several. */
      ownerId: OrganisationId.optional(),
      kind: z.enum(writtenKinds),
      heading: Line(1000).default(''),
    }),
    output: DocumentView,
  },
  changeDraft: {
    method: 'PUT',
    path: '/documents/:id',
    callers: keepers,
    input: z.object({
      ...versioned,
      text: DocumentText,
      organisationIds: z.array(OrganisationId).max(1000),
    }),
    output: DocumentView,
  },
  abandonDraft: {
    method: 'POST',
    path: '/documents/:id/abandonment',
    callers: keepers,
    input: z.object(versioned),
    output: DocumentView,
  },
  /** Number and date come from the office's own journal, on paper or elsewhere; the files are made now and stand. */
  registerDraft: {
    method: 'POST',
    path: '/documents/:id/registration',
    callers: keepers,
    input: z.object({
      ...versioned,
      number: Words(100),
      date: DaySchema,
      /** On which letterhead of the office the .docx is made. */
      letterheadId: idOf<'letterhead'>().optional(),
    }),
    output: DocumentView,
  },
  /** The body is the scan, or the detached signature. */
  signDocument: {
    method: 'POST',
    path: '/documents/:id/signatures',
    callers: keepers,
    input: z.object({
      id: DocumentId,
      // In an upload the version travels in the address.
      rowVersion: z.coerce.number<string | number>().int().min(1),
      name: z.string().trim().min(1).max(255),
      form: z.enum(signatureForms),
      signer: Line(200).default(''),
      signedOn: DaySchema,
    }),
    upload: { maxBytes: MAX_FILE_BYTES },
    output: DocumentView,
  },
  /** «Ознакомлен»; of a school that said so otherwise, its office records it. */
  acquaint: {
    method: 'POST',
    path: '/documents/:id/acquaintances',
    callers: ['municipal_coordinator', 'authority_head', 'school_head', 'school_team'],
    input: z.object({
      id: DocumentId,
      organisationId: OrganisationId,
      name: Line(200).default(''),
      acquaintedOn: DaySchema.optional(),
      onBehalf: z.enum(onBehalfWays).nullable().default(null),
    }),
    output: DocumentView,
  },
  /** An incoming letter under the number and date of its sender. */
  receiveLetter: {
    method: 'POST',
    path: '/incoming-letters',
    callers: keepers,
    input: z.object({
      ownerId: OrganisationId.optional(),
      name: z.string().trim().min(1).max(255),
      number: Line(100).default(''),
      date: DaySchema.optional(),
      sender: Words(400),
      title: Words(1000),
      dueOn: DaySchema.optional(),
      dueTime: z
        .string()
        .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
        .optional(),
    }),
    upload: { maxBytes: MAX_FILE_BYTES },
    output: DocumentView,
  },
  listLetterheads: {
    method: 'GET',
    path: '/letterheads',
    callers: keepers,
    input: z.object({}),
    output: Letterheads,
  },
  /** The body is a .docx with fields; one that cannot be filled is refused with the place of each fault. */
  addLetterhead: {
    method: 'POST',
    path: '/letterheads',
    callers: keepers,
    input: z.object({ ownerId: OrganisationId.optional(), name: z.string().trim().min(1).max(255) }),
    upload: { maxBytes: MAX_LETTERHEAD_BYTES },
    output: Letterheads,
  },
  retireLetterhead: {
    method: 'POST',
    path: '/letterheads/:id/retirement',
    callers: keepers,
    input: z.object({ id: idOf<'letterhead'>(), rowVersion: RowVersion }),
    output: Letterheads,
  },
  /** `marked`: the copy with the mark of the electronic signature. `zip`: the package for an electronic office, with the signatures. */
  printDocument: {
    method: 'GET',
    path: '/documents/:id/paper',
    callers: readers,
    input: z.object({
      id: DocumentId,
      format: z.enum(paperFormats),
      /** Of a draft's .docx: on which letterhead of the office. */
      letterheadId: idOf<'letterhead'>().optional(),
    }),
    output: FileAnswer,
    download: true,
  },
})

export type DocumentSearch = Pick<z.infer<typeof documentsContract.listDocuments.input>, keyof typeof search>
