import { and, asc, eq, gte, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { reaches } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { ActivityId, ProgrammeId, RoadMapId } from '../../kernel/id.ts'
import { isoMoment } from '../../server/columns.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { organisations } from '../organisations/tables.ts'
import { participants, programmes } from '../programmes/tables.ts'
import { activityRevisions, dispatches, roadMapRevisions, roadMaps } from '../road-maps/tables.ts'
import { controllerHasAccount } from './cell-rows.service.ts'
import { type FactsOfCells, listFacts } from './facts.service.ts'
import { type Party, partyRank } from './party.ts'
import type { Control } from './permission.ts'
import { dueSoonDays, silentDays } from './threshold.service.ts'

export type BoardActivity = Pick<typeof activityRevisions.$inferSelect, keyof typeof boardActivity>
export type Organisation = typeof organisations.$inferSelect
export type Programme = typeof programmes.$inferSelect

export type PartyOrganisation = Pick<Organisation, 'id' | 'kind' | 'path' | 'shortName' | 'fullName' | 'timeZone'>

/** Moments are written as the wire has them: most of them go there as they are. */
export type BoardParty = Party & {
  organisation: PartyOrganisation
  sentAt: string | null
  acknowledgedAt: string | null
}

const boardActivity = {
  revisionId: activityRevisions.revisionId,
  activityId: activityRevisions.activityId,
  sectionNumber: activityRevisions.sectionNumber,
  sectionTitle: activityRevisions.sectionTitle,
  audience: activityRevisions.audience,
  number: activityRevisions.number,
  title: activityRevisions.title,
  period: activityRevisions.period,
  heldBy: activityRevisions.heldBy,
  parts: activityRevisions.parts,
}

/** One project's road map in force, with everyone whom the actor may see in it. */
export type Plan = {
  programme: Programme
  authority: Organisation
  roadMap: { id: RoadMapId; title: string; revision: number } | null
  activities: BoardActivity[]
  parties: BoardParty[]
  controller: Control
  thresholds: { dueSoonDays: number; silentDays: number }
}

/** A plan with what was done of it. */
export type Board = Plan & { facts: FactsOfCells }

/** The board of a project, if the actor sees it: as many statements for ten cells as for ten thousand. */
export async function listBoards(work: Work, programmeId: ProgrammeId): Promise<Board[]> {
  return withFacts(work, await listPlans(work, eq(programmes.id, programmeId)))
}

/** The boards of all projects of a year, by the name of their authority. */
export async function listBoardsOfYear(work: Work, year: number): Promise<Board[]> {
  const boards = await withFacts(work, await listPlans(work, eq(programmes.year, year)))
  return boards.sort((one, other) => one.authority.shortName.localeCompare(other.authority.shortName, 'ru'))
}

async function withFacts(work: Work, plans: Plan[]): Promise<Board[]> {
  const facts = await listFacts(work, plans.flatMap(activityIdsOf))
  return plans.map((plan) => ({ ...plan, facts }))
}

/** Of the projects that were still running on this day. */
export function listPlansSince(work: Work, since: Day): Promise<Plan[]> {
  return listPlans(work, gte(programmes.endsOn, since))
}

export function activityIdsOf({ activities }: Pick<Plan, 'activities'>): ActivityId[] {
  return activities.map((one) => one.activityId)
}

/** The same without facts, for whoever asks for the facts of something else together with these. */
export async function listPlans(work: Work, which: SQL): Promise<Plan[]> {
  const found = await listProgrammes(work, which)
  if (found.length === 0) return []
  const ids = found.map((one) => one.programme.id)
  const activities = await listActivities(
    work,
    found.flatMap((one) => one.revision?.id ?? []),
  )
  const schools = await listSchools(work, ids)
  const institutes = await listInstitutes(work)

  return found.map(({ programme, authority, controller, roadMap, revision, thresholds }) => {
    const above = reaches(work.actor, authority)
      ? [authority, ...institutes.filter((one) => isBeside(one, authority))].map(partyBeside)
      : []
    return {
      programme,
      authority,
      controller,
      roadMap: roadMap && revision && { ...roadMap, revision: revision.number },
      activities: activities.filter((one) => one.revisionId === revision?.id),
      parties: [...above, ...(schools.get(programme.id) ?? [])].sort((one, other) => partyRank(one) - partyRank(other)),
      thresholds,
    }
  })
}

/** The authority and the institute are sent nothing: they make the road map. */
function partyBeside(organisation: Organisation): BoardParty {
  return { organisation, kind: organisation.kind, variant: null, sentAt: null, acknowledgedAt: null }
}

/** Each with the authority's road map in force, where the actor may see one. */
function listProgrammes(work: Work, which: SQL) {
  return work.db
    .select({
      programme: programmes,
      authority: organisations,
      controller: { hasAccount: controllerHasAccount(organisations.id) },
      roadMap: { id: roadMaps.id, title: roadMaps.title },
      revision: { id: roadMapRevisions.id, number: roadMapRevisions.number },
      thresholds: { dueSoonDays: dueSoonDays(work), silentDays: silentDays(work) },
    })
    .from(programmes)
    .innerJoin(organisations, eq(organisations.id, programmes.authorityId))
    .leftJoin(roadMaps, and(isOfAuthority, visibleTo(work.actor, roadMaps)))
    .leftJoin(
      roadMapRevisions,
      and(eq(roadMapRevisions.roadMapId, roadMaps.id), eq(roadMapRevisions.status, 'approved')),
    )
    .where(and(visibleTo(work.actor, programmes), which))
    .orderBy(asc(programmes.year), asc(programmes.title))
}

const isOfAuthority = and(eq(roadMaps.programmeId, programmes.id), eq(roadMaps.ownerId, programmes.authorityId))

async function listActivities(work: Work, revisionIds: BoardActivity['revisionId'][]): Promise<BoardActivity[]> {
  if (revisionIds.length === 0) return []
  return work.db
    .select(boardActivity)
    .from(activityRevisions)
    .where(and(inArray(activityRevisions.revisionId, revisionIds), visibleTo(work.actor, activityRevisions)))
    .orderBy(asc(activityRevisions.position))
}

/**
 * The schools that take part, and when the road map was sent to each of them: who sees a school sees that too.
 * One row for each project: hundreds of schools are built faster from one text than from as many rows.
 */
async function listSchools(work: Work, ids: ProgrammeId[]): Promise<Map<ProgrammeId, BoardParty[]>> {
  const party = sql<BoardParty[]>`json_agg(json_build_object(
    'kind', ${organisations.kind}, 'variant', ${participants.variant},
    'sentAt', ${isoMoment(dispatches.sentAt)}, 'acknowledgedAt', ${isoMoment(dispatches.acknowledgedAt)},
    'organisation', json_build_object('id', ${organisations.id}, 'kind', ${organisations.kind},
      'path', ${organisations.path}, 'shortName', ${organisations.shortName}, 'fullName', ${organisations.fullName},
      'timeZone', ${organisations.timeZone})) order by ${organisations.shortName})`
  const found = await work.db
    .select({ programmeId: participants.programmeId, parties: party })
    .from(participants)
    .innerJoin(organisations, eq(organisations.id, participants.organisationId))
    .innerJoin(programmes, eq(programmes.id, participants.programmeId))
    .leftJoin(roadMaps, isOfAuthority)
    .leftJoin(
      dispatches,
      and(eq(dispatches.roadMapId, roadMaps.id), eq(dispatches.organisationId, participants.organisationId)),
    )
    .where(
      and(inArray(participants.programmeId, ids), isNull(participants.leftAt), visibleTo(work.actor, participants)),
    )
    .groupBy(participants.programmeId)
  return new Map(found.map((one) => [one.programmeId, one.parties]))
}

function listInstitutes(work: Work) {
  return work.db
    .select()
    .from(organisations)
    .where(and(eq(organisations.kind, 'institute'), visibleTo(work.actor, organisations)))
    .orderBy(asc(organisations.shortName))
}

/** The institute of the authority itself, or of the region above it. */
function isBeside(institute: Organisation, authority: Organisation): boolean {
  return (
    institute.path.startsWith(authority.path) ||
    (institute.parentId !== null && authority.path.includes(institute.parentId))
  )
}
