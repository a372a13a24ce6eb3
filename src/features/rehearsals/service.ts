import { day } from '../../kernel/day.ts'
import type { Id, OrganisationId, RoadMapId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import type { Download, Service, Work } from '../../server/work.ts'
import { listUnfinishedTasks } from '../assignments/list-tasks.service.ts'
import type { Frame } from '../assignments/window.ts'
import { loadPlaceCalendar } from '../calendar/place-calendar.service.ts'
import { loadCorrection } from '../corrections/view-correction.service.ts'
import type { DayOffRule } from '../organisations/organisation.ts'
import { listOrganisations } from '../organisations/service.ts'
import { listParticipants } from '../programmes/service.ts'
import { loadCoordinatedImport } from '../road-maps/import-order.service.ts'
import { seesWholeRoadMap } from '../road-maps/road-map.ts'
import { listRows, loadRoadMapInForce } from '../road-maps/road-maps.service.ts'
import { standingRows } from '../road-maps/understanding.ts'
import { type KnownThreshold, loadThreshold } from '../thresholds/service.ts'
import type { rehearsalsContract } from './contract.ts'
import { rehearsalBook } from './paper.ts'
import { paperWords } from './paper-words.ts'
import { rehearse } from './rehearsal.ts'
import type { Limits, Plan, PlannedRow, PlannedSchool, StandingTask } from './rehearsed-plan.ts'
import type { RehearsalView } from './view.ts'
import './words.ts'

export const rehearsalsService: Service<typeof rehearsalsContract> = {
  rehearseImport: async (work, { id }) => viewOf(await planOfImport(work, id)),
  exportImportRehearsal: async (work, { id }) => bookOf(work, await planOfImport(work, id)),
  rehearseRoadMap: async (work, { id }) => viewOf(await planOfRoadMap(work, id)),
  exportRoadMapRehearsal: async (work, { id }) => bookOf(work, await planOfRoadMap(work, id)),
  rehearseCorrection: async (work, { id }) => viewOf(await planOfCorrection(work, id)),
  exportCorrectionRehearsal: async (work, { id }) => bookOf(work, await planOfCorrection(work, id)),
}

type Planned = Omit<Plan, 'tasks' | 'limits'> & {
  title: string
  limits: Record<keyof Limits, KnownThreshold>
  tasks: (StandingTask & { activityId: RehearsalView['tasks'][number]['activityId'] })[]
  rule: DayOffRule
}

/** What is understood of a paper and not confirmed yet. */
async function planOfImport(work: Work, id: Id<'orderImport'>): Promise<Planned> {
  const { imported, authority } = await loadCoordinatedImport(work, id)
  const { understanding } = imported
  refuseUnless(understanding, 'conflict', 'rehearsal.nothing-read')
  const schools = understanding.participants.filter((one) => one.included)
  const frame = frameOf(understanding)
  const rows = standingRows(understanding).map(({ section, row }) => ({ ...row, audience: section.audience }))
  const ids = schools.map((one) => one.organisationId)
  return {
    title: understanding.title,
    rows,
    schools,
    frame,
    tasks: await tasksWithin(work, authority.id, { frame, ids }),
    calendar: await loadPlaceCalendar(work, authority, frame),
    limits: await loadLimits(work),
    rule: authority.dayOffRule,
  }
}

/** The revision in force. */
async function planOfRoadMap(work: Work, id: RoadMapId): Promise<Planned> {
  const inForce = await loadRoadMapInForce(work, id)
  refuseUnless(seesWholeRoadMap(work.actor, inForce.owner), 'forbidden', 'rehearsal.not-whole')
  const rows = await listRows(work, inForce.revision.id)
  return planOfRows(
    work,
    inForce,
    rows.map((row) => ({ ...row, key: row.activityId })),
  )
}

/** The revision in force as it would stand with the changes of a correction. */
async function planOfCorrection(work: Work, id: Id<'correction'>): Promise<Planned> {
  const { roadMapId, rows } = await loadCorrection(work, { id })
  const inForce = await loadRoadMapInForce(work, roadMapId)
  return planOfRows(
    work,
    inForce,
    rows.flatMap(({ activityId, after }) => (after ? { ...after, key: activityId } : [])),
  )
}

type InForce = Awaited<ReturnType<typeof loadRoadMapInForce>>

async function planOfRows(
  work: Work,
  { roadMap, programme, owner }: InForce,
  rows: readonly Omit<PlannedRow, 'source'>[],
): Promise<Planned> {
  const authority = (await listOrganisations(work)).find((one) => one.id === owner.id)
  refuseUnless(authority, 'missing', 'road-map.missing')
  const participants = await listParticipants(work, programme.id)
  const ids = participants.map((one) => one.organisationId)
  return {
    title: roadMap.title,
    rows: rows.map((row, index) => ({ ...row, source: { table: 0, row: index, page: null } })),
    schools: participants,
    frame: programme,
    tasks: await tasksWithin(work, owner.id, { frame: programme, ids }),
    calendar: await loadPlaceCalendar(work, authority, programme),
    limits: await loadLimits(work),
    rule: authority.dayOffRule,
  }
}

type Within = { frame: Frame; ids: readonly (OrganisationId | null)[] }

/** The authority's tasks of this year that somebody has yet to answer; all of them in a fixed number of statements. */
async function tasksWithin(work: Work, authorityId: OrganisationId, { frame, ids }: Within): Promise<Planned['tasks']> {
  const given = await listUnfinishedTasks(work, frame.startsOn)
  return given.flatMap(({ row, owner, recipients }) => {
    if (owner.id !== authorityId || row.dueOn > frame.endsOn) return []
    const asked = new Set<OrganisationId | null>(recipients.map((one) => one.organisation.id))
    const schools = ids.flatMap((id, place) => (asked.has(id) ? [place] : []))
    return schools.length > 0 ? [{ activityId: row.activityId, text: row.text, dueOn: row.dueOn, schools }] : []
  })
}

async function loadLimits(work: Work): Promise<Planned['limits']> {
  return {
    shortDays: await loadThreshold(work, 'rehearsal.short-event-days'),
    crowd: await loadThreshold(work, 'rehearsal.events-in-one-window'),
  }
}

/** The project's year, as the confirmation will make it. */
function frameOf({ year, schoolYear }: { year: number | null; schoolYear: number | null }): Frame {
  if (schoolYear !== null) return { startsOn: day(schoolYear, 9, 1), endsOn: day(schoolYear + 1, 8, 31) }
  refuseUnless(year !== null, 'conflict', 'rehearsal.nothing-read')
  return { startsOn: day(year, 1, 1), endsOn: day(year, 12, 31) }
}

function viewOf(plan: Planned): RehearsalView {
  return {
    title: plan.title,
    limits: plan.limits,
    rows: plan.rows.map(({ key, number, title, period, executors, proof }) => ({
      key,
      number,
      title,
      periodText: period?.text ?? null,
      executors: executors?.text ?? null,
      proof,
    })),
    schools: plan.schools.map(({ shortName, variant }: PlannedSchool) => ({ shortName, variant })),
    tasks: plan.tasks.map(({ activityId, text, dueOn }) => ({ activityId, text, dueOn })),
    ...rehearse(
      { ...plan, limits: { shortDays: plan.limits.shortDays.value, crowd: plan.limits.crowd.value } },
      plan.rule,
    ),
  }
}

async function bookOf(work: Work, plan: Planned): Promise<Download> {
  return {
    name: `${paperWords[work.language].title}.xlsx`,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: await rehearsalBook(viewOf(plan), work.language),
  }
}
