import { and, desc, eq, gte, ilike, lte, ne, or, type SQL, sql } from 'drizzle-orm'
import { holdsSomewhere } from '../../kernel/actor.ts'
import { dotted } from '../../kernel/day.ts'
import { writeXlsx } from '../../paper/write-xlsx.ts'
import { plainTable } from '../../paper/written.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Download, Work } from '../../server/work.ts'
import { organisations } from '../organisations/tables.ts'
import type { DocumentSearch } from './contract.ts'
import { journalWords } from './journal-words.ts'
import { documents } from './tables.ts'
import type { DocumentSummary } from './view.ts'

export const DOCUMENTS_IN_PAGE = 50
const MOST_EXPORTED = 10_000
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A page of the journal, the latest first, and how many papers there are in all. */
export async function listDocuments(work: Work, { page, ...search }: DocumentSearch & { page: number }) {
  const found = await rowsOf(work, search)
    .limit(DOCUMENTS_IN_PAGE)
    .offset((page - 1) * DOCUMENTS_IN_PAGE)
  return {
    documents: found.map(summaryOf),
    total: found[0]?.total ?? 0,
    mayKeep: holdsSomewhere(work.actor, ['municipal_coordinator', 'authority_head']),
  }
}

/** The journal as it is filtered, as a table of an office program. */
export async function exportDocuments(work: Work, search: DocumentSearch): Promise<Download> {
  const found = await rowsOf(work, search).limit(MOST_EXPORTED)
  const words = journalWords[work.language]
  const rows = found
    .map(summaryOf)
    .map((one) => [
      one.number ?? '',
      one.signedOn ? dotted(one.signedOn) : '',
      words.kinds[one.kind],
      one.title,
      one.sender ?? one.organisation,
      one.dueOn ? `${dotted(one.dueOn)}${one.dueTime ? ` ${one.dueTime}` : ''}` : '',
      words.statuses[one.status],
    ])
  const table = { ...plainTable([...words.head], rows), widths: [10, 12, 18, 60, 36, 14, 16] }
  const bytes = await writeXlsx(words.name, [{ text: words.name, isBold: true }, table])
  return { name: `${words.name}.xlsx`, type: XLSX, bytes }
}

function rowsOf(work: Work, search: DocumentSearch) {
  return work.db
    .select({ document: documents, organisation: organisations.shortName, total: sql<number>`count(*) over ()::int` })
    .from(documents)
    .innerJoin(organisations, eq(organisations.id, documents.organisationId))
    .where(and(visibleTo(work.actor, documents), ne(documents.status, 'abandoned'), ...wheresOf(search)))
    .orderBy(desc(sql`coalesce(${documents.signedOn}, ${documents.createdAt}::date)`), desc(documents.id))
}

function wheresOf({ kind, status, text, from, to }: DocumentSearch): (SQL | undefined)[] {
  const words = (text ?? '').split(/\s+/).filter((word) => word !== '')
  return [
    kind && eq(documents.kind, kind),
    status && eq(documents.status, status),
    from && gte(documents.signedOn, from),
    to && lte(documents.signedOn, to),
    ...words.map((word) => {
      const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
      return or(ilike(documents.title, like), ilike(documents.number, like), ilike(documents.sender, like))
    }),
  ]
}

function summaryOf({ document, organisation }: Awaited<ReturnType<typeof rowsOf>>[number]): DocumentSummary {
  const { id, kind, status, number, signedOn, title, sender, dueOn, dueTime, fileId, createdAt } = document
  const own = { id, kind, status, number, signedOn, title, sender, dueOn, dueTime, fileId }
  return { ...own, organisation, createdAt: createdAt.toISOString() }
}
