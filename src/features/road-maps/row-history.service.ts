import { and, asc, desc, eq, gte, inArray } from 'drizzle-orm'
import type { ActivityId, RoadMapId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { changesOf } from './compare-revisions.ts'
import type { ChangedRowView, RevisionView } from './contract.ts'
import { seesWholeRoadMap } from './road-map.ts'
import { type ActivityRow, loadRoadMapInForce, ownRows } from './road-maps.service.ts'
import { diffRows } from './row-difference.ts'
import { activityRevisions, roadMapRevisions } from './tables.ts'

/** What a revision changed against the one before it. */
export async function compareRevision(
  work: Work,
  { id, number }: { id: RoadMapId; number: number },
): Promise<{ title: TitleChange; rows: ChangedRowView[] }> {
  const { programme, owner, roadMap } = await loadRoadMapInForce(work, id)
  const onwards = await work.db
    .select({
      id: roadMapRevisions.id,
      number: roadMapRevisions.number,
      titleBefore: roadMapRevisions.titleBefore,
    })
    .from(roadMapRevisions)
    .where(
      and(
        eq(roadMapRevisions.roadMapId, id),
        gte(roadMapRevisions.number, number - 1),
        visibleTo(work.actor, roadMapRevisions),
      ),
    )
    .orderBy(asc(roadMapRevisions.number))
  const revisions = onwards.filter((one) => one.number <= number)
  const revision = revisions.find((one) => one.number === number)
  refuseUnless(revision, 'missing', 'road-map.missing')
  const found = await work.db
    .select()
    .from(activityRevisions)
    .where(
      and(
        inArray(
          activityRevisions.revisionId,
          revisions.map((one) => one.id),
        ),
        visibleTo(work.actor, activityRevisions),
      ),
    )
    .orderBy(asc(activityRevisions.position))
  const rows = seesWholeRoadMap(work.actor, owner) ? found : await ownRows(work, programme.id, found)
  const [after, before] = [true, false].map((isNow) => rows.filter((row) => (row.revisionId === revision.id) === isNow))
  const later = onwards.filter((one) => one.number > number)
  return {
    title: titleChange(revision.titleBefore, later, roadMap.title),
    rows: changedRows(before ?? [], after ?? []),
  }
}

type TitleChange = { before: string; after: string } | null

/** What the map was called, and what that revision called it: so until a later one named it anew, or to this day. */
function titleChange(before: string | null, later: readonly { titleBefore: string | null }[], today: string) {
  if (before === null) return null
  return { before, after: later.find((one) => one.titleBefore !== null)?.titleBefore ?? today }
}

/** The revisions in which a row came, changed or went; the row's own words at each. */
export async function listActivityHistory(
  work: Work,
  { id, activityId }: { id: RoadMapId; activityId: ActivityId },
): Promise<{ changes: (ChangedRowView & { revision: RevisionSummary })[] }> {
  const { programme, owner } = await loadRoadMapInForce(work, id)
  const found = await work.db
    .select({ revision: roadMapRevisions, row: activityRevisions })
    .from(roadMapRevisions)
    .leftJoin(
      activityRevisions,
      and(
        eq(activityRevisions.revisionId, roadMapRevisions.id),
        eq(activityRevisions.activityId, activityId),
        visibleTo(work.actor, activityRevisions),
      ),
    )
    .where(and(eq(roadMapRevisions.roadMapId, id), visibleTo(work.actor, roadMapRevisions)))
    .orderBy(desc(roadMapRevisions.number))
  const known = found.flatMap(({ row }) => row ?? [])
  const own = new Set(seesWholeRoadMap(work.actor, owner) ? known : await ownRows(work, programme.id, known))
  refuseUnless(own.size > 0, 'missing', 'road-map.missing')
  const changes = found.flatMap(({ revision, row }, place) => {
    const before = found[place + 1]?.row ?? null
    const seen = [before, row].map((one) => (one && own.has(one) ? [one] : []))
    return changedRows(seen[0] ?? [], seen[1] ?? []).map((one) => ({ ...one, revision: summaryOf(revision) }))
  })
  return { changes }
}

type RevisionSummary = Pick<RevisionView, 'number' | 'status' | 'reason' | 'orderNumber' | 'orderDate' | 'approvedAt'>

function changedRows(before: readonly ActivityRow[], after: readonly ActivityRow[]): ChangedRowView[] {
  const isChanged = (was: ActivityRow, is: ActivityRow) => changesOf(was, is).length > 0
  return diffRows(before, after, isChanged).changes.map((change) => {
    const { activityId, number, title } = change.after ?? change.before
    const changes = change.kind === 'changed' ? changesOf(change.before, change.after) : []
    return { activityId, number, title, kind: change.kind, changes }
  })
}

function summaryOf(revision: typeof roadMapRevisions.$inferSelect): RevisionSummary {
  const { number, status, reason, orderNumber, orderDate, approvedAt } = revision
  return { number, status, reason, orderNumber, orderDate, approvedAt: approvedAt?.toISOString() ?? null }
}
