import { and, desc, eq, lt } from 'drizzle-orm'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { loadDayChanges } from '../calendar/place-calendar.service.ts'
import { programmes } from '../programmes/tables.ts'
import { canAcknowledge } from '../road-maps/road-map.ts'
import { sectionsOf } from '../road-maps/road-map-rows.ts'
import { adviceOn } from './advice.ts'
import { findCascade } from './cascade.service.ts'
import { listComments } from './comments.service.ts'
import { findInherited, type Inherited } from './inherited.service.ts'
import { findStanding, type InProject, loadSpot, type RevisionRow, type Spot } from './load-map.service.ts'
import { obstaclesIn } from './obstacles.ts'
import { listFormerRows, listMapRows, type MapRow, viewRow } from './rows.service.ts'
import {
  canApprove,
  canWrite,
  guides,
  isAbandonable,
  isOfSchool,
  isOpenForWriting,
  isReturnable,
  needsTeller,
  type Obstacle,
} from './school-map.ts'
import { viewRevision } from './steps.service.ts'
import { schoolMapRevisions, schoolMapRows, schoolMaps } from './tables.ts'
import type { InheritedView, MapView } from './view.ts'

/** The school's whole map: what it inherits, live, and its own rows as they are being written, or as they stand in force. */
export async function loadSchoolMap(work: Work, where: InProject): Promise<MapView> {
  const spot = await loadSpot(work, where)
  const { open, approved } = spot.map ? await findStanding(work, spot.map.id) : { open: null, approved: null }
  const revision = open ?? approved
  const rows = revision ? await listMapRows(work, revision.id) : []
  const standing = rows.filter((row) => !row.removed)
  const former = open && (await listFormerRows(work, open))
  const obstacles = open && isOpenForWriting(open.status) ? obstaclesIn(standing, former) : []
  const inherited = await findInherited(work, spot)
  const cascade = await findCascade(work, spot, { inherited, approved, rows })
  const { programme, school, variant, map } = spot
  return {
    programmeId: programme.id,
    programmeTitle: programme.title,
    year: programme.year,
    isSchoolYear: programme.isSchoolYear,
    school: { id: school.id, shortName: school.shortName, fullName: school.fullName },
    variant,
    map: map && { id: map.id, rowVersion: map.rowVersion },
    revision: revision && viewRevision(revision),
    inForce: open && approved && viewRevision(approved),
    rows: (revision?.status === 'approved' ? standing : rows).map(viewRow),
    former: former?.map(viewRow) ?? null,
    comments: revision ? await listComments(work, revision.id) : [],
    inherited: inherited && viewInherited(inherited),
    ...cascade,
    advice: adviceOn(isAuthor(work, spot, { revision, rows }) ? standing : [], await listLastYear(work, spot), {
      dayChanges: await loadDayChanges(work, spot.place.authority.path),
      frame: programme,
    }),
    obstacles,
    may: mayOf(work, spot, { revision, obstacles }),
  }
}

/** The school while it writes; the coordinator only where it was she who wrote last, for the school. */
function isAuthor(work: Work, { place }: Spot, { revision, rows }: Shown): boolean {
  if (!revision || !isOpenForWriting(revision.status)) return false
  if (isOfSchool(work.actor, place)) return true
  const [last] = [...rows].sort((one, other) => other.changedAt.getTime() - one.changedAt.getTime())
  return guides(work.actor, place) && (last ?? revision).onBehalf !== null
}

type Shown = { revision: RevisionRow | null; rows: MapRow[] }

function mayOf(
  work: Work,
  { place, hasLeft, map, programme }: Spot,
  { revision, obstacles }: { revision: RevisionRow | null; obstacles: readonly Obstacle[] },
): MapView['may'] {
  const isClosed = programme.closedAt !== null
  const isWriter = canWrite(work.actor, place) && !hasLeft && !isClosed
  const status = revision?.status ?? null
  const isOpen = status !== null && isOpenForWriting(status)
  const isGuide = guides(work.actor, place) && !isClosed
  return {
    start: isWriter && map === null,
    write: isWriter && isOpen,
    comment: isWriter && status !== null && status !== 'approved',
    submit: isWriter && isOpen && obstacles.length === 0,
    agree: isGuide && status === 'submitted',
    return: isGuide && status !== null && isReturnable(status),
    approve: status === 'agreed' && canApprove(work.actor, place) && !hasLeft && !isClosed,
    correct: isWriter && status === 'approved',
    abandon: isWriter && revision !== null && isAbandonable(revision),
    answer: isWriter && (status === 'approved' || isOpen),
    acknowledge: canAcknowledge(work.actor, { owner: place.authority, school: place.school }) && !hasLeft,
    onBehalf: needsTeller(work.actor, place),
  }
}

function viewInherited({ revision, dispatch, rows }: Inherited): InheritedView {
  return {
    roadMapId: revision.roadMapId,
    revision: revision.number,
    isSent: dispatch !== null,
    acknowledgedAt: dispatch?.acknowledgedAt?.toISOString() ?? null,
    sections: sectionsOf(rows),
  }
}

/** The measures of the school's approved map of the project before this one. */
function listLastYear(work: Work, { programme, school }: Spot): Promise<{ title: string }[]> {
  const last = work.db
    .select({ id: schoolMapRevisions.id })
    .from(schoolMaps)
    .innerJoin(programmes, eq(programmes.id, schoolMaps.programmeId))
    .innerJoin(schoolMapRevisions, eq(schoolMapRevisions.schoolMapId, schoolMaps.id))
    .where(
      and(
        eq(schoolMaps.schoolId, school.id),
        eq(schoolMapRevisions.status, 'approved'),
        lt(programmes.year, programme.year),
        visibleTo(work.actor, schoolMaps),
      ),
    )
    .orderBy(desc(programmes.year))
    .limit(1)
  return work.db
    .select({ title: schoolMapRows.title })
    .from(schoolMapRows)
    .where(
      and(eq(schoolMapRows.revisionId, last), eq(schoolMapRows.removed, false), visibleTo(work.actor, schoolMapRows)),
    )
}
