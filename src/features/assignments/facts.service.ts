import { type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { isDay } from '../../kernel/day.ts'
import type { ActivityId, OrganisationId } from '../../kernel/id.ts'
import type { Window } from '../../kernel/period.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { submissionStatuses } from './assignment.ts'
import type { Move } from './deadline-move.ts'
import type { Attempt, Facts } from './standing.ts'
import { controlReleases, deadlineMoves, exemptions, proofItems, submissions } from './tables.ts'

/** What is known of the cells of some activities beside their proofs. Cells with the same history share one value. */
export type FactsOfCells = {
  of(activityId: ActivityId, organisationId: OrganisationId): Facts
  /** The same of one activity, for whoever asks it of many organisations. */
  ofActivity(activityId: ActivityId): (organisationId: OrganisationId) => Facts
}

const nothing: Facts = { attempts: [], moves: [], isReleased: false, isExempt: false, isProven: false }

/**
 * Submissions, moved deadlines, releases and exemptions of these activities, in one statement: most of a region's cells have one of a
 * few histories, so each history comes once, with the organisations that share it. Of what was left out of the road map
 * a proof alone is told too: it is all that keeps the cell.
 */
export async function listFacts(
  work: Work,
  activityIds: readonly ActivityId[],
  removedIds: readonly ActivityId[] = [],
): Promise<FactsOfCells> {
  if (activityIds.length === 0) return factsIn(new Map())
  const cells = new Map<string, Map<string, Facts>>()
  const known = new Map<string, Facts>()
  for (const { activity_id, history, organisations } of await listHistories(work, activityIds, removedIds)) {
    const facts = known.get(history) ?? readHistory(history)
    known.set(history, facts)
    const ofActivity = cells.get(activity_id) ?? new Map<string, Facts>()
    cells.set(activity_id, ofActivity)
    for (const id of organisations.split(' ')) ofActivity.set(id, facts)
  }
  return factsIn(cells)
}

function factsIn(cells: ReadonlyMap<string, ReadonlyMap<string, Facts>>): FactsOfCells {
  const ofActivity = (activityId: ActivityId) => {
    const own = cells.get(activityId)
    return (organisationId: OrganisationId) => own?.get(organisationId) ?? nothing
  }
  return { ofActivity, of: (activityId, organisationId) => ofActivity(activityId)(organisationId) }
}

type History = { activity_id: string; history: string; organisations: string }

async function listHistories(
  work: Work,
  activityIds: readonly ActivityId[],
  removedIds: readonly ActivityId[],
): Promise<History[]> {
  const { rows } = await work.db.execute<History>(sql`
    with asked as materialized (select unnest(${sql.param([...activityIds])}::uuid[]) as id),
    ${ofAsked('submitted', submissions)}, ${ofAsked('moved', deadlineMoves)},
    ${ofAsked('released', controlReleases, STANDS)}, ${ofAsked('exempted', exemptions, STANDS)},
    fact as (
      select activity_id, organisation_id, submitted_at, attempt,
        ${windowSaid} || status as said
      from submitted as ${submissions} where ${visibleTo(work.actor, submissions)}
      union all select activity_id, organisation_id, decided_at, null,
        ${windowSaid} || status || '/' || coalesce(granted_until, asked_until)::text
      from moved as ${deadlineMoves} where status in ('waiting', 'granted') and ${visibleTo(work.actor, deadlineMoves)}
      union all ${decided(sql`released as ${controlReleases}`, RELEASED)} where ${visibleTo(work.actor, controlReleases)}
      union all ${decided(sql`exempted as ${exemptions}`, EXEMPT)} where ${visibleTo(work.actor, exemptions)}
      ${removedIds.length > 0 ? proven(work, removedIds) : sql``}),
    cell as (
      select activity_id, organisation_id, string_agg(said, ' ' order by submitted_at, attempt) as history
      from fact group by activity_id, organisation_id)
    select activity_id, history, string_agg(organisation_id::text, ' ') as organisations
    from cell group by activity_id, history`)
  return rows
}

/**
 * The rows of these activities first, who sees them afterwards: together the planner takes the question of who sees for
 * so costly that it reads the whole table rather than ask it beside an index.
 */
function ofAsked(name: string, table: PgTable, only = sql`true`): SQL {
  return sql`${sql.identifier(name)} as materialized (
    select f.* from asked join ${table} f on f.activity_id = asked.id where ${only})`
}

/** What was revoked lies outside the index. */
const STANDS = sql`f.revoked_at is null`

function proven(work: Work, removedIds: readonly ActivityId[]): SQL {
  return sql`union all select distinct activity_id, organisation_id, null::timestamptz, null::int, ${PROVEN}::text
    from ${proofItems}
    where activity_id = any(${sql.param([...removedIds])}::uuid[]) and withdrawn_at is null
      and ${visibleTo(work.actor, proofItems)}`
}

const windowSaid = sql.raw(`coalesce(window_start::text, '') || '/' || coalesce(window_end::text, '') || '/'`)

const RELEASED = '//released'
const EXEMPT = '//exempt'
const PROVEN = '//proven'

/** What took cells off control or out of the demand. */
function decided(from: SQL, said: string): SQL {
  return sql`select activity_id, organisation_id, null, null, ${said}::text from ${from}`
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
