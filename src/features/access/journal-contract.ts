import * as z from 'zod'
import { defineContract, FileAnswer, Moment } from '../../kernel/contract.ts'
import { DaySchema } from '../../kernel/day.ts'
import { idOf } from '../../kernel/id.ts'

/** Where a page goes on: the moment and id of the last entry of the page before. */
const Cursor = z.string().regex(/^\d{4}-\d\d-\d\dT[\d:.]+Z_[0-9a-f-]{36}$/)

const filters = {
  person: idOf<'person'>().optional(),
  organisation: idOf<'organisation'>().optional(),
  kind: z.string().max(40).optional(),
  from: DaySchema.optional(),
  to: DaySchema.optional(),
}

const JournalEntry = z.object({
  id: idOf<'auditEntry'>(),
  at: Moment,
  actorKind: z.enum(['person', 'link', 'job', 'operator', 'nobody']),
  personName: z.string().nullable(),
  /** «И. о.»: the absent person in whose place it was done. */
  insteadOf: z.string().nullable(),
  action: z.string(),
  subjectName: z.string().nullable(),
  organisationName: z.string().nullable(),
  /** JSON texts; null where nothing was written down. */
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** By which act the values were destroyed. */
  erasedBy: z.string().nullable(),
})

const PersonRead = z.object({
  id: idOf<'personRead'>(),
  at: Moment,
  readerName: z.string().nullable(),
  readerKind: z.string(),
  route: z.string(),
  /** The card itself, or a list in which the person stood. */
  isList: z.boolean(),
})

/** Administrators and heads read the journal of what is theirs, and nothing beside it. */
const readers = ['administrator', 'authority_head'] as const

export const journalContract = defineContract({
  listJournal: {
    method: 'GET',
    path: '/journal',
    callers: readers,
    reads: 'person',
    input: z.object({ ...filters, before: Cursor.optional() }),
    output: z.object({
      entries: z.array(JournalEntry),
      next: z.string().nullable(),
      lastSeal: z.object({ number: z.int(), sealedAt: Moment }).nullable(),
    }),
  },
  exportJournal: {
    method: 'GET',
    path: '/journal/export',
    callers: readers,
    reads: 'person',
    input: z.object(filters),
    output: FileAnswer,
    download: true,
  },
  /** By what the journal is filtered: people and organisations of the reader. */
  listJournalFilters: {
    method: 'GET',
    path: '/journal/filters',
    callers: readers,
    reads: 'person',
    input: z.object({}),
    output: z.object({
      people: z.array(z.object({ id: idOf<'person'>(), name: z.string() })),
      organisations: z.array(z.object({ id: idOf<'organisation'>(), name: z.string() })),
      kinds: z.array(z.string()),
    }),
  },
  /** «Кто смотрел карточку»: newest first. */
  listPersonReads: {
    method: 'GET',
    path: '/people/:id/reads',
    callers: readers,
    reads: 'person',
    input: z.object({ id: idOf<'person'>(), before: Cursor.optional() }),
    output: z.object({ personName: z.string(), reads: z.array(PersonRead), next: z.string().nullable() }),
  },
  exportPersonReads: {
    method: 'GET',
    path: '/people/:id/reads/export',
    callers: readers,
    reads: 'person',
    input: z.object({ id: idOf<'person'>() }),
    output: FileAnswer,
    download: true,
  },
})
