import { and, eq, isNotNull, ne } from 'drizzle-orm'
import type { RoadMapId } from '../../kernel/id.ts'
import type { Work } from '../../server/work.ts'
import { documents } from '../documents/tables.ts'
import { type Handed, shareFiles } from '../files/service.ts'
import { scanPages, scans } from '../scans/tables.ts'
import { dispatches, roadMapRevisions } from './tables.ts'

/**
 * Whoever was sent the road map reads its signed orders and their scans, also those that came after the sending.
 * The caller records the change.
 */
export async function shareOrders(work: Work, roadMapId: RoadMapId): Promise<void> {
  const isSent = and(eq(dispatches.roadMapId, roadMapId), ne(roadMapRevisions.status, 'draft'))
  const ofOrders = await work.db
    .selectDistinct({ fileId: documents.fileId, organisationId: dispatches.organisationId })
    .from(dispatches)
    .innerJoin(roadMapRevisions, eq(roadMapRevisions.roadMapId, dispatches.roadMapId))
    .innerJoin(documents, eq(documents.id, roadMapRevisions.documentId))
    .where(and(isSent, isNotNull(documents.fileId)))
  const ofScans = await work.db
    .selectDistinct({ fileId: scanPages.fileId, organisationId: dispatches.organisationId })
    .from(dispatches)
    .innerJoin(roadMapRevisions, eq(roadMapRevisions.roadMapId, dispatches.roadMapId))
    .innerJoin(documents, eq(documents.id, roadMapRevisions.documentId))
    .innerJoin(scans, eq(scans.id, documents.scanId))
    .innerJoin(scanPages, and(eq(scanPages.scanId, scans.id), eq(scanPages.edition, scans.edition)))
    .where(isSent)
  const handed = [...ofOrders, ...ofScans].flatMap(({ fileId, organisationId }): Handed[] =>
    fileId ? [{ fileId, organisationId }] : [],
  )
  await shareFiles(work, handed)
}
