import { documents } from '../../features/documents/tables.ts'
import { isForVariant, type SupportVariant } from '../../features/programmes/programme.ts'
import { participants, programmes, variantChanges } from '../../features/programmes/tables.ts'
import { understandPeriod } from '../../features/road-maps/period.ts'
import {
  activities,
  activityRevisions,
  dispatches,
  roadMapRevisions,
  roadMaps,
} from '../../features/road-maps/tables.ts'
import { addDays, type Day, day, dayAt } from '../../kernel/day.ts'
import type { ActivityId, ProgrammeId } from '../../kernel/id.ts'
import type { Period } from '../../kernel/period.ts'
import { later, TIME_ZONE, workingMoment } from './calendar.ts'
import type { District, School } from './district.ts'
import type { Ground } from './house.ts'
import { type PlanRow, planRows, sections } from './plan-rows.ts'

export type PlannedRow = { activityId: ActivityId; row: PlanRow; period: Period | null }
export type Participant = { school: School; variant: SupportVariant }

/** A year of a district as it was planned: who takes part, and what is asked. */
export type Project = {
  startsOn: Day
  endsOn: Day
  sentOn: Day
  participants: Participant[]
  rows: PlannedRow[]
}

/** Two schools in three take part; one in three of these is supported as a school of persistently low results. */
const SHARE = 0.66

/** «Проект сопровождения» of a year, with its order, its approved road map and its sending; null where its order has not come yet. */
export function addProject(ground: Ground, district: District, year: number): Project | null {
  const { chance, now } = ground
  const orderedOn = day(year, 2, chance.whole(3, 14))
  if (orderedOn >= dayAt(now, TIME_ZONE)) return null
  const project = { startsOn: day(year, 1, 1), endsOn: day(year, 12, 31) }
  const rows = planRows.map((row): PlannedRow => {
    const at = workingMoment(chance, orderedOn)
    const text = row.term?.(year) ?? null
    const period = text === null ? null : understandPeriod(text, { contextYear: year, schoolYear: null })
    return { activityId: chance.id<'activity'>(at), row, period }
  })
  const programmeId = foundProject(ground, district, { ...project, year, orderedOn })
  const taking = addParticipants(ground, district, { programmeId, orderedOn })
  const sentOn = addRoadMap(ground, district, { programmeId, orderedOn, year, rows, taking })
  return { ...project, sentOn, participants: taking, rows }
}

function foundProject(
  { chance, ledger }: Ground,
  { authority, coordinator, head }: District,
  { year, orderedOn, startsOn, endsOn }: { year: number; orderedOn: Day; startsOn: Day; endsOn: Day },
): ProgrammeId {
  const at = workingMoment(chance, orderedOn)
  const row = {
    id: chance.id<'programme'>(at),
    authorityId: authority.id,
    title: 'Сопровождение школ с низкими образовательными результатами',
    year,
    startsOn,
    endsOn,
    coordinatorId: coordinator.id,
    controllerText: 'оставляю за собой',
    controllerId: head.id,
    createdAt: at,
  }
  ledger.add(programmes, row)
  const trace = { subjectId: row.id, organisationId: authority.id, by: coordinator.id, at }
  ledger.trace({ ...trace, action: 'programme.founded', after: row })
  return row.id
}

function addParticipants(
  { chance, ledger }: Ground,
  { authority, coordinator, schools }: District,
  { programmeId, orderedOn }: { programmeId: ProgrammeId; orderedOn: Day },
): Participant[] {
  const at = workingMoment(chance, orderedOn)
  const taking = chance.some(schools, Math.max(1, Math.round(schools.length * SHARE))).map((school) => {
    const variant: SupportVariant = chance.isTrue(0.33) ? 'persistent-or-signs' : 'first-or-repeated'
    return { school, variant }
  })
  for (const { school, variant } of taking) {
    const organisationId = school.place.id
    ledger.add(participants, { programmeId, organisationId, variant, joinedAt: at })
    const change = { id: chance.id<'variantChange'>(at), programmeId, organisationId, variant, reason: 'по приказу' }
    ledger.add(variantChanges, { ...change, changedAt: at, changedBy: coordinator.id })
  }
  const after = { changed: taking.map(({ school, variant }) => ({ organisationId: school.place.id, variant })) }
  const trace = { subjectId: programmeId, organisationId: authority.id, by: coordinator.id, at }
  ledger.trace({ ...trace, action: 'programme.participants-set', after })
  return taking
}

type Planned = { programmeId: ProgrammeId; orderedOn: Day; year: number; rows: PlannedRow[]; taking: Participant[] }

/** Answers the day on which the schools were sent their plans. */
function addRoadMap(ground: Ground, district: District, { programmeId, orderedOn, year, rows, taking }: Planned): Day {
  const { chance, ledger } = ground
  const { authority, coordinator } = district
  const at = workingMoment(chance, orderedOn)
  const trace = { organisationId: authority.id, by: coordinator.id, at }
  const order = { number: `${chance.whole(20, 160)}-од`, signedOn: orderedOn }
  const document = {
    ...order,
    id: chance.id<'document'>(at),
    organisationId: authority.id,
    kind: 'order' as const,
    title: `Об утверждении дорожной карты сопровождения школ на ${year} год`,
    createdAt: at,
  }
  ledger.add(documents, document)
  ledger.trace({ ...trace, action: 'document.registered', subjectId: document.id, after: document })

  const roadMapId = chance.id<'roadMap'>(at)
  const title = `Дорожная карта сопровождения школ на ${year} год`
  ledger.add(roadMaps, { id: roadMapId, programmeId, ownerId: authority.id, title, createdAt: at })
  const approved = { number: 1, status: 'approved' as const, orderNumber: order.number, orderDate: orderedOn }
  const revision = { id: chance.id<'revision'>(at), roadMapId, ...approved, documentId: document.id, createdAt: at }
  ledger.add(roadMapRevisions, { ...revision, approvedAt: at, approvedBy: coordinator.id })
  for (const [position, planned] of rows.entries()) {
    const { activityId } = planned
    ledger.add(activities, { id: activityId, ownerId: authority.id, roadMapId, createdAt: at })
    const { id: revisionId } = revision
    ledger.add(activityRevisions, {
      id: chance.id<'activityRevision'>(at),
      revisionId,
      activityId,
      position,
      ...wordsOf(planned),
    })
  }
  const after = { ...revision, activities: rows.length }
  ledger.trace({ ...trace, action: 'road-map.approved', subjectId: roadMapId, after })
  const sentOn = addDays(orderedOn, 1)
  for (const { school } of taking) {
    const sent = { roadMapId, organisationId: school.place.id, revision: 1, sentBy: coordinator.id }
    const isRead = chance.isTrue(school.diligence)
    ledger.add(dispatches, {
      ...sent,
      sentAt: workingMoment(chance, sentOn),
      acknowledgedAt: isRead ? workingMoment(chance, later(chance, addDays(sentOn, 1), 5)) : null,
      acknowledgedBy: isRead ? school.director.id : null,
    })
  }
  const organisationIds = taking.map(({ school }) => school.place.id)
  ledger.trace({ ...trace, action: 'road-map.sent', subjectId: roadMapId, after: { revision: 1, organisationIds } })
  return sentOn
}

function wordsOf({ row, period }: PlannedRow) {
  const { number, title, heldBy, proof, parts } = row
  const section = sections[row.section]
  return {
    ...{ number, title, period, heldBy, proof, parts },
    sectionNumber: String(row.section),
    sectionTitle: section.title,
    audience: section.audience,
    executors: { text: row.executors, names: row.executors.split(', ') },
    expectedResult: row.result,
    targetGroups: ['ШНОР'],
  }
}

/** What the year's plan asks this school to do. */
export function rowsFor({ rows }: Pick<Project, 'rows'>, { variant }: Pick<Participant, 'variant'>): PlannedRow[] {
  return rows.filter(({ row }) => {
    const { school } = row.parts
    return (school === 'executes' || school === 'takes-part') && isForVariant(sections[row.section].audience, variant)
  })
}
