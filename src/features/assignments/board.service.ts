import { and, asc, eq, gte, isNull, type SQL, sql } from 'drizzle-orm'
import { reaches } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { ActivityId, ProgrammeId, RoadMapId } from '../../kernel/id.ts'
import { isoMoment } from '../../server/columns.ts'
import { preparedRead, type Reading } from '../../server/prepared-read.ts'
import type { Work } from '../../server/work.ts'
import { dayChanges } from '../calendar/day-changes.service.ts'
import type { DayChanges } from '../calendar/working-day.ts'
import { organisations } from '../organisations/tables.ts'
import { participants, programmes } from '../programmes/tables.ts'
import { dispatches, roadMapRevisions, roadMaps } from '../road-maps/tables.ts'
import { type BoardActivity, listActivities } from './board-activities.service.ts'
import { type FactsOfCells, listFacts } from './facts.service.ts'
import { type Party, partyRank } from './party.ts'
import { inPlace } from './place-removed.ts'
import { dueSoonDays, silentDays } from './threshold.service.ts'

export type Organisation = typeof organisations.$inferSelect
export type Programme = typeof programmes.$inferSelect

export type PartyOrganisation = Pick<Organisation, 'id' | 'kind' | 'path' | 'shortName' | 'timeZone'>

/** Moments are written as the wire has them: most of them go there as they are. */
export type BoardParty = Party & {
  organisation: PartyOrganisation
  sentAt: string | null
  acknowledgedAt: string | null
}

/** One project's road map in force, with everyone whom the actor may see in it. */
export type Plan = {
  programme: Programme
  authority: Organisation
  /** What the authority works otherwise than the country. */
  dayChanges: DayChanges
  roadMap: { id: RoadMapId; title: string; revision: number } | null
  activities: BoardActivity[]
  parties: BoardParty[]
  thresholds: { dueSoonDays: number; silentDays: number }
}

/** A plan with what was done of it. */
export type Board = Plan & { facts: FactsOfCells }

/** The board of a project, if the actor sees it: as many statements for ten cells as for ten thousand. */
export async function listBoards(work: Work, programmeId: ProgrammeId): Promise<Board[]> {
  return withFacts(work, await plansOf(work, await ofOne(work, { programmeId })))
}

/** The boards of all projects of a year, by the name of their authority. */
export async function listBoardsOfYear(work: Work, year: number): Promise<Board[]> {
  const boards = await withFacts(work, await plansOf(work, await ofYear(work, { year })))
  return boards.sort((one, other) => one.authority.shortName.localeCompare(other.authority.shortName, 'ru'))
}

async function withFacts(work: Work, plans: Plan[]): Promise<Board[]> {
  const facts = await listFacts(work, plans.flatMap(activityIdsOf), plans.flatMap(removedIdsOf))
  return plans.map((plan) => ({ ...plan, facts }))
}

/** Of the projects that were still running on this day; a closed one asks nothing more. */
export async function listPlansSince(work: Work, since: Day): Promise<Plan[]> {
  return plansOf(work, await ofThoseSince(work, { since }))
}

export function activityIdsOf({ activities }: Pick<Plan, 'activities'>): ActivityId[] {
  return activities.map((one) => one.activityId)
}

function removedIdsOf({ activities }: Plan): ActivityId[] {
  return activities.filter((one) => one.removedBy !== null).map((one) => one.activityId)
}

/** The same without facts, for whoever asks for the facts of something else together with these. */
async function plansOf(work: Work, found: Found[]): Promise<Plan[]> {
  if (found.length === 0) return []
  const ids = found.map((one) => one.programme.id)
  const revisionIds = found.flatMap((one) => one.revision?.id ?? [])
  const [activities, taking, institutes] = await Promise.all([
    listActivities(work, revisionIds),
    schoolsOf(work, { ids }),
    institutesSeen(work, {}),
  ])
  const schools = new Map(taking.map((one) => [one.programmeId, one.parties]))

  return found.map(({ programme, authority, dayChanges, roadMap, revision, thresholds }) => {
    const above = reaches(work.actor, authority)
      ? [authority, ...institutes.filter((one) => isBeside(one, authority))].map(partyBeside)
      : []
    return {
      programme,
      authority,
      dayChanges,
      roadMap: roadMap && revision && { ...roadMap, revision: revision.number },
      activities: inPlace((revision && activities.get(revision.id)) ?? []),
      parties: [...above, ...(schools.get(programme.id) ?? [])].sort((one, other) => partyRank(one) - partyRank(other)),
      thresholds,
    }
  })
}

/** The authority and the institute are sent nothing: they make the road map. */
function partyBeside(organisation: Organisation): BoardParty {
  return { organisation, kind: organisation.kind, variant: null, sentAt: null, acknowledgedAt: null }
}

const isOfAuthority = and(eq(roadMaps.programmeId, programmes.id), eq(roadMaps.ownerId, programmes.authorityId))

type Found = Pick<Plan, 'programme' | 'authority' | 'dayChanges' | 'thresholds'> & {
  roadMap: Pick<NonNullable<Plan['roadMap']>, 'id' | 'title'> | null
  revision: Pick<typeof roadMapRevisions.$inferSelect, 'id' | 'number'> | null
}

/** Each with the authority's road map in force, where the actor may see one. */
function programmesBy<Asked extends Record<string, unknown>>(
  name: string,
  which: (asked: Reading<Asked>['asked']) => SQL,
) {
  return preparedRead<Asked, Found>(name, ({ db, now, asked, visible }) =>
    db
      .select({
        programme: programmes,
        authority: organisations,
        dayChanges: dayChanges(visible, organisations.path),
        roadMap: { id: roadMaps.id, title: roadMaps.title },
        revision: { id: roadMapRevisions.id, number: roadMapRevisions.number },
        thresholds: { dueSoonDays: dueSoonDays(now), silentDays: silentDays(now) },
      })
      .from(programmes)
      .innerJoin(organisations, eq(organisations.id, programmes.authorityId))
      .leftJoin(roadMaps, and(isOfAuthority, visible(roadMaps)))
      .leftJoin(
        roadMapRevisions,
        and(eq(roadMapRevisions.roadMapId, roadMaps.id), eq(roadMapRevisions.status, 'approved')),
      )
      .where(and(visible(programmes), which(asked)))
      .orderBy(asc(programmes.year), asc(programmes.title)),
  )
}

const ofOne = programmesBy<{ programmeId: ProgrammeId }>('board-of-one', (asked) =>
  eq(programmes.id, asked('programmeId')),
)
const ofYear = programmesBy<{ year: number }>('boards-of-year', (asked) => eq(programmes.year, asked('year')))
const ofThoseSince = programmesBy<{ since: Day }>(
  'plans-since',
  (asked) => sql`${gte(programmes.endsOn, asked('since'))} and ${isNull(programmes.closedAt)}`,
)

/**
 * The schools that take part, and when the road map was sent to each of them: who sees a school sees that too.
 * One row for each project: hundreds of schools are built faster from one text than from as many rows.
 */
const schoolsOf = preparedRead<{ ids: ProgrammeId[] }, { programmeId: ProgrammeId; parties: BoardParty[] }>(
  'board-schools',
  ({ db, asked, visible }) => {
    const party = sql<BoardParty[]>`json_agg(json_build_object(
    'kind', ${organisations.kind}, 'variant', ${participants.variant},
    'sentAt', ${isoMoment(dispatches.sentAt)}, 'acknowledgedAt', ${isoMoment(dispatches.acknowledgedAt)},
    'organisation', json_build_object('id', ${organisations.id}, 'kind', ${organisations.kind},
      'path', ${organisations.path}, 'shortName', ${organisations.shortName}, 'timeZone', ${organisations.timeZone})) order by ${organisations.shortName})`
    return db
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
        and(
          sql`${participants.programmeId} = any(${asked('ids')}::uuid[])`,
          isNull(participants.leftAt),
          visible(participants),
        ),
      )
      .groupBy(participants.programmeId)
  },
)

const institutesSeen = preparedRead<Record<string, never>, Organisation>('board-institutes', ({ db, visible }) =>
  db
    .select()
    .from(organisations)
    .where(and(eq(organisations.kind, 'institute'), visible(organisations)))
    .orderBy(asc(organisations.shortName)),
)

/** The institute of the authority itself, or of the region above it. */
function isBeside(institute: Organisation, authority: Organisation): boolean {
  return (
    institute.path.startsWith(authority.path) ||
    (institute.parentId !== null && authority.path.includes(institute.parentId))
  )
}
