import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { reaches } from '../../kernel/actor.ts'
import type { ProgrammeId, RoadMapId } from '../../kernel/id.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { organisations } from '../organisations/tables.ts'
import { participants, programmes } from '../programmes/tables.ts'
import { activityRevisions, dispatches, roadMapRevisions, roadMaps } from '../road-maps/tables.ts'
import { type FactsOfCells, listFacts } from './facts.service.ts'
import { type Party, partyRank } from './party.ts'

export type BoardActivity = typeof activityRevisions.$inferSelect
export type Organisation = typeof organisations.$inferSelect
export type Programme = typeof programmes.$inferSelect

export type BoardParty = Party & { organisation: Organisation; sentAt: Date | null; acknowledgedAt: Date | null }

/** One project's road map in force, with everyone whom the actor may see in it. */
export type Board = {
  programme: Programme
  authority: Organisation
  roadMap: { id: RoadMapId; title: string; revision: number } | null
  activities: BoardActivity[]
  parties: BoardParty[]
  facts: FactsOfCells
}

/** The boards of the actor's projects, or of one of them: as many statements for ten cells as for ten thousand. */
export async function listBoards(work: Work, programmeId?: ProgrammeId): Promise<Board[]> {
  const found = await listProgrammes(work, programmeId)
  if (found.length === 0) return []
  const ids = found.map((one) => one.programme.id)
  const maps = await listRoadMaps(work, ids)
  const activities = await listActivities(work, maps)
  const schools = await listSchools(work, ids)
  const institutes = await listInstitutes(work)
  const sent = await listDispatches(work, maps)
  const facts = await listFacts(
    work,
    activities.map((one) => one.activityId),
  )

  return found.map(({ programme, authority }) => {
    const roadMap =
      maps.find((one) => one.programmeId === programme.id && one.ownerId === programme.authorityId) ?? null
    const sentTo = new Map(sent.filter((one) => one.roadMapId === roadMap?.id).map((one) => [one.organisationId, one]))
    const party = (organisation: Organisation, variant: Party['variant']): BoardParty => ({
      organisation,
      kind: organisation.kind,
      variant,
      sentAt: sentTo.get(organisation.id)?.sentAt ?? null,
      acknowledgedAt: sentTo.get(organisation.id)?.acknowledgedAt ?? null,
    })
    const above = reaches(work.actor, authority)
      ? [authority, ...institutes.filter((one) => isBeside(one, authority))].map((one) => party(one, null))
      : []
    const own = schools
      .filter((one) => one.programmeId === programme.id)
      .map((one) => party(one.organisation, one.variant))
    return {
      programme,
      authority,
      roadMap,
      activities: activities.filter((one) => one.revisionId === roadMap?.revisionId),
      parties: [...above, ...own].sort((one, other) => partyRank(one) - partyRank(other)),
      facts,
    }
  })
}

function listProgrammes(work: Work, programmeId: ProgrammeId | undefined) {
  return work.db
    .select({ programme: programmes, authority: organisations })
    .from(programmes)
    .innerJoin(organisations, eq(organisations.id, programmes.authorityId))
    .where(
      and(
        visibleTo(work.actor, programmes),
        visibleTo(work.actor, organisations),
        programmeId ? eq(programmes.id, programmeId) : undefined,
      ),
    )
    .orderBy(asc(programmes.year), asc(programmes.title))
}

function listRoadMaps(work: Work, ids: ProgrammeId[]) {
  return work.db
    .select({
      id: roadMaps.id,
      programmeId: roadMaps.programmeId,
      ownerId: roadMaps.ownerId,
      title: roadMaps.title,
      revision: roadMapRevisions.number,
      revisionId: roadMapRevisions.id,
    })
    .from(roadMaps)
    .innerJoin(roadMapRevisions, eq(roadMapRevisions.roadMapId, roadMaps.id))
    .where(
      and(
        inArray(roadMaps.programmeId, ids),
        eq(roadMapRevisions.status, 'approved'),
        visibleTo(work.actor, roadMaps),
        visibleTo(work.actor, roadMapRevisions),
      ),
    )
}

async function listActivities(work: Work, maps: { revisionId: BoardActivity['revisionId'] }[]) {
  const revisionIds = maps.map((one) => one.revisionId)
  if (revisionIds.length === 0) return []
  return work.db
    .select()
    .from(activityRevisions)
    .where(and(inArray(activityRevisions.revisionId, revisionIds), visibleTo(work.actor, activityRevisions)))
    .orderBy(asc(activityRevisions.position))
}

function listSchools(work: Work, ids: ProgrammeId[]) {
  return work.db
    .select({ programmeId: participants.programmeId, variant: participants.variant, organisation: organisations })
    .from(participants)
    .innerJoin(organisations, eq(organisations.id, participants.organisationId))
    .where(
      and(inArray(participants.programmeId, ids), isNull(participants.leftAt), visibleTo(work.actor, participants)),
    )
    .orderBy(asc(organisations.shortName))
}

function listInstitutes(work: Work) {
  return work.db
    .select()
    .from(organisations)
    .where(and(eq(organisations.kind, 'institute'), visibleTo(work.actor, organisations)))
    .orderBy(asc(organisations.shortName))
}

async function listDispatches(work: Work, maps: { id: RoadMapId }[]) {
  const roadMapIds = maps.map((one) => one.id)
  if (roadMapIds.length === 0) return []
  return work.db
    .select()
    .from(dispatches)
    .where(and(inArray(dispatches.roadMapId, roadMapIds), visibleTo(work.actor, dispatches)))
}

/** The institute of the authority itself, or of the region above it. */
function isBeside(institute: Organisation, authority: Organisation): boolean {
  return (
    institute.path.startsWith(authority.path) ||
    (institute.parentId !== null && authority.path.includes(institute.parentId))
  )
}
