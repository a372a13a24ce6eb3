import { and, eq, inArray, isNull, or } from 'drizzle-orm'
import type { Id, RoadMapId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import type { Received } from '../../server/file-store.ts'
import type { Work } from '../../server/work.ts'
import { laySigned } from '../documents/service.ts'
import { canCoordinate } from '../programmes/programme.ts'
import { alreadyLaid, layScan, type ScanId } from '../scans/service.ts'
import { loadCoordinatedImport } from './import-order.service.ts'
import { loadRoadMapInForce } from './road-maps.service.ts'
import { shareOrders } from './share-orders.service.ts'
import { orderImports } from './tables.ts'

type Laid = { scanId: ScanId }

/** Lays the signed paper beside an import that has none: the understanding stays as it is. */
export async function layImportScan(
  work: Work,
  { id, name }: { id: Id<'orderImport'>; name: string },
  received: Received,
): Promise<Laid> {
  const { imported, authority } = await loadCoordinatedImport(work, id)
  refuseUnless(imported.status === 'ready', 'conflict', 'import.not-open')
  if (imported.scanId) throw await alreadyLaid(work, imported.scanId)
  const scanId = await layScan(work, authority.id, { received, name })
  // The road maps of one file were signed on one paper.
  const samePaper = imported.fileId ? eq(orderImports.fileId, imported.fileId) : undefined
  const laid = await work.db
    .update(orderImports)
    .set({ scanId })
    .where(and(or(eq(orderImports.id, id), samePaper), isNull(orderImports.scanId), inArray(orderImports.status, open)))
    .returning({ id: orderImports.id })
  if (laid.some((one) => one.id === id)) return { scanId }
  const now = (await loadCoordinatedImport(work, id)).imported
  if (now.scanId) throw await alreadyLaid(work, now.scanId)
  refuseUnless(false, 'conflict', 'import.not-open')
  return { scanId }
}

const open = ['reading', 'choosing', 'ready', 'failed'] as const

/** Lays the signed paper to the order in force; the schools that were sent the road map read it as well. */
export async function layRoadMapScan(
  work: Work,
  { id, name }: { id: RoadMapId; name: string },
  received: Received,
): Promise<Laid> {
  const { owner, order } = await loadRoadMapInForce(work, id)
  refuseUnless(canCoordinate(work.actor, owner), 'forbidden', 'road-map.not-yours')
  refuseUnless(order, 'conflict', 'road-map.without-order')
  if (order.scanId) throw await alreadyLaid(work, order.scanId)
  const scanId = await layScan(work, owner.id, { received, name })
  if (!(await laySigned(work, order.id, scanId))) {
    const now = (await loadRoadMapInForce(work, id)).order
    throw await alreadyLaid(work, now?.scanId ?? scanId)
  }
  await shareOrders(work, id)
  return { scanId }
}
