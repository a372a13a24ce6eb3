import type { Service } from '../../server/work.ts'
import { draftAmendingOrder } from './amending-order.service.ts'
import { addRow, changeRow, keepRow, removeRow, restoreRow } from './change-rows.service.ts'
import type { correctionsContract } from './contract.ts'
import {
  abandonCorrection,
  approveCorrection,
  describeCorrection,
  nameMap,
  startCorrection,
} from './correction.service.ts'
import { listCorrections } from './load-correction.service.ts'
import { loadCorrection } from './view-correction.service.ts'
import './words.ts'

/** From a reason to the next revision of a road map. */
export const correctionsService: Service<typeof correctionsContract> = {
  listCorrections,
  startCorrection,
  loadCorrection,
  describeCorrection,
  nameMap,
  addRow,
  changeRow,
  removeRow,
  restoreRow,
  keepRow,
  approveCorrection,
  abandonCorrection,
  draftAmendingOrder,
}
