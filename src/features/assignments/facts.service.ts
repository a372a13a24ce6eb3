import { type Placeholder, type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { isDay } from '../../kernel/day.ts'
import type { ActivityId, OrganisationId } from '../../kernel/id.ts'
import type { Window } from '../../kernel/period.ts'
import { preparedRead } from '../../server/prepared-read.ts'
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

/** A cell is one number: the place of its activity among those asked, times this, and the place of its organisation, from 1. */
const ORGANISATIONS = 1_000_000
const NOWHERE = 0

/**
 * Submissions, moved deadlines, releases and exemptions of these activities, in one statement: most of a region's cells have one of a
 * few histories, so each history comes once, with the cells that share it. Of what was left out of the road map a proof
 * alone is told too: it is all that keeps the cell.
 */
export async function listFacts(
  work: Work,
  activityIds: readonly ActivityId[],
  removedIds: readonly ActivityId[] = [],
): Promise<FactsOfCells> {
  if (activityIds.length === 0) return factsIn([], [])
  return factsIn(activityIds, await listHistories(work, { activityIds, removedIds }))
}

function factsIn(activityIds: readonly ActivityId[], histories: readonly History[]): FactsOfCells {
  const activities = new Map(activityIds.map((id, place) => [id, place]))
  const organisations = new Map<string, number>()
  const cells = new Map<number, Facts>()
  for (const { history, told } of histories) {
    if (history === null) {
      for (const [place, id] of told.split(' ').entries()) organisations.set(id, place + 1)
      continue
    }
    const facts = readHistory(history)
    for (const cell of told.split(' ')) cells.set(Number(cell), facts)
  }
  const placeOf = (organisationId: OrganisationId) => organisations.get(organisationId) ?? NOWHERE
  const ofActivity = (activityId: ActivityId) => {
    const nth = activities.get(activityId)
    if (nth === undefined) return () => nothing
    const first = nth * ORGANISATIONS
    return (place: number) => cells.get(first + place) ?? nothing
  }
  return { placeOf, ofActivity, of: (activityId, id) => ofActivity(activityId)(placeOf(id)) }
}

/** A history with the cells that share it; or, without one, the organisations in the order of their places. */
type History = { history: string | null; told: string }
type Asked = { activityIds: readonly ActivityId[]; removedIds: readonly ActivityId[] }

const listHistories = preparedRead<Asked, History>('histories', ({ db, asked, visible }) =>
  db.select({ history: sql<string | null>`told.history`, told: sql<string>`told.told` }).from(sql`(
      with asked as materialized (select ${asked('activityIds')}::uuid[] as ids),
      fact as (
        select activity_id, organisation_id, submitted_at, attempt, ${windowSaid} || status as said
        from ${submissions} where ${IS_ASKED} and ${visible(submissions)}
        union all select activity_id, organisation_id, decided_at, null,
          ${windowSaid} || status || '/' || coalesce(granted_until, asked_until)::text
        from ${deadlineMoves}
        where ${IS_ASKED} and status in ('waiting', 'granted') and ${visible(deadlineMoves)}
        union all ${decided(controlReleases, RELEASED)} and ${IS_ASKED} and ${visible(controlReleases)}
        union all ${decided(exemptions, EXEMPT)} and ${IS_ASKED} and ${visible(exemptions)}
        union all ${proven(asked('removedIds'), visible(proofItems))}),
      cell as materialized (
        select activity_id, organisation_id, string_agg(said, ' ' order by submitted_at, attempt) as history
        from fact group by activity_id, organisation_id),
      activity as (select id, nth - 1 as nth from asked, unnest(ids) with ordinality as one (id, nth)),
      known as materialized (
        select organisation_id, row_number() over () as place
        from (select distinct organisation_id from cell) as one)
      select null as history, string_agg(organisation_id::text, ' ' order by place) as told
      from known having count(*) > 0
      union all
      select history, array_to_string(array_agg(nth * ${sql.raw(`${ORGANISATIONS}`)} + place), ' ')
      from cell join known using (organisation_id) join activity on id = activity_id
      group by history) as told`),
)

/** Of so many ids a list is read once, and looked up by the index all the same. */
const IS_ASKED = sql.raw('activity_id = any((select ids from asked)::uuid[])')

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
