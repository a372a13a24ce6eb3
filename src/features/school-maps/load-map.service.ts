import { and, asc, eq, inArray, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Id, OrganisationId, ProgrammeId } from '../../kernel/id.ts'
import type { OnBehalf } from '../../kernel/on-behalf.ts'
import { Refusal, refuseUnless } from '../../kernel/refusal.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { organisations } from '../organisations/tables.ts'
import { participants, programmes } from '../programmes/tables.ts'
import { canWrite, needsTeller, openStatuses, type Place } from './school-map.ts'
import { schoolMapRevisions, schoolMaps } from './tables.ts'
import './words.ts'

export type MapId = Id<'schoolMap'>
export type RevisionId = Id<'schoolMapRevision'>
export type RevisionRow = typeof schoolMapRevisions.$inferSelect

/** A school of a project, with its map where one was begun. */
export type Spot = {
  programme: typeof programmes.$inferSelect
  school: typeof organisations.$inferSelect
  variant: (typeof participants.$inferSelect)['variant']
  hasLeft: boolean
  place: Place
  map: typeof schoolMaps.$inferSelect | null
}

export type InProject = { programmeId: ProgrammeId; organisationId: OrganisationId }

/** A school that the actor may not see, or that never took part, is missing. */
export function loadSpot(work: Work, { programmeId, organisationId }: InProject): Promise<Spot> {
  return loadSpotWhere(
    work,
    and(eq(participants.programmeId, programmeId), eq(participants.organisationId, organisationId)),
  )
}

export function loadSpotOfMap(work: Work, id: MapId): Promise<Spot> {
  return loadSpotWhere(work, eq(schoolMaps.id, id))
}

/** Of these schools, in one order for everybody: two who begin the same maps never wait for one another. */
export function listSpots(work: Work, programmeId: ProgrammeId, organisationIds: readonly OrganisationId[]) {
  return listSpotsWhere(
    work,
    and(eq(participants.programmeId, programmeId), inArray(participants.organisationId, [...organisationIds])),
  )
}

async function loadSpotWhere(work: Work, which: SQL | undefined): Promise<Spot> {
  const [found] = await listSpotsWhere(work, which)
  refuseUnless(found, 'missing', 'school-map.missing')
  return found
}

async function listSpotsWhere(work: Work, which: SQL | undefined): Promise<Spot[]> {
  const authorities = alias(organisations, 'authority')
  const found = await work.db
    .select({
      programme: programmes,
      school: organisations,
      authority: { path: authorities.path },
      variant: participants.variant,
      leftAt: participants.leftAt,
      map: schoolMaps,
    })
    .from(participants)
    .innerJoin(programmes, eq(programmes.id, participants.programmeId))
    .innerJoin(organisations, eq(organisations.id, participants.organisationId))
    .innerJoin(authorities, eq(authorities.id, programmes.authorityId))
    .leftJoin(
      schoolMaps,
      and(
        eq(schoolMaps.programmeId, participants.programmeId),
        eq(schoolMaps.schoolId, participants.organisationId),
        visibleTo(work.actor, schoolMaps),
      ),
    )
    .where(and(which, visibleTo(work.actor, participants), visibleTo(work.actor, organisations)))
    .orderBy(asc(organisations.id))
  return found.map(({ authority, leftAt, ...spot }) => ({
    ...spot,
    hasLeft: leftAt !== null,
    place: { school: spot.school, authority },
  }))
}

/** Nobody moves the revision on while something in it is being written. */
export async function holdRevision(work: Work, id: RevisionId): Promise<{ revision: RevisionRow; spot: Spot }> {
  const [revision] = await work.db
    .select()
    .from(schoolMapRevisions)
    .where(and(eq(schoolMapRevisions.id, id), visibleTo(work.actor, schoolMapRevisions)))
    .for('share')
  refuseUnless(revision, 'missing', 'school-map.missing')
  return { revision, spot: await loadSpotOfMap(work, revision.schoolMapId) }
}

export async function loadRevision(work: Work, id: RevisionId): Promise<{ revision: RevisionRow; spot: Spot }> {
  const [revision] = await work.db
    .select()
    .from(schoolMapRevisions)
    .where(and(eq(schoolMapRevisions.id, id), visibleTo(work.actor, schoolMapRevisions)))
  refuseUnless(revision, 'missing', 'school-map.missing')
  return { revision, spot: await loadSpotOfMap(work, revision.schoolMapId) }
}

/** The revision that is being worked on and the one in force, where there are such. */
export async function findStanding(work: Work, id: MapId) {
  const found = await work.db
    .select()
    .from(schoolMapRevisions)
    .where(
      and(
        eq(schoolMapRevisions.schoolMapId, id),
        inArray(schoolMapRevisions.status, [...openStatuses, 'approved']),
        visibleTo(work.actor, schoolMapRevisions),
      ),
    )
  return {
    open: found.find((one) => one.status !== 'approved') ?? null,
    approved: found.find((one) => one.status === 'approved') ?? null,
  }
}

/** The school's own people say nothing of who told it; everybody else does. */
export function refuseWriter(work: Work, { place, hasLeft }: Spot, onBehalf: OnBehalf | null): void {
  refuseUnless(canWrite(work.actor, place), 'forbidden', 'school-map.not-yours')
  refuseUnless(!hasLeft, 'conflict', 'school-map.left-project')
  refuseTeller(work, place, onBehalf)
}

export function refuseTeller(work: Work, place: Place, onBehalf: OnBehalf | null): void {
  const needed = needsTeller(work.actor, place)
  refuseUnless(!needed || onBehalf, 'invalid', 'school-map.say-how-told')
  refuseUnless(needed || !onBehalf, 'invalid', 'school-map.own-needs-no-teller')
}

/** Somebody was quicker: `current` is what stands now. */
export function changedMeanwhile(current: { rowVersion: number }): Refusal {
  return new Refusal('stale', 'school-map.changed-meanwhile', { current })
}
