import type { Id } from '../../kernel/id.ts'
import type { Work } from '../../server/work.ts'
import { laidOut } from '../road-maps/row-difference.ts'
import type { CorrectionView } from './contract.ts'
import { changesText } from './correction.ts'
import { viewOrder } from './correction-orders.service.ts'
import { loadWhole, schoolsConcerned, summaryOf, viewOf } from './load-correction.service.ts'

/** Everything about a correction: its rows, its order, and whose plan it changes. */
export async function loadCorrection(work: Work, { id }: { id: Id<'correction'> }): Promise<CorrectionView> {
  const loaded = await loadWhole(work, id)
  const { correction, inForce, changes } = loaded
  const { roadMap, revision } = inForce
  return {
    ...summaryOf(correction),
    title: roadMap.title,
    newTitle: loaded.newTitle,
    revision: revision.number,
    signedNumber: revision.orderNumber,
    signedDate: revision.orderDate,
    rows: laidOut(loaded.rows, changes).map((activityId) => viewOf(activityId, loaded)),
    needsOrder: changesText(loaded),
    order: await viewOrder(work, loaded),
    schools: await schoolsConcerned(work, loaded),
  }
}
