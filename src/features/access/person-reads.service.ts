import { and, desc, eq, or, type SQL, sql } from 'drizzle-orm'
import type { PersonId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Service, Work } from '../../server/work.ts'
import { personReads } from '../audit/tables.ts'
import type { Deeds } from './journal.ts'
import { personReadsBook } from './journal-book.ts'
import type { journalContract } from './journal-contract.ts'
import { timeZoneOf, xlsxOf } from './journal-scope.service.ts'
import { people } from './tables.ts'

const PAGE = 100
const MOST_EXPORTED = 5000

type Reads = Pick<Service<typeof journalContract>, 'listPersonReads' | 'exportPersonReads'>

/** Who looked at a person's card, alone or in a list that showed it. */
export function personReadsService(deeds: Deeds): Reads {
  return {
    async listPersonReads(work, { id, before }) {
      const personName = await loadName(work, id)
      const reads = await listReads(work, id, { before, most: PAGE + 1 })
      const page = reads.slice(0, PAGE)
      const last = page.at(-1)
      return { personName, reads: page, next: reads.length > PAGE && last ? `${last.at}_${last.id}` : null }
    },

    async exportPersonReads(work, { id }) {
      const personName = await loadName(work, id)
      const reads = await listReads(work, id, { before: undefined, most: MOST_EXPORTED })
      const reader = { deeds, language: work.language, timeZone: await timeZoneOf(work) }
      return xlsxOf(await personReadsBook({ personName, reads }, reader))
    },
  }
}

async function loadName(work: Work, id: PersonId): Promise<string> {
  const [person] = await work.db
    .select({ name: people.name })
    .from(people)
    .where(and(eq(people.id, id), visibleTo(work.actor, people)))
  refuseUnless(person, 'missing', 'access.person-missing')
  return person.name
}

async function listReads(work: Work, id: PersonId, { before, most }: { before: string | undefined; most: number }) {
  const [at, last] = before?.split('_') ?? []
  const rows = await work.db
    .select({
      id: personReads.id,
      at: personReads.at,
      readerName: people.name,
      readerKind: personReads.readerKind,
      route: personReads.route,
      subjectId: personReads.subjectId,
    })
    .from(personReads)
    .leftJoin(people, eq(people.id, personReads.readerId))
    .where(
      and(
        visibleTo(work.actor, personReads),
        or(eq(personReads.subjectId, id), and(eq(personReads.subjectId, 'list'), couldSee(id))),
        at && last ? sql`(${personReads.at}, ${personReads.id}) < (${at}::timestamptz, ${last}::uuid)` : undefined,
      ),
    )
    .orderBy(desc(personReads.at), desc(personReads.id))
    .limit(most)
  return rows.map(({ subjectId, ...row }) => ({ ...row, at: row.at.toISOString(), isList: subjectId === 'list' }))
}

/** A list shows a person to whoever holds a role at or above an organisation of hers. */
function couldSee(id: PersonId): SQL {
  return sql`${personReads.readerId} in (
    select m.person_id from membership own
    join organisation place on place.id = own.organisation_id
    join organisation above on place.path like above.path || '%'
    join membership m on m.organisation_id = above.id
    where own.person_id = ${id})`
}
