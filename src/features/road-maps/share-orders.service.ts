import { and, eq, isNotNull, ne } from 'drizzle-orm'
import type { RoadMapId } from '../../kernel/id.ts'
import type { Work } from '../../server/work.ts'
import { documents } from '../documents/tables.ts'
import { shareFiles } from '../files/service.ts'
import { dispatches, roadMapRevisions } from './tables.ts'

/** Whoever was sent the road map reads its signed orders, also one that came after the sending. The caller records the change. */
export async function shareOrders(work: Work, roadMapId: RoadMapId): Promise<void> {
  const found = await work.db
    .selectDistinct({ fileId: documents.fileId, organisationId: dispatches.organisationId })
    .from(dispatches)
    .innerJoin(roadMapRevisions, eq(roadMapRevisions.roadMapId, dispatches.roadMapId))
    .innerJoin(documents, eq(documents.id, roadMapRevisions.documentId))
    .where(and(eq(dispatches.roadMapId, roadMapId), ne(roadMapRevisions.status, 'draft'), isNotNull(documents.fileId)))
  await shareFiles(
    work,
    found.flatMap(({ fileId, organisationId }) => (fileId ? [{ fileId, organisationId }] : [])),
  )
}
