import { controlReleases, exemptions } from '../../features/assignments/tables.ts'
import { daysOf, paceOf, windowsOf } from '../../features/assignments/window.ts'
import { addDays, type Day, dayAt } from '../../kernel/day.ts'
import type { ActivityId } from '../../kernel/id.ts'
import type { Window } from '../../kernel/period.ts'
import { later, TIME_ZONE, workingMoment } from './calendar.ts'
import { carryOut, type Deed, type Outcome, recordFor } from './deeds.ts'
import type { District } from './district.ts'
import type { Ground, Place } from './house.ts'
import { type Participant, type PlannedRow, type Project, rowsFor } from './project.ts'

/** Lives through a planned year up to now: the schools' parts, the authority's own, and what was taken off control. */
export function liveYear(ground: Ground, district: District, project: Project): void {
  for (const participant of project.participants) {
    for (const planned of rowsFor(project, participant)) liveCell(ground, { district, project, participant }, planned)
  }
  for (const planned of project.rows.filter(({ row }) => row.parts.authority === 'executes')) {
    liveOwnPart(ground, { district, project }, planned)
  }
}

type Stage = { district: District; project: Project }

function liveCell(ground: Ground, stage: Stage & { participant: Participant }, planned: PlannedRow): void {
  const { chance } = ground
  const { project, participant } = stage
  const { place } = participant.school
  const cell = { activityId: planned.activityId, place }
  if (chance.isTrue(0.02)) {
    exempt(ground, stage, cell)
    return
  }
  const outcomes: Outcome[] = windowsOf(planned.period).map((window) => {
    const deed = deedOf(stage, { planned, window, place })
    const isAsked = deed.from < dayAt(ground.now, TIME_ZONE)
    const isDone = paceOf(planned.period) === 'windows' || chance.isTrue(0.3)
    return isAsked && isDone ? carryOut(ground, deed, participant.school) : 'nothing'
  })
  const isAccepted = outcomes.every((one) => one === 'accepted')
  if (isAccepted && chance.isTrue(0.6)) release(ground, stage, cell, lastDay(planned, project))
}

function liveOwnPart(ground: Ground, stage: Stage, planned: PlannedRow): void {
  const { chance, now } = ground
  const { authority } = stage.district
  const windows = windowsOf(planned.period)
  const done = windows.filter((window) => {
    const deed = deedOf(stage, { planned, window, place: authority })
    if (deed.to >= dayAt(now, TIME_ZONE) || !chance.isTrue(0.9)) return false
    recordFor(ground, deed, deed.to)
    return true
  })
  const cell = { activityId: planned.activityId, place: authority }
  if (done.length === windows.length && chance.isTrue(0.8))
    release(ground, stage, cell, lastDay(planned, stage.project))
}

type At = { planned: PlannedRow; window: Window; place: Place }

function deedOf({ district, project }: Stage, { planned, window, place }: At): Deed {
  const { start, end } = daysOf(window, project)
  const from = start > project.sentOn ? start : addDays(project.sentOn, 1)
  const to = end > from ? end : addDays(from, 5)
  return { activityId: planned.activityId, place, window, from, to, coordinatorId: district.coordinator.id }
}

function lastDay({ period }: PlannedRow, project: Project): Day {
  return windowsOf(period)
    .map((window) => daysOf(window, project).end)
    .reduce((last, one) => (one > last ? one : last))
}

type Cell = { activityId: ActivityId; place: Place }

function release({ chance, ledger, now }: Ground, { district }: Stage, { activityId, place }: Cell, after: Day): void {
  const at = workingMoment(chance, later(chance, addDays(after, 35), 10))
  if (at >= now) return
  const row = {
    id: chance.id<'controlRelease'>(at),
    activityId,
    organisationId: place.id,
    releasedBy: district.head.id,
  }
  ledger.add(controlReleases, { ...row, releasedAt: at })
  const trace = { subjectId: activityId, organisationId: place.id, by: district.head.id, at }
  ledger.trace({ ...trace, action: 'control.released', after: [row] })
}

function exempt({ chance, ledger, now }: Ground, { district, project }: Stage, { activityId, place }: Cell): void {
  const at = workingMoment(chance, later(chance, project.sentOn, 30))
  if (at >= now) return
  const made = { reason: 'Предмет в этом году в школе не ведётся', madeBy: district.coordinator.id, madeAt: at }
  const row = { id: chance.id<'exemption'>(at), activityId, organisationId: place.id, ...made }
  ledger.add(exemptions, row)
  const trace = { subjectId: row.id, organisationId: place.id, by: district.coordinator.id, at }
  ledger.trace({ ...trace, action: 'exemption.made', after: row })
}
