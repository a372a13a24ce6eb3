import { addDays, dayAt } from '../../kernel/day.ts'
import { onceFor } from '../../kernel/once-for.ts'
import type { Work } from '../../server/work.ts'
import { DEFAULT_TIME_ZONE } from '../organisations/organisation.ts'
import { activityIdsOf, type Board, listPlansSince } from './board.service.ts'
import type { CalendarDate } from './calendar-date.ts'
import { derivingAt } from './derive-assignments.service.ts'
import { listFacts } from './facts.service.ts'
import { listUnfinishedTasks, standingTasks, type Task } from './list-tasks.service.ts'
import type { Standing } from './standing.ts'
import { DAYS_BACK } from './today.ts'

type Asked = Omit<CalendarDate, 'asked' | 'unfinished'>
type Kind = Omit<Asked, 'kind' | 'window' | 'day'>
type Dates = Map<string, CalendarDate>

const finished: readonly string[] = ['accepted', 'off-control', 'not-applicable']

/** When things begin and are due for those whom the actor sees, across projects: a date for each window, not for each school. */
export async function listDates(work: Work): Promise<CalendarDate[]> {
  const since = addDays(dayAt(work.now, DEFAULT_TIME_ZONE), -DAYS_BACK)
  const plans = await listPlansSince(work, since)
  const given = await listUnfinishedTasks(work, since)
  const facts = await listFacts(work, [...plans.flatMap(activityIdsOf), ...given.map((one) => one.row.activityId)])
  const dates: Dates = new Map()
  const derive = derivingAt(work.now)
  for (const plan of plans) addBoard(dates, derive, { ...plan, facts })
  for (const task of standingTasks(work, given, facts)) addTask(dates, task)
  return [...dates.values()].sort((one, other) => one.day.localeCompare(other.day))
}

function addBoard(dates: Dates, derive: ReturnType<typeof derivingAt>, board: Board): void {
  const inForce = board.activities.filter((one) => one.removedBy === null)
  const assignmentsOf = derive(board, inForce)
  const { programme, authority, roadMap } = board
  for (const party of board.parties) {
    // A school that was not told yet has no dates.
    if (party.organisation.kind === 'school' && party.sentAt === null) continue
    const assignments = assignmentsOf(party)
    for (const [index, activity] of inForce.entries()) {
      const found = assignments[index]
      if (!found || found.standing.state === 'not-applicable') continue
      const { activityId, number, title } = activity
      const organisationId = party.organisation.id
      const shared = {
        activityId,
        number,
        title,
        programmeId: programme.id,
        timeZone: authority.timeZone,
        organisationId,
      }
      addStanding(dates, { ...shared, time: null, revision: roadMap?.revision ?? 1 }, found.standing)
    }
  }
}

function addTask(dates: Dates, { row, owner, recipients }: Task): void {
  if (row.cancelled) return
  const { activityId, text, dueTime, rowVersion } = row
  const shared = { activityId, number: null, title: text, programmeId: null, timeZone: owner.timeZone }
  for (const { organisation, standing } of recipients) {
    const own = { ...shared, organisationId: organisation.id, time: dueTime, revision: rowVersion }
    addStanding(dates, own, standing)
  }
}

function addStanding(dates: Dates, shared: Kind, { state, cycles }: Pick<Standing, 'state' | 'cycles'>): void {
  for (const [window, cycle] of cycles.entries()) {
    const isOpen = !finished.includes(state) && !finished.includes(cycle.state)
    const { start, end } = cycle.window
    // Where the order names no day, the end of the project is nobody's deadline.
    if (end !== null && cycle.dueOn) add(dates, { ...shared, kind: 'due', window, day: cycle.dueOn }, isOpen)
    if (start !== null) add(dates, { ...shared, kind: 'begins', window, day: start, time: null }, isOpen)
  }
}

function add(dates: Dates, date: Asked, isOpen: boolean): void {
  const key = `${date.activityId}/${date.window}/${date.kind}`
  const known = onceFor(dates, key, () => ({ ...date, asked: 0, unfinished: 0 }))
  known.asked++
  if (known.organisationId !== date.organisationId) known.organisationId = null
  if (isOpen) known.unfinished++
}
