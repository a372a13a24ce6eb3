import type { Service } from '../../server/work.ts'
import { commentSchoolMap, resolveMapComment } from './comments.service.ts'
import { answerForRow } from './consent.service.ts'
import type { schoolMapsContract } from './contract.ts'
import { listMapRevisions } from './history.service.ts'
import { listSchoolMaps } from './list-maps.service.ts'
import { addMeasures, saveMapAsTemplate } from './measures.service.ts'
import { printSchoolMap } from './print-map.service.ts'
import { loadSchoolMap } from './read-map.service.ts'
import { addMapRow, changeMapRow } from './rows.service.ts'
import { startSchoolMaps } from './start-maps.service.ts'
import {
  abandonMapCorrection,
  agreeSchoolMap,
  approveSchoolMap,
  correctSchoolMap,
  returnSchoolMap,
  startSchoolMap,
  submitSchoolMap,
} from './steps.service.ts'
import './words.ts'

export const schoolMapsService: Service<typeof schoolMapsContract> = {
  listSchoolMaps,
  loadSchoolMap,
  printSchoolMap,
  listMapRevisions,
  startSchoolMap,
  startSchoolMaps,
  correctSchoolMap,
  abandonMapCorrection,
  addMapRow,
  addMeasures,
  saveMapAsTemplate,
  changeMapRow,
  submitSchoolMap,
  agreeSchoolMap,
  returnSchoolMap,
  approveSchoolMap,
  answerForRow,
  commentSchoolMap,
  resolveMapComment,
}
