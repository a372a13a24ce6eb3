import { type AssignmentState, worstFirst } from '../../kernel/assignment-state.ts'
import type { OutputOf } from '../../kernel/contract.ts'
import type { ProgrammeId } from '../../kernel/id.ts'
import { onceFor } from '../../kernel/once-for.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import type { Work } from '../../server/work.ts'
import { clocksAt } from './deadline.ts'
import { type FactsOfCells, listFacts } from './facts.service.ts'
import { matrixCellOf } from './matrix-cell.ts'
import type { MatrixCell } from './matrix-view.ts'
import { numberOfOwnRow } from './own-rows.service.ts'
import { type OwnRowsOfSchool, type ownRowsEndpoints, type RowTiming, SCHOOLS_IN_PAGE } from './own-rows-contract.ts'
import { type Asking, listProjects, listRowsInForce, type Project, type Row } from './select-own-rows.service.ts'
import { standingIn, type Timed, timedOf } from './standing.ts'
import './words.ts'

/**
 * Rows of schools' own maps in force, of a closed project too, as their authority sees them: in as many statements for
 * one school as for nine hundred. What is asked for by state is known only once every row was derived.
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
    rows.map((one) => one.activityId),
  )
  const derived = standingRows(work, rows, { projects, facts })
  const shown = derived.filter(({ cell }) => (!state || cell.state === state) && (!timing || isTimed(cell, timing)))
  const schools = bySchool(shown)
  const first = (page - 1) * SCHOOLS_IN_PAGE
  return {
    schools: schools.slice(first, first + SCHOOLS_IN_PAGE),
    states: countStates(shown),
    shown: { schools: schools.length, rows: shown.length },
    total: { rows: derived.length },
  }
}

type Derived = { row: Row; authorityName: string; cell: MatrixCell }
type Known = { projects: ReadonlyMap<ProgrammeId, Project>; facts: FactsOfCells }

/** Many schools begin with the same template: what the clock says of a period is found once. */
function standingRows(work: Work, rows: readonly Row[], { projects, facts }: Known): Derived[] {
  const clocks = clocksAt(work.now)
  const known = new Map<string, Timed>()
  return rows.flatMap((row) => {
    const project = projects.get(row.programmeId)
    if (!project) return []
    const { programme, authority, ...rest } = project
    const timed = onceFor(known, `${row.programmeId} ${row.timeZone} ${JSON.stringify(row.period)}`, () =>
      timedOf(
        {
          ...{ period: row.period, frame: programme, dueTime: null },
          ...{ dayOffRule: authority.dayOffRule, dayChanges: rest.dayChanges },
        },
        { clock: clocks(row.timeZone), dueSoonDays: rest.dueSoonDays },
      ),
    )
    const standing = standingIn(timed, facts.of(row.activityId, row.organisationId))
    const cell = matrixCellOf({ part: 'executes', isOutsideVariant: false, isRemoved: false, standing })
    return [{ row, authorityName: authority.shortName, cell }]
  })
}

function isTimed(cell: MatrixCell, timing: RowTiming): boolean {
  if (timing === 'asked') return cell.isMoveAsked
  return timing === 'moved' ? cell.movedTo !== null : cell.isOverdue
}

/** In the order of the rows, which come school by school. */
function bySchool(derived: readonly Derived[]): OwnRowsOfSchool[] {
  const schools = new Map<string, OwnRowsOfSchool>()
  for (const { row, authorityName, cell } of derived) {
    const { programmeId, organisationId, shortName, fullName, activityId, title, period, responsible, place } = row
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
