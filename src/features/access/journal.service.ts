import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { OutputOf, ParsedInputOf } from '../../kernel/contract.ts'
import { inRussianOrder } from '../../server/russian-order.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Service, Work } from '../../server/work.ts'
import { auditEntries, auditErasures, auditSeals, auditValues } from '../audit/tables.ts'
import { organisations } from '../organisations/tables.ts'
import type { Deeds } from './journal.ts'
import { journalBook } from './journal-book.ts'
import type { journalContract } from './journal-contract.ts'
import { isAtTop, ownPatterns, timeZoneOf, xlsxOf } from './journal-scope.service.ts'
import { newestEntries, newestOfEachPlace } from './newest-entries.service.ts'
import { personReadsService } from './person-reads.service.ts'
import { memberships, people } from './tables.ts'

const PAGE = 100
const MOST_EXPORTED = 5000

type Asked = ParsedInputOf<typeof journalContract.listJournal>
type Entry = OutputOf<typeof journalContract.listJournal>['entries'][number]

/** What was done, for administrators and heads: each in what is below their own organisation. */
export function journalService(deeds: Deeds): Service<typeof journalContract> {
  return {
    ...personReadsService(deeds),

    async listJournal(work, asked) {
      const entries = await listEntries(work, deeds, asked, PAGE + 1)
      const page = entries.slice(0, PAGE)
      const last = page.at(-1)
      const [seal] = await work.db.select().from(auditSeals).orderBy(desc(auditSeals.number)).limit(1)
      return {
        entries: page,
        next: entries.length > PAGE && last ? `${last.at}_${last.id}` : null,
        lastSeal: seal ? { number: seal.number, sealedAt: seal.sealedAt.toISOString() } : null,
      }
    },

    async exportJournal(work, asked) {
      const entries = await listEntries(work, deeds, asked, MOST_EXPORTED + 1)
      const reader = { deeds, language: work.language, timeZone: await timeZoneOf(work) }
      const isCut = entries.length > MOST_EXPORTED
      return xlsxOf(await journalBook({ entries: entries.slice(0, MOST_EXPORTED), isCut }, reader))
    },

    async listJournalFilters(work) {
      const own = sql`${organisations.path} like any(${ownPatterns(work)})`
      const places = await work.db
        .select({ id: organisations.id, name: organisations.shortName })
        .from(organisations)
        .where(own)
        .orderBy(inRussianOrder(organisations.shortName))
      const known = await work.db
        .selectDistinct({ id: people.id, name: people.name })
        .from(people)
        .innerJoin(memberships, eq(memberships.personId, people.id))
        .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
        .where(and(own, sql`${people.name} <> ''`))
        .orderBy(people.name)
      return { people: known, organisations: places, kinds: [...deeds.kinds] }
    },
  }
}

async function listEntries(work: Work, deeds: Deeds, asked: Asked, most: number): Promise<Entry[]> {
  const doer = alias(people, 'doer')
  const subject = alias(people, 'subject')
  const isRare = asked.person || (asked.kind && isAtTop(work))
  const newest = (isRare ? newestEntries : newestOfEachPlace)(work, conditionsOf(work, deeds, asked), most)
  const rows = await work.db
    .select({
      id: auditEntries.id,
      at: auditEntries.at,
      actorKind: auditEntries.actorKind,
      personName: doer.name,
      action: auditEntries.action,
      subjectName: subject.name,
      organisationName: organisations.shortName,
      before: auditValues.before,
      after: auditValues.after,
      erasedBy: auditErasures.act,
    })
    .from(auditEntries)
    .leftJoin(doer, eq(doer.id, auditEntries.personId))
    .leftJoin(subject, sql`${subject.id}::text = ${auditEntries.subjectId}`)
    .leftJoin(organisations, eq(organisations.id, auditEntries.organisationId))
    .leftJoin(auditValues, eq(auditValues.entryId, auditEntries.id))
    .leftJoin(auditErasures, eq(auditErasures.entryId, auditEntries.id))
    .where(and(visibleTo(work.actor, auditEntries), sql`${auditEntries.id} = any(array${newest})`))
    .orderBy(desc(auditEntries.at), desc(auditEntries.id))
  const absent = await listAbsent(
    work,
    rows.flatMap(({ after }) => absentIn(after) ?? []),
  )
  return rows.map((row) => ({
    ...row,
    at: row.at.toISOString(),
    insteadOf: absent.get(absentIn(row.after) ?? '') ?? null,
  }))
}

/** The id of whom an entry was made in place of. */
function absentIn(after: string | null): string | null {
  const value: unknown = after === null ? null : JSON.parse(after)
  if (typeof value !== 'object' || value === null || !('insteadOf' in value)) return null
  return typeof value.insteadOf === 'string' ? value.insteadOf : null
}

async function listAbsent(work: Work, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const known = await work.db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(sql`${people.id} = any(${sql.param([...new Set(ids)])}::uuid[])`, visibleTo(work.actor, people)))
  return new Map(known.map(({ id, name }) => [id, name]))
}

function conditionsOf(work: Work, deeds: Deeds, { person, organisation, kind, from, to, before }: Asked): SQL[] {
  const zone = sql`(select o.time_zone from organisation o where o.path like any(${ownPatterns(work)})
    order by length(o.path) limit 1)`
  const [at, id] = before?.split('_') ?? []
  return [
    person ? sql`(${auditEntries.personId} = ${person} or ${auditEntries.subjectId} = ${person})` : null,
    organisation ? eq(auditEntries.organisationId, organisation) : null,
    kind ? inArray(auditEntries.action, [...deeds.actionsOf(kind), '']) : null,
    from ? sql`${auditEntries.at} >= (select (${from}::date)::timestamp at time zone ${zone})` : null,
    to ? sql`${auditEntries.at} < (select (${to}::date + 1)::timestamp at time zone ${zone})` : null,
    at && id ? sql`(${auditEntries.at}, ${auditEntries.id}) < (${at}::timestamptz, ${id}::uuid)` : null,
  ].flatMap((condition) => condition ?? [])
}
