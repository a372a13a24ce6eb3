import { beforeAll, describe, expect, test } from 'vitest'
import { populate } from '../bench/populate.ts'
import { assignmentsContract } from '../src/features/assignments/contract.ts'
import { correctionsContract } from '../src/features/corrections/contract.ts'
import { importsContract } from '../src/features/road-maps/import-contract.ts'
import { schoolMapsContract } from '../src/features/school-maps/contract.ts'
import type { Endpoint } from '../src/kernel/contract.ts'
import type { Stage } from './harness/changes.ts'
import { registerOrder } from './harness/document-changes.ts'
import { readerOf, registry, startStage } from './harness/make-change.ts'
import { calendarToken, sentLetter } from './harness/message-changes.ts'
import { begunAndChanged, correctedAndChanged } from './harness/offer-changes.ts'
import { givenTable } from './harness/registry-changes.ts'
import { sampleInput } from './harness/sample-input.ts'
import { scanPdf } from './harness/scan-file.ts'

const FEW = { schools: 10, activities: 5, tasks: 10, others: 10, ownRows: 2 }
const MANY = { schools: 990, activities: 0, tasks: 990, others: 990, ownRows: 2 }

type Asked = { status: number; statements: number; bytes: number }

const reading = registry.filter(({ endpoint }) => endpoint.method === 'GET')
const few = new Map<string, Asked>()
const many = new Map<string, Asked>()

beforeAll(async () => {
  const stage = await startStage()
  const known = await idsOf(stage)
  await populate(stage.opora.database, placeOf(stage), FEW)
  await askAll(stage, known, few)
  await populate(stage.opora.database, placeOf(stage), MANY)
  await askAll(stage, known, many)
}, 240_000)

describe('an endpoint asks the database as often for a thousand rows as for ten', () => {
  test.each(reading.map(({ name }) => name))('%s', (name) => {
    expect([name, few.get(name)?.status, many.get(name)?.status]).toEqual([name, 200, 200])
    expect(many.get(name)?.statements).toBe(few.get(name)?.statements)
    expect(many.get(name)?.statements).toBeLessThanOrEqual(20)
  })
})

test('the thousand rows were there to be read', () => {
  for (const name of ['assignments.loadMatrix', 'access.listPeople', 'imports.listImports']) {
    expect(many.get(name)?.bytes).toBeGreaterThan(10 * (few.get(name)?.bytes ?? 0))
  }
  // Of these a page comes, full.
  expect(many.get('assignments.listSchoolsOwnRows')?.bytes).toBeGreaterThan(
    2 * (few.get('assignments.listSchoolsOwnRows')?.bytes ?? 0),
  )
  expect(many.get('assignments.listTasks')?.bytes).toBeGreaterThan(3 * (few.get('assignments.listTasks')?.bytes ?? 0))
})

async function askAll({ as }: Stage, known: Map<string, object>, answers: Map<string, Asked>) {
  for (const { name, endpoint } of reading) {
    const { status, statements, raw } = await as(readerOf(endpoint)).call(endpoint, inputFor(name, endpoint, known))
    answers.set(name, { status, statements, bytes: raw.length })
  }
}

function inputFor(name: string, endpoint: Endpoint, known: Map<string, object>): Record<string, unknown> {
  return sampleInput(endpoint, { ...known.get(name.split('.')[0] ?? ''), ...known.get(name) })
}

/** Real things for the endpoints that read one. */
async function idsOf(stage: Stage): Promise<Map<string, object>> {
  const { as, year, district } = stage
  const [first] = district.schools
  if (!first) throw new Error('a district without schools')
  const organisationId = first.id
  const given = await as('coordinator').call(assignmentsContract.giveTask, {
    text: 'Сообщите число слушателей',
    dueOn: '2024-06-20',
    organisationIds: district.schools.map(({ id }) => id),
  })
  const letter = { upload: Buffer.from('письмо') }
  const file = await as('coordinator').call(assignmentsContract.keepLetterFile, { name: 'Письмо.txt' }, letter)
  const imported = await as('coordinator').call(importsContract.startFromTemplate, { year: 2030 })
  const laid = await as('coordinator').call(
    importsContract.layImportScan,
    { id: imported.body.id, name: 'Приказ.pdf' },
    { upload: scanPdf(2) },
  )
  const table = await givenTable(stage, [
    ['Краткое название', 'Вид'],
    ['МБОУ «Табличная»', 'школа'],
  ])
  const { body: correction } = await as('coordinator').call(correctionsContract.startCorrection, {
    ...{ roadMapId: year.roadMapId, reason: 'по собеседованиям', basisKind: 'interview', basis: '' },
  })
  const offered = await begunAndChanged(stage)
  const corrected = await correctedAndChanged(stage)
  const place = { programmeId: year.programmeId, organisationId }
  await as('director').call(schoolMapsContract.startSchoolMap, place)
  const { body: map } = await as('director').call(schoolMapsContract.loadSchoolMap, place)
  const order = await registerOrder(stage)
  return new Map<string, object>([
    ['corrections', { id: correction.id, roadMapId: year.roadMapId }],
    ['documents', { id: order.id }],
    ['drafting', { id: order.id }],
    ['scans', { id: laid.body.scanId }],
    ['files', { id: file.body.id }],
    ['organisations', { id: organisationId }],
    ['programmes', { id: year.programmeId, organisationId }],
    ['imports', { id: imported.body.id }],
    ['journal', { id: district.people.director }],
    ['registry', { id: table.id }],
    ['mail', { id: await sentLetter(stage) }],
    ['calendar-file', { token: await calendarToken(stage, 'coordinator') }],
    ['personal-data', { id: district.people.director }],
    ['road-maps', { id: year.roadMapId }],
    ['template-offers.findForImport', { id: offered.id }],
    ['template-offers.findForCorrection', { id: corrected.id }],
    ['templates', { key: 'support-project', year: 2030, roadMapId: year.roadMapId }],
    ['rollovers', { roadMapId: year.roadMapId }],
    ['school-maps', { programmeId: year.programmeId, organisationId, id: map.map?.id }],
    ['road-maps', { id: year.roadMapId, activityId: year.activities['1.2'] }],
    ['packets', { programmeId: year.programmeId, organisationId }],
    ['rehearsals', { id: year.roadMapId }],
    ['rehearsals.rehearseCorrection', { id: correction.id }],
    ['rehearsals.exportCorrectionRehearsal', { id: correction.id }],
    ['rehearsals.rehearseImport', { id: imported.body.id }],
    ['rehearsals.exportImportRehearsal', { id: imported.body.id }],
    ['assignments', { programmeId: year.programmeId, activityId: year.activities['1.2'], organisationId }],
    ['assignments.countSchoolsOwnRows', { year: 2024 }],
    ['assignments.listSchoolsOwnRows', { year: 2024 }],
    ['assignments.loadTask', { activityId: given.body.activityId }],
  ])
}

function placeOf({ district, year }: Stage) {
  const [school] = district.schools
  if (!school) throw new Error('a district without schools')
  return { authority: district.authority, ...year, coordinatorId: district.people.coordinator, school }
}
