import type { Service } from '../../server/work.ts'
import { addRow, changeRow, keepRow, removeRow, restoreRow } from './change-rows.service.ts'
import type { correctionsContract } from './contract.ts'
import {
  abandonCorrection,
  approveCorrection,
  describeCorrection,
  printAmendingOrder,
  startCorrection,
} from './correction.service.ts'
import { listCorrections, loadCorrection } from './load-correction.service.ts'
import './words.ts'

/** From a reason to the next revision of a road map. */
export const correctionsService: Service<typeof correctionsContract> = {
  listCorrections,
  startCorrection,
  loadCorrection,
  describeCorrection,
  addRow,
  changeRow,
  removeRow,
  restoreRow,
  keepRow,
  approveCorrection,
  abandonCorrection,
  printAmendingOrder,
}
