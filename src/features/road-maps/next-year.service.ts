import { and, eq, ne } from 'drizzle-orm'
import { personIdOf } from '../../kernel/actor.ts'
import { type ActivityId, newId, type OrganisationId, type RoadMapId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { listOpenOrganisations } from '../organisations/service.ts'
import { canCoordinate } from '../programmes/programme.ts'
import { listParticipants } from '../programmes/service.ts'
import type { ImportSummary } from './import-contract.ts'
import { type OrderImport, summaryOf } from './import-order.service.ts'
import { listedParticipants } from './listed-participants.ts'
import { nextYear } from './next-year.ts'
import { sectionsOf } from './road-map-rows.ts'
import { listRows, loadRoadMapInForce } from './road-maps.service.ts'
import { orderImports } from './tables.ts'
import { emptyRows } from './typed-rows.ts'
import type { KnownOrganisation } from './understand.ts'
import type { Understanding, UnderstoodOrganisation } from './understanding.ts'

export type RollingOver = {
  roadMapId: RoadMapId
  toYear: number
  /** Of this year's schools, those that go on. */
  schools: readonly OrganisationId[]
  /** The new list, a name each; where there is one, it alone says who takes part. */
  listed: readonly string[]
  /** Who has not finished an activity, by short name. */
  unfinished: ReadonlyMap<ActivityId, string[]>
}

/**
 * The road map of the next year, ready to be looked over and confirmed like any other import. Asked for twice, it is the
 * same one: the database holds one for each road map and year that was not abandoned.
 */
export async function startNextYear(work: Work, rolling: RollingOver): Promise<ImportSummary> {
  const { roadMapId, toYear } = rolling
  const ending = await loadEnding(work, roadMapId)
  refuseUnless(toYear > ending.programme.year, 'invalid', 'next-year.not-later')
  const [started] = await work.db
    .insert(orderImports)
    .values({
      id: newId(),
      authorityId: ending.owner.id,
      rolledFrom: roadMapId,
      contextYear: toYear,
      name: `Перенос на ${toYear} год: ${ending.programme.title}`,
      status: 'ready',
      understanding: await understandingOf(work, ending, rolling),
      startedBy: personIdOf(work.actor),
      createdAt: work.now,
    })
    .onConflictDoNothing()
    .returning()
  if (!started) return openAgain(work, rolling)
  await record(work, {
    action: 'import.rolled-over',
    subjectId: started.id,
    organisationId: ending.owner.id,
    after: { roadMapId, year: toYear, leftovers: started.understanding?.nextYear?.leftovers.length ?? 0 },
  })
  return summaryOf(started)
}

/** What was begun for this year already, whatever became of it. */
export async function findRolled(work: Work, roadMapId: RoadMapId, toYear: number): Promise<OrderImport | null> {
  const [found] = await work.db
    .select()
    .from(orderImports)
    .where(
      and(
        eq(orderImports.rolledFrom, roadMapId),
        eq(orderImports.contextYear, toYear),
        ne(orderImports.status, 'abandoned'),
        visibleTo(work.actor, orderImports),
      ),
    )
  return found ?? null
}

/** The road map in force with its project, for whoever coordinates there. */
export async function loadEnding(work: Work, roadMapId: RoadMapId) {
  const ending = await loadRoadMapInForce(work, roadMapId)
  refuseUnless(canCoordinate(work.actor, ending.owner), 'forbidden', 'import.not-yours')
  return ending
}

type Ending = Awaited<ReturnType<typeof loadEnding>>

async function openAgain(work: Work, { roadMapId, toYear }: RollingOver): Promise<ImportSummary> {
  const found = await findRolled(work, roadMapId, toYear)
  refuseUnless(found, 'missing', 'import.missing')
  await record(work, {
    action: 'import.rolled-over-again',
    subjectId: found.id,
    organisationId: found.authorityId,
    after: { roadMapId, year: toYear },
  })
  return summaryOf(found)
}

async function understandingOf(
  work: Work,
  { owner, roadMap, programme, revision }: Ending,
  { toYear, roadMapId, unfinished, ...wanted }: RollingOver,
): Promise<Understanding> {
  const { year, isSchoolYear, controllerText } = programme
  const known = await listOpenOrganisations(work)
  const sections = sectionsOf(await listRows(work, revision.id))
  const ending = { title: roadMap.title, programmeTitle: programme.title, year, isSchoolYear, sections }
  const { keys, leftovers, terms, ...moved } = nextYear(ending, toYear)
  const marks = [...unfinished].flatMap(([activityId, names]) => {
    const key = keys.get(activityId)
    return key && names.length > 0 ? [{ key, names }] : []
  })
  const current = (await listParticipants(work, programme.id)).map(asParticipant)
  const below = known.filter((one) => one.path.startsWith(owner.path))
  return {
    ...emptyRows(toYear),
    ...moved,
    controllerText,
    authorityName: known.find((one) => one.id === owner.id)?.fullName ?? '',
    participants: participantsOf(current, below, wanted),
    nextYear: { roadMapId, year, leftovers, terms, unfinished: marks },
  }
}

function participantsOf(
  current: readonly UnderstoodOrganisation[],
  below: readonly KnownOrganisation[],
  { schools, listed }: Pick<RollingOver, 'schools' | 'listed'>,
): UnderstoodOrganisation[] {
  if (listed.length > 0) return listedParticipants(listed, current, below)
  return current.map((one) => ({ ...one, included: schools.some((id) => id === one.organisationId) }))
}

type Taking = Pick<UnderstoodOrganisation, 'organisationId' | 'shortName' | 'fullName' | 'variant'>

function asParticipant({ organisationId, shortName, fullName, variant }: Taking): UnderstoodOrganisation {
  return { text: '', organisationId, shortName, fullName, variant, included: true }
}
