import { type AssignmentState, worstFirst } from '../../kernel/assignment-state.ts'
import type { OutputOf } from '../../kernel/contract.ts'
import type { ActivityId, OrganisationId, ProgrammeId } from '../../kernel/id.ts'
import { keep, onceFor } from '../../kernel/once-for.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import type { Work } from '../../server/work.ts'
import { clocksAt } from './deadline.ts'
import { type FactsOfCells, listFacts } from './facts.service.ts'
import { matrixCellOf } from './matrix-cell.ts'
import type { MatrixCell } from './matrix-view.ts'
import { numberOfOwnRow } from './own-rows.service.ts'
import { type OwnRowsOfSchool, type ownRowsEndpoints, type RowTiming, SCHOOLS_IN_PAGE } from './own-rows-contract.ts'
import {
  type AlikeRows,
  type Asking,
  listProjects,
  listRowsInForce,
  listRowsOfSchools,
  type Project,
  type Whose,
} from './select-own-rows.service.ts'
import { type Facts, standingIn, type Timed, timedOf } from './standing.ts'
import './words.ts'

/**
 * Rows of schools' own maps in force, of a closed project too, as their authority sees them: in as many statements for
 * one school as for nine hundred. What is asked for by state is known only once every row was derived; the words of a
 * page's rows are read after that.
 */
export async function listSchoolsOwnRows(
  work: Work,
  { page, state, timing, ...asking }: Asking,
): Promise<OutputOf<typeof ownRowsEndpoints.listSchoolsOwnRows>> {
  const projects = await listProjects(work, asking)
  refuseUnless(projects.size > 0 || !asking.programmeId, 'missing', 'programme.missing')
  const rows = projects.size > 0 ? await listRowsInForce(work, asking) : []
  const facts = await listFacts(
    work,
    rows.flatMap((alike) => alike.rows.map(([, , activityId]) => activityId)),
  )
  const derived = standingRows(work, rows, { projects, facts })
  const shown = derived.filter(({ cell }) => (!state || cell.state === state) && (!timing || isTimed(cell, timing)))
  const places = [...new Set(shown.map((one) => one.place))].sort((one, other) => one - other)
  const first = (page - 1) * SCHOOLS_IN_PAGE
  const inPage = new Set(places.slice(first, first + SCHOOLS_IN_PAGE))
  return {
    schools: await bySchool(
      work,
      shown.filter((one) => inPage.has(one.place)),
      { projects, asking },
    ),
    states: countStates(shown),
    shown: { schools: places.length, rows: shown.length },
    total: { rows: derived.length },
  }
}

type Derived = { place: number; organisationId: OrganisationId; activityId: ActivityId; cell: MatrixCell }
type Known = { projects: ReadonlyMap<ProgrammeId, Project>; facts: FactsOfCells }

/** What the clock says of a period, and a cell of each history, are found once. */
function standingRows(work: Work, alike: readonly AlikeRows[], { projects, facts }: Known): Derived[] {
  const clocks = clocksAt(work.now)
  return alike.flatMap(({ programmeId, timeZone, period, rows }) => {
    const project = projects.get(programmeId)
    if (!project) return []
    const { programme, authority, dayChanges, dueSoonDays } = project
    const { dayOffRule } = authority
    const timed = timedOf(
      { period, frame: programme, dayOffRule, dayChanges, dueTime: null },
      { clock: clocks(timeZone), dueSoonDays },
    )
    const cells = new Map<Facts, MatrixCell>()
    return rows.map(([place, organisationId, activityId]): Derived => {
      const history = facts.of(activityId, organisationId)
      return {
        place,
        organisationId,
        activityId,
        cell: cells.get(history) ?? keep(cells, history, cellOf(timed, history)),
      }
    })
  })
}

function cellOf(timed: Timed, history: Facts): MatrixCell {
  const standing = standingIn(timed, history)
  return matrixCellOf({ part: 'executes', isOutsideVariant: false, isRemoved: false, standing })
}

function isTimed(cell: MatrixCell, timing: RowTiming): boolean {
  if (timing === 'asked') return cell.isMoveAsked
  return timing === 'moved' ? cell.movedTo !== null : cell.isOverdue
}

type Page = { projects: ReadonlyMap<ProgrammeId, Project>; asking: Whose }

/** In the order of the rows, which come school by school. A row that has changed meanwhile is there at the next look. */
async function bySchool(work: Work, shown: readonly Derived[], { projects, asking }: Page): Promise<OwnRowsOfSchool[]> {
  if (shown.length === 0) return []
  const cells = new Map(shown.map((one) => [one.activityId, one.cell]))
  const schools = new Map<string, OwnRowsOfSchool>()
  for (const row of await listRowsOfSchools(work, asking, [...new Set(shown.map((one) => one.organisationId))])) {
    const { programmeId, organisationId, shortName, fullName, activityId, title, period, responsible, place } = row
    const cell = cells.get(activityId)
    const authorityName = projects.get(programmeId)?.authority.shortName
    if (!cell || authorityName === undefined) continue
    const school = onceFor(schools, `${programmeId} ${organisationId}`, () => ({
      ...{ programmeId, organisationId, shortName, fullName, authorityName },
      rows: [],
    }))
    const number = numberOfOwnRow(place)
    school.rows.push({ activityId, number, title, periodText: period?.text ?? null, responsible, cell })
  }
  return [...schools.values()]
}

function countStates(derived: readonly Derived[]): { state: AssignmentState; count: number }[] {
  const counts = new Map<AssignmentState, number>()
  for (const { cell } of derived) counts.set(cell.state, (counts.get(cell.state) ?? 0) + 1)
  return worstFirst.flatMap((state) => {
    const count = counts.get(state)
    return count ? [{ state, count }] : []
  })
}
