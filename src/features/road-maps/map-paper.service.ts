import { and, desc, eq } from 'drizzle-orm'
import type { ProgrammeId, RoadMapId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import type { WrittenBlock } from '../../paper/written.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { programmes } from '../programmes/tables.ts'
import { amendedRows } from './amended-rows.ts'
import type { Amendment } from './order-paper.ts'
import { printed } from './print-road-map.service.ts'
import { mapBlocks } from './print-road-map.ts'
import { findCurrent, listRows, loadRoadMap } from './road-maps.service.ts'
import { roadMapRevisions, roadMaps } from './tables.ts'

/** The authority's road map of a project as it stands in an annex. */
export async function loadMapPaper(
  work: Work,
  programmeId: ProgrammeId,
): Promise<{ title: string; blocks: WrittenBlock[] }> {
  const { id } = await loadMapOf(work, programmeId)
  const view = await loadRoadMap(work, { id })
  const signed = (await findCurrent(work, id))?.answer ?? null
  return { title: view.title, blocks: await mapBlocks(printed(view, signed)) }
}

/** What the newest revision changes in the one before it, and the order that stands behind that one. */
export async function loadRowChanges(work: Work, programmeId: ProgrammeId): Promise<Amendment> {
  const { id, title } = await loadMapOf(work, programmeId)
  const [next, former] = await work.db
    .select()
    .from(roadMapRevisions)
    .where(and(eq(roadMapRevisions.roadMapId, id), visibleTo(work.actor, roadMapRevisions)))
    .orderBy(desc(roadMapRevisions.number))
    .limit(2)
  refuseUnless(next && former, 'unprocessable', 'road-map.nothing-to-amend')
  const changes = amendedRows(await listRows(work, former.id), await listRows(work, next.id))
  const { titleBefore } = next
  refuseUnless(changes.length > 0 || titleBefore !== null, 'unprocessable', 'road-map.nothing-to-amend')
  return {
    order: { number: former.orderNumber, date: former.orderDate, title: titleBefore ?? title },
    ...{ changes, newTitle: titleBefore === null ? null : title, because: next.reason },
  }
}

/** The authority's own road map of a project. */
export async function loadMapOf(work: Work, programmeId: ProgrammeId): Promise<{ id: RoadMapId; title: string }> {
  const [found] = await work.db
    .select({ id: roadMaps.id, title: roadMaps.title })
    .from(roadMaps)
    .innerJoin(programmes, and(eq(programmes.id, roadMaps.programmeId), eq(programmes.authorityId, roadMaps.ownerId)))
    .where(and(eq(roadMaps.programmeId, programmeId), visibleTo(work.actor, roadMaps)))
  refuseUnless(found, 'missing', 'road-map.missing')
  return found
}
