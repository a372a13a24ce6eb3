import { type Placeholder, type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { isDay } from '../../kernel/day.ts'
import type { ActivityId, OrganisationId } from '../../kernel/id.ts'
import { onceFor } from '../../kernel/once-for.ts'
import type { Window } from '../../kernel/period.ts'
import { preparedRead, type Reading } from '../../server/prepared-read.ts'
import type { Work } from '../../server/work.ts'
import { submissionStatuses } from './assignment.ts'
import type { Move } from './deadline-move.ts'
import type { Attempt, Facts } from './standing.ts'
import { controlReleases, deadlineMoves, exemptions, proofItems, submissions } from './tables.ts'

/** What is known of the cells of some activities beside their proofs. Cells with the same history share one value. */
export type FactsOfCells = {
  of(activityId: ActivityId, organisationId: OrganisationId): Facts
  /** For whoever asks many activities of an organisation: its place among those of whom anything is known. */
  placeOf(organisationId: OrganisationId): number
  ofActivity(activityId: ActivityId): (place: number) => Facts
}

const nothing: Facts = { attempts: [], moves: [], isReleased: false, isExempt: false, isProven: false }
const NOWHERE = -1

/**
 * Submissions, moved deadlines, releases and exemptions of these activities, in one statement: most of a region's cells have one of a
 * few histories, so each history comes once, with the places of the organisations that share it. Of what was left out of
 * the road map a proof alone is told too: it is all that keeps the cell.
 */
export async function listFacts(
  work: Work,
  activityIds: readonly ActivityId[],
  removedIds: readonly ActivityId[] = [],
): Promise<FactsOfCells> {
  if (activityIds.length === 0) return factsIn([])
  return factsIn(await listHistories(work, { activityIds, removedIds }))
}

function factsIn(histories: readonly History[]): FactsOfCells {
  const everybody = histories.find((one) => one.activityId === null)?.organisations.split(' ') ?? []
  const places = new Map(everybody.map((id, place) => [id, place]))
  // Of a region's thousand activities each has a few dozen cells: a place for everybody in each would be millions.
  const cells = new Map<string, Map<number, Facts>>()
  const known = new Map<string, Facts>()
  for (const { activityId, history, organisations } of histories) {
    if (activityId === null) continue
    const facts = onceFor(known, history, () => readHistory(history))
    const ofActivity = onceFor(cells, activityId, () => new Map<number, Facts>())
    for (const place of organisations.split(' ')) ofActivity.set(Number(place), facts)
  }
  const placeOf = (organisationId: OrganisationId) => places.get(organisationId) ?? NOWHERE
  const ofActivity = (activityId: ActivityId) => {
    const own = cells.get(activityId)
    return (place: number) => own?.get(place) ?? nothing
  }
  return { placeOf, ofActivity, of: (activityId, id) => ofActivity(activityId)(placeOf(id)) }
}

/** An activity's history with the places of those who share it; or, without an activity, who has which place. */
type History = { activityId: ActivityId | null; history: string; organisations: string }
type Asked = { activityIds: readonly ActivityId[]; removedIds: readonly ActivityId[] }

const listHistories = preparedRead<Asked, History>('histories', ({ db, asked, visible }) =>
  db
    .select({
      activityId: sql<ActivityId | null>`told.activity_id`,
      history: sql<string>`told.history`,
      organisations: sql<string>`told.organisations`,
    })
    .from(sql`(
      with fact as (
        select activity_id, organisation_id, submitted_at, attempt, ${windowSaid} || status as said
        from ${submissions} where ${isAsked(asked)} and ${visible(submissions)}
        union all select activity_id, organisation_id, decided_at, null,
          ${windowSaid} || status || '/' || coalesce(granted_until, asked_until)::text
        from ${deadlineMoves}
        where ${isAsked(asked)} and status in ('waiting', 'granted') and ${visible(deadlineMoves)}
        union all ${decided(controlReleases, RELEASED)} and ${isAsked(asked)} and ${visible(controlReleases)}
        union all ${decided(exemptions, EXEMPT)} and ${isAsked(asked)} and ${visible(exemptions)}
        union all ${proven(asked('removedIds'), visible(proofItems))}),
      cell as materialized (
        select activity_id, organisation_id, string_agg(said, ' ' order by submitted_at, attempt) as history
        from fact group by activity_id, organisation_id),
      known as materialized (
        select organisation_id, (row_number() over () - 1)::int as place
        from (select distinct organisation_id from cell) as one)
      select null as activity_id, '' as history, string_agg(organisation_id::text, ' ' order by place) as organisations
      from known having count(*) > 0
      union all
      select activity_id, history, array_to_string(array_agg(place), ' ') from cell join known using (organisation_id)
      group by activity_id, history) as told`),
)

function isAsked(asked: Reading<Asked>['asked']): SQL {
  return sql`activity_id = any(${asked('activityIds')}::uuid[])`
}

function proven(removedIds: Placeholder, visible: SQL): SQL {
  return sql`select distinct activity_id, organisation_id, null::timestamptz, null::int, ${PROVEN}::text
    from ${proofItems}
    where activity_id = any(${removedIds}::uuid[]) and withdrawn_at is null and ${visible}`
}

const windowSaid = sql.raw(`coalesce(window_start::text, '') || '/' || coalesce(window_end::text, '') || '/'`)

const RELEASED = '//released'
const EXEMPT = '//exempt'
const PROVEN = '//proven'

/** What took cells off control or out of the demand, and was not revoked. */
function decided(table: PgTable, said: string): SQL {
  return sql`select activity_id, organisation_id, null, null, ${said}::text from ${table} where revoked_at is null`
}

/** «2024-02-01/2024-04-30/returned 2024-02-01/2024-04-30/granted/2024-05-20», oldest first. */
function readHistory(history: string): Facts {
  const said = history.split(' ')
  return {
    attempts: said.flatMap(readAttempt),
    moves: said.flatMap(readMove),
    isReleased: said.includes(RELEASED),
    isExempt: said.includes(EXEMPT),
    isProven: said.includes(PROVEN),
  }
}

function readAttempt(said: string): Attempt[] {
  const [start = '', end = '', word = '', until] = said.split('/')
  const status = submissionStatuses.find((one) => one === word)
  return status && until === undefined ? [{ window: readWindow(start, end), status }] : []
}

/** What says a day beside its word is a move. */
function readMove(said: string): Move[] {
  const [start = '', end = '', word = '', until = ''] = said.split('/')
  if (!isDay(until)) return []
  return [{ window: readWindow(start, end), status: word === 'granted' ? 'granted' : 'waiting', until }]
}

function readWindow(start: string, end: string): Window {
  return { start: isDay(start) ? start : null, end: isDay(end) ? end : null }
}
