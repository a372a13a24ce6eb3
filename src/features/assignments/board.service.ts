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
import { dueSoonDays, silentDays } from './threshold.service.ts'

export type BoardActivity = Pick<typeof activityRevisions.$inferSelect, keyof typeof boardActivity>
export type Organisation = typeof organisations.$inferSelect
export type Programme = typeof programmes.$inferSelect

export type BoardParty = Party & { organisation: Organisation; sentAt: Date | null; acknowledgedAt: Date | null }

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
export type Board = {
  programme: Programme
  authority: Organisation
  roadMap: { id: RoadMapId; title: string; revision: number } | null
  activities: BoardActivity[]
  parties: BoardParty[]
  facts: FactsOfCells
  thresholds: { dueSoonDays: number; silentDays: number }
}

/** The boards of the actor's projects, or of one of them: as many statements for ten cells as for ten thousand. */
export async function listBoards(work: Work, programmeId?: ProgrammeId): Promise<Board[]> {
  const found = await listProgrammes(work, programmeId)
  if (found.length === 0) return []
  const ids = found.map((one) => one.programme.id)
  const activities = await listActivities(
    work,
    found.flatMap((one) => one.revision?.id ?? []),
  )
  const schools = await listSchools(work, ids)
  const institutes = await listInstitutes(work)
  const facts = await listFacts(
    work,
    activities.map((one) => one.activityId),
  )

  return found.map(({ programme, authority, roadMap, revision, thresholds }) => {
    const above = reaches(work.actor, authority)
      ? [authority, ...institutes.filter((one) => isBeside(one, authority))].map(partyBeside)
      : []
    const own = schools.filter((one) => one.programmeId === programme.id)
    return {
      programme,
      authority,
      roadMap: roadMap && revision && { ...roadMap, revision: revision.number },
      activities: activities.filter((one) => one.revisionId === revision?.id),
      parties: [...above, ...own].sort((one, other) => partyRank(one) - partyRank(other)),
      facts,
      thresholds,
    }
  })
}

/** The authority and the institute are sent nothing: they make the road map. */
function partyBeside(organisation: Organisation): BoardParty {
  return { organisation, kind: organisation.kind, variant: null, sentAt: null, acknowledgedAt: null }
}

/** Each with the authority's road map in force, where the actor may see one. */
function listProgrammes(work: Work, programmeId: ProgrammeId | undefined) {
  return work.db
    .select({
      programme: programmes,
      authority: organisations,
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
    .where(
      and(
        visibleTo(work.actor, programmes),
        visibleTo(work.actor, organisations),
        programmeId ? eq(programmes.id, programmeId) : undefined,
      ),
    )
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

/** The schools that take part, and when the road map was sent to each of them: who sees a school sees that too. */
async function listSchools(work: Work, ids: ProgrammeId[]) {
  const found = await work.db
    .select({
      programmeId: participants.programmeId,
      variant: participants.variant,
      organisation: organisations,
      sentAt: dispatches.sentAt,
      acknowledgedAt: dispatches.acknowledgedAt,
    })
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
    .orderBy(asc(organisations.shortName))
  return found.map((one) => ({ ...one, kind: one.organisation.kind }))
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
