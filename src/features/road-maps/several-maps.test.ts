import { beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../../test/harness/app.ts'
import { twoPlans } from '../../../test/harness/two-plans.ts'
import { confirmImport, readImport, uploadOrder } from '../../../test/harness/upload-order.ts'
import { readText } from '../../paper/text.ts'
import { roadMapsContract } from './contract.ts'
import { importsContract } from './import-contract.ts'
import { answerOfMap, keepApart, roadMapsIn } from './several-maps.ts'
import { understand } from './understand.ts'
import { understandOrder } from './understand-order.ts'

const bytes = new TextEncoder().encode(twoPlans)
const answer = understandOrder(readText(bytes), { year: null })

let app: TestApp

beforeAll(async () => {
  app = await startTestApp({ now: '2026-02-10T06:00:00Z' })
})

test('each road map of a paper stands alone with the findings of its own', () => {
  expect(roadMapsIn(answer)).toHaveLength(2)
  const [first, second] = [answerOfMap(answer, 0), answerOfMap(answer, 1)]
  expect(first?.roadMaps).toBe(undefined)
  expect(first?.findings.some(({ code }) => code === 'missing-period')).toBe(false)
  expect(second?.findings.filter(({ code }) => code === 'missing-period').map(({ where }) => where.activity)).toEqual([
    '2',
  ])
  expect(answerOfMap(answer, 2)).toBe(null)
})

test('road maps that would be one project are kept apart', () => {
  const one = understand(answer, [])
  if (!one) throw new Error('nothing understood')
  const titles = keepApart([one, one, one]).map(({ programmeTitle }) => programmeTitle)
  expect(new Set(titles).size).toBe(3)
  expect(titles[0]).toBe(one.programmeTitle)
})

test('a file with two road maps asks which become imports, and each goes its own way', async () => {
  const choosing = await uploadOrder(app, bytes, 'Приказ 47.txt')
  expect(choosing.status).toBe('choosing')
  expect(choosing.maps.map(({ rows, year }) => [rows, year])).toEqual([
    [3, 2026],
    [2, 2026],
  ])
  const { id, rowVersion } = choosing
  const { body } = await app.as('coordinator').call(importsContract.chooseRoadMaps, { id, rowVersion, maps: [1, 0] })
  expect(body.imports.map(({ name, status }) => [name, status])).toEqual([
    ['Приказ 47.txt (карта 1)', 'ready'],
    ['Приказ 47.txt (карта 2)', 'ready'],
  ])
  const [first, second] = await Promise.all(body.imports.map((one) => readImport(app, one.id)))
  if (!first || !second) throw new Error('two imports were promised')
  expect(first.id).toBe(id)
  expect(second.fileId).toBe(first.fileId)
  expect(second.source).toEqual(first.source)
  expect(second.findings.some(({ code }) => code === 'missing-period')).toBe(true)
  expect(first.findings.some(({ code }) => code === 'missing-period')).toBe(false)

  const [one, other] = [await confirmImport(app, first), await confirmImport(app, second)]
  expect([one.body.outcome, other.body.outcome]).toEqual(['created', 'created'])
  const { body: listed } = await app.as('coordinator').call(roadMapsContract.listRoadMaps, {})
  expect(listed.roadMaps).toHaveLength(2)
})

test('one of two may be chosen alone, once, and only one that is there', async () => {
  const { id, rowVersion } = await uploadOrder(app, bytes, 'Приказ 48.txt')
  const choose = (maps: number[]) =>
    app.as('coordinator').call(importsContract.chooseRoadMaps, { id, rowVersion, maps })
  expect((await choose([7])).refusal.code).toBe('import.no-such-map')
  const answers = await Promise.all([choose([1]), choose([0])])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
  expect(answers.find(({ status }) => status === 200)?.body.imports[0]?.name).toBe('Приказ 48.txt')
})
