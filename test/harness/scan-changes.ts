import { type ImportView, importsContract } from '../../src/features/road-maps/import-contract.ts'
import { scansContract } from '../../src/features/scans/contract.ts'
import { newId } from '../../src/kernel/id.ts'
import type { Change, Stage } from './changes.ts'
import { scanPdf, scanPng } from './scan-file.ts'
import { twoPlans } from './two-plans.ts'
import { readImport } from './upload-order.ts'

let marks = 0

/** A picture that nobody has given yet. */
export function freshScan(): Uint8Array {
  return Buffer.concat([scanPdf(1, ++marks), Buffer.from(`\n% ${newId()}\n%%EOF`)])
}

/** Examples of changes around signed scans. */
export const scanChanges: Record<string, (stage: Stage) => Promise<Change>> = {
  'imports.typeRows': async (stage) => {
    const { id, rowVersion } = await unreadableScan(stage)
    return { as: 'coordinator', input: { id, rowVersion, from: 'template', year: 2030 } }
  },
  'imports.chooseRoadMaps': async (stage) => {
    const how = { upload: new TextEncoder().encode(twoPlans) }
    const { body } = await stage.as('coordinator').call(importsContract.importOrder, { name: 'Две карты.txt' }, how)
    const { id, rowVersion } = await readImport(stage, body.id)
    return { as: 'coordinator', input: { id, rowVersion, maps: [0, 1] } }
  },
  'imports.layImportScan': async (stage) => {
    const { body } = await stage.as('coordinator').call(importsContract.startFromTemplate, { year: 2031 })
    return { as: 'coordinator', input: { id: body.id, name: 'Приказ.pdf' }, upload: freshScan() }
  },
  'scans.addScanPage': onScan,
  'scans.replaceScan': onScan,
}

async function onScan(stage: Stage): Promise<Change> {
  const { as } = stage
  const { body: begun } = await as('coordinator').call(importsContract.startFromTemplate, { year: 2031 })
  const first = { upload: freshScan() }
  const { body } = await as('coordinator').call(
    importsContract.layImportScan,
    { id: begun.id, name: 'Лист 1.pdf' },
    first,
  )
  const { body: scan } = await as('coordinator').call(scansContract.loadScan, { id: body.scanId })
  const input = { id: scan.id, rowVersion: scan.rowVersion, name: 'Лист 2.pdf' }
  return { as: 'coordinator', input, upload: freshScan() }
}

async function unreadableScan(stage: Stage): Promise<ImportView> {
  const how = { upload: scanPng(++marks) }
  const { body } = await stage.as('coordinator').call(importsContract.importOrder, { name: 'Приказ.png' }, how)
  return readImport(stage, body.id)
}
