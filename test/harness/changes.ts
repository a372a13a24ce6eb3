import { programmesContract } from '../../src/features/programmes/contract.ts'
import { demoOrderDocx } from '../../src/features/road-maps/demo-order.ts'
import { type ImportView, importsContract } from '../../src/features/road-maps/import-contract.ts'
import { upkeepContract } from '../../src/features/upkeep/contract.ts'
import { accessChanges } from './access-changes.ts'
import type { TestApp } from './app.ts'
import { askHouse } from './ask-house.ts'
import { assignmentChanges } from './assignment-changes.ts'
import { calendarChanges } from './calendar-changes.ts'
import { correctionChanges } from './correction-changes.ts'
import type { Visitor } from './district.ts'
import { documentChanges } from './document-changes.ts'
import { mapOrderChanges } from './map-order-changes.ts'
import { messageChanges } from './message-changes.ts'
import { moveChanges } from './move-changes.ts'
import { nextYearChanges } from './next-year-changes.ts'
import { offerChanges } from './offer-changes.ts'
import { organisationChanges } from './organisation-changes.ts'
import { packetChanges } from './packet-changes.ts'
import type { PlannedYear } from './planned-year.ts'
import { registryChanges } from './registry-changes.ts'
import { freshScan, scanChanges } from './scan-changes.ts'
import { schoolMapChanges } from './school-map-changes.ts'
import { school } from './someone.ts'
import { templateChanges } from './template-changes.ts'
import { fromTemplate, understoodRoadMap } from './template-map.ts'

/** A call that would succeed now. */
export type Change = {
  as: Visitor
  input: Record<string, unknown>
  upload?: Uint8Array
  /** The session of somebody made for this call alone. */
  cookie?: string
}

export type Stage = TestApp & { year: PlannedYear }

/** For every endpoint that changes something: a call on things made for it alone. `setUp` needs an empty installation. */
export const changes: Record<string, (stage: Stage) => Promise<Change>> = {
  ...accessChanges,
  ...messageChanges,
  ...organisationChanges,
  ...calendarChanges,
  ...registryChanges,
  'programmes.changeVariant': async (stage) => {
    const id = stage.year.programmeId
    const { body } = await stage.as('coordinator').call(programmesContract.listParticipants, { id })
    const last = body.participants.at(-1)
    const variant = last?.variant === 'first-or-repeated' ? 'persistent-or-signs' : 'first-or-repeated'
    const place = { id, organisationId: last?.organisationId, rowVersion: last?.rowVersion }
    return { as: 'coordinator', input: { ...place, variant, reason: 'по итогам года' } }
  },

  'imports.importOrder': async () => ({ as: 'coordinator', input: { name: 'Приказ.docx' }, upload: demoOrderDocx() }),
  'imports.startFromTemplate': async () => ({ as: 'coordinator', input: { year: 2031 } }),
  'imports.clarifyRoadMap': async (stage) => ({
    as: 'coordinator',
    input: { roadMapId: await understoodRoadMap(stage) },
  }),
  'imports.changeHeader': onTemplate({ change: { title: 'План сопровождения школ', coordinatorText: 'Заречная' } }),
  'imports.changeSection': onTemplate({ section: 0, audience: 'first-or-repeated' }),
  ...scanChanges,
  ...schoolMapChanges,
  ...correctionChanges,
  ...mapOrderChanges,
  ...packetChanges,
  ...documentChanges,
  ...nextYearChanges,
  ...templateChanges,
  ...offerChanges,
  'imports.addSection': onTemplate({ number: '4', title: 'Наставничество' }),
  'imports.addActivity': onTemplate({ section: 0, number: '9.9', title: 'Семинар для завучей' }),
  'imports.changeActivity': onTemplate({ key: '0.0', change: { title: 'Распределение школ', executors: ['МОУО'] } }),
  'imports.addParticipant': onTemplate({ organisationId: null, shortName: 'МБОУ «Дальняя»' }),
  'imports.changeParticipant': onTemplate({
    participant: 0,
    change: { variant: 'first-or-repeated', shortName: 'СОШ' },
  }),
  'imports.decideFinding': async (stage) => {
    const { id, rowVersion } = await readOrder(stage)
    return { as: 'coordinator', input: { id, rowVersion, finding: 0, decision: 'keep', note: 'так и задумано' } }
  },
  'imports.confirmUnderstanding': onTemplate({ orderNumber: '12', orderDate: '2024-02-01', reason: 'первый приказ' }),
  'imports.abandonImport': onTemplate({}),

  'road-maps.sendToSchools': async (stage) => {
    return { as: 'coordinator', input: { id: stage.year.roadMapId, organisationIds: [school(stage)] } }
  },
  'road-maps.layRoadMapScan': async (stage) => ({
    as: 'coordinator',
    input: { id: await understoodRoadMap(stage), name: 'Приказ.pdf' },
    upload: freshScan(),
  }),
  'road-maps.acknowledge': async (stage) => {
    await askHouse(stage.opora, 'update dispatch set acknowledged_at = null, acknowledged_by = null')
    return { as: 'director', input: { id: stage.year.roadMapId, organisationId: school(stage) } }
  },

  ...assignmentChanges,
  ...moveChanges,
  'upkeep.startBackup': async (stage) => {
    await askHouse(stage.opora, `update backup_run set status = 'interrupted' where status in ('waiting', 'running')`)
    return { as: 'chief', input: {} }
  },
  'upkeep.changeBackupSettings': async (stage) => {
    const { body } = await stage.as('chief').call(upkeepContract.loadBackups, {})
    return { as: 'chief', input: { rowVersion: body.settings.rowVersion, folder: null, atTime: '04:15' } }
  },
}

function onTemplate(rest: Record<string, unknown>) {
  return async (stage: Stage): Promise<Change> => {
    const { id, rowVersion } = await fromTemplate(stage)
    return { as: 'coordinator', input: { id, rowVersion, ...rest } }
  }
}

async function readOrder(stage: Stage): Promise<ImportView> {
  const how = { upload: demoOrderDocx() }
  const { body } = await stage.as('coordinator').call(importsContract.importOrder, { name: 'Приказ.docx' }, how)
  return settled(stage, body.id)
}

/** Waits until the job has read the paper. */
export async function settled({ as }: TestApp, id: ImportView['id']): Promise<ImportView> {
  for (let tries = 0; tries < 200; tries++) {
    const { body } = await as('coordinator').call(importsContract.loadImport, { id })
    if (body.status !== 'reading') return body
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error('the import was never read')
}
