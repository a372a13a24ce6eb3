import * as z from 'zod'
import { Done, defineContract, FileAnswer, Moment, RowVersion } from '../../kernel/contract.ts'
import { idOf } from '../../kernel/id.ts'
import { MAX_FILE_BYTES } from '../files/contract.ts'
import { MOST_ROWS, organisationColumns, peopleColumns, sheetKinds } from './columns.ts'
import { answersToNamesake, faultCodes, registryStatuses, verdicts } from './preview.ts'

const callers = ['administrator', 'municipal_coordinator'] as const
const ImportId = idOf<'registryImport'>()
const One = z.object({ id: ImportId, rowVersion: RowVersion })
const Column = z.enum([...new Set([...organisationColumns, ...peopleColumns])])

const EntryView = z.object({
  sheet: z.enum(sheetKinds),
  row: z.int(),
  name: z.string(),
  verdict: z.enum(verdicts),
  changes: z.array(z.object({ column: Column, before: z.string(), after: z.string() })),
  faults: z.array(z.object({ column: Column, code: z.enum(faultCodes), said: z.string() })),
  asks: z.string().nullable(),
})

export const RegistrySummary = z.object({
  id: ImportId,
  name: z.string(),
  status: z.enum(registryStatuses),
  createdAt: Moment,
  rowVersion: z.int(),
})

export const RegistryView = RegistrySummary.extend({
  note: z.string(),
  counts: z.record(z.enum(verdicts), z.int()),
  /** The first of what was asked for: whatever needs a person comes before what does not. */
  entries: z.array(EntryView),
  progress: z.object({ done: z.int(), total: z.int() }).nullable(),
  /** People whom it made. */
  made: z.int(),
})

export const registryContract = defineContract({
  listRegistryImports: {
    method: 'GET',
    path: '/registry-imports',
    callers,
    input: z.object({}),
    output: z.object({ imports: z.array(RegistrySummary) }),
  },
  startRegistryImport: {
    method: 'POST',
    path: '/registry-imports',
    callers,
    upload: { maxBytes: MAX_FILE_BYTES },
    input: z.object({ name: z.string().trim().min(1).max(200) }),
    output: RegistrySummary,
  },
  loadRegistryImport: {
    method: 'GET',
    path: '/registry-imports/:id',
    callers,
    reads: 'person',
    input: z.object({ id: ImportId, verdict: z.enum(verdicts).optional() }),
    output: RegistryView,
  },
  /** «Это он же» or «другой человек» about one row. */
  answerNamesake: {
    method: 'PUT',
    path: '/registry-imports/:id/answers',
    callers,
    input: z.object({ ...One.shape, row: z.int().min(1).max(MOST_ROWS), answer: z.enum(answersToNamesake) }),
    output: RegistrySummary,
  },
  applyRegistryImport: {
    method: 'POST',
    path: '/registry-imports/:id/application',
    callers,
    input: One,
    output: RegistrySummary,
  },
  abandonRegistryImport: { method: 'DELETE', path: '/registry-imports/:id', callers, input: One, output: Done },
  /** Links to sign in for everybody whom the table has made. */
  invitePeopleOfRegistry: {
    method: 'POST',
    path: '/registry-imports/:id/invitations',
    callers,
    input: One,
    output: z.object({ made: z.int() }),
  },
  downloadFaults: {
    method: 'GET',
    path: '/registry-imports/:id/faults.xlsx',
    callers,
    reads: 'person',
    input: z.object({ id: ImportId }),
    output: FileAnswer,
    download: true,
  },
  downloadRegistryTemplate: {
    method: 'GET',
    path: '/registry/template.xlsx',
    callers,
    input: z.object({}),
    output: FileAnswer,
    download: true,
  },
  exportRegistry: {
    method: 'GET',
    path: '/registry/export.xlsx',
    callers,
    reads: 'person',
    input: z.object({}),
    output: FileAnswer,
    download: true,
  },
})
