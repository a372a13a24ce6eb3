import { and, eq, sql } from 'drizzle-orm'
import { personIdOf } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import { type DocumentId, type Id, newId, type OrganisationId, type RoadMapId } from '../../kernel/id.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import type { SectionedRow } from './road-map-rows.ts'
import { shareOrders } from './share-orders.service.ts'
import { activities, activityRevisions, roadMapRevisions, roadMaps } from './tables.ts'

export type NewRevision = {
  roadMapId: RoadMapId
  ownerId: OrganisationId
  number: number
  reason: string
  /** What the map is called from then on. */
  title: string
  orderNumber: string | null
  orderDate: Day | null
  documentId: DocumentId | null
  /** The reading that it came from; null for a correction of rows. */
  importId: Id<'orderImport'> | null
  /** In the order of the paper; an activity that stands in no earlier revision is new. */
  rows: (SectionedRow & { isNew: boolean })[]
}

/**
 * The new revision takes the place of the one in force; rows that go on keep their activity and with it their facts.
 * The caller has checked that the actor may.
 */
export async function reviseRoadMap(work: Work, { rows, ...wanted }: NewRevision): Promise<Id<'revision'>> {
  const { roadMapId, ownerId, title, ...head } = wanted
  await work.db
    .update(roadMapRevisions)
    .set({ status: 'superseded' })
    .where(and(eq(roadMapRevisions.roadMapId, roadMapId), eq(roadMapRevisions.status, 'approved')))
  const titleBefore = await nameRoadMap(work, roadMapId, title)
  const revision = { ...head, id: newId<'revision'>(), roadMapId, titleBefore, status: 'approved' as const }
  await work.db.insert(roadMapRevisions).values({
    ...revision,
    createdAt: work.now,
    approvedAt: work.now,
    approvedBy: personIdOf(work.actor),
  })
  const born = rows.filter((one) => one.isNew)
  if (born.length > 0) {
    await work.db
      .insert(activities)
      .values(born.map(({ activityId }) => ({ id: activityId, ownerId, roadMapId, createdAt: work.now })))
  }
  if (rows.length > 0) {
    await work.db.insert(activityRevisions).values(
      rows.map(({ isNew: _, ...row }, position) => ({
        ...row,
        id: newId<'activityRevision'>(),
        revisionId: revision.id,
        position,
      })),
    )
  }
  await shareOrders(work, roadMapId)
  await record(work, {
    action: 'road-map.approved',
    subjectId: roadMapId,
    organisationId: ownerId,
    after: { ...revision, activities: rows.length },
  })
  return revision.id
}

/** The former title, where it is another one. */
async function nameRoadMap(work: Work, id: RoadMapId, title: string): Promise<string | null> {
  const [before] = await work.db
    .select({ title: roadMaps.title })
    .from(roadMaps)
    .where(and(eq(roadMaps.id, id), visibleTo(work.actor, roadMaps)))
  if (!before || before.title === title) return null
  await work.db
    .update(roadMaps)
    .set({ title, rowVersion: sql`${roadMaps.rowVersion} + 1` })
    .where(eq(roadMaps.id, id))
  return before.title
}
