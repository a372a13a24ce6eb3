import type { Service } from '../../server/work.ts'
import { amendmentText } from './amendments.ts'
import { chooseRoadMaps } from './choose-road-maps.service.ts'
import { compareImport } from './compare-import.service.ts'
import { confirmUnderstanding } from './confirm-understanding.service.ts'
import type { roadMapsContract } from './contract.ts'
import { acknowledge, listDispatches, previewDispatch, sendToSchools } from './dispatch.service.ts'
import { editing } from './edit-understanding.service.ts'
import type { importsContract } from './import-contract.ts'
import {
  abandonImport,
  clarifyRoadMap,
  importOrder,
  listImports,
  loadCoordinatedImport,
  loadImport,
  startFromTemplate,
} from './import-order.service.ts'
import { layImportScan, layRoadMapScan } from './lay-scan.service.ts'
import { printRoadMap } from './print-road-map.service.ts'
import { listRevisions, listRoadMaps, loadRoadMap } from './road-maps.service.ts'
import { compareRevision, listActivityHistory } from './row-history.service.ts'
import { typeRows } from './type-rows.service.ts'
import './words.ts'

/** From a paper to a road map. */
export const importsService: Service<typeof importsContract> = {
  importOrder,
  startFromTemplate,
  clarifyRoadMap,
  listImports,
  loadImport,
  abandonImport,
  chooseRoadMaps,
  typeRows,
  layImportScan,
  ...editing,
  compareImport,
  confirmUnderstanding,

  async draftAmendments(work, { id }) {
    const { imported } = await loadCoordinatedImport(work, id)
    const { answer, understanding } = imported
    const decided = understanding?.decisions.filter((one) => one.decision === 'amend') ?? []
    return { decisions: decided, text: answer && understanding ? amendmentText(answer, understanding) : '' }
  },
}

/** The road map in force, and its way to the schools. */
export const roadMapsService: Service<typeof roadMapsContract> = {
  listRoadMaps,
  loadRoadMap,
  printRoadMap,
  layRoadMapScan,
  listRevisions,
  compareRevision,
  listActivityHistory,
  previewDispatch,
  listDispatches,
  sendToSchools,
  acknowledge,
}
