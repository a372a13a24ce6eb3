import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../../test/harness/app.ts'
import { tablesOf } from '../../../test/harness/paper-texts.ts'
import { confirmImport, uploadOrder } from '../../../test/harness/upload-order.ts'
import { type PlanFile, plansOf } from '../../../test/plans/plan-file.ts'
import type { RoadMapId } from '../../kernel/id.ts'
import { readPaperBytes } from '../../paper/open-paper.ts'
import { openArchive } from '../../paper/unzip.ts'
import { zip } from '../../paper/zip.ts'
import { roadMapsContract } from './contract.ts'
import { demoOrderDocx } from './demo-order.ts'
import { keptAnswer } from './kept-answer.ts'
import type { ParseAnswer } from './order.ts'
import { differencesOf, printRoadMaps } from './print-road-map.ts'
import { understandOrder } from './understand-order.ts'

/** Titles that name no plan, lists without a table: what a table in a file cannot say again word for word. */
const weak: ReadonlySet<string> = new Set(['date-opens-the-item', 'order-clauses', 'several-tables-and-annexes'])

describe.each(['docx', 'xlsx'] as const)('as .%s', (format) => {
  test.each(plansOf('work').filter(({ name }) => !weak.has(name)))(
    'the plan «$name» leaves and comes back the same',
    async ({ paper }: PlanFile) => {
      const first = understandOrder(paper, { year: null })
      expect(await differencesAfter(first, format)).toBe(0)
    },
  )

  test('the order of the demonstration leaves and comes back the same', async () => {
    const first = understandOrder(await readPaperBytes(demoOrderDocx()), { year: null })
    expect(await differencesAfter(first, format)).toBe(0)
  })

  const samples = ['docx', 'doc', 'odt', 'ods', 'xls', 'xlsx', 'pdf'].flatMap((ending) => {
    const path = new URL(`../../../../shared/samples/order-31.${ending}`, import.meta.url).pathname
    return existsSync(path) ? [path] : []
  })
  test.each(samples)('the sample %s leaves and comes back the same', async (path) => {
    const first = understandOrder(await readPaperBytes(readFileSync(path)), { year: null })
    expect(await differencesAfter(first, format)).toBe(0)
  })
})

test('a file of ours has no parts but those that every office program keeps', async () => {
  const bytes = await printRoadMaps(understandOrder(await readPaperBytes(demoOrderDocx()), { year: null }), 'docx')
  expect(openArchive(bytes).names.filter((name) => name.includes('custom'))).toEqual([])
  const [table] = tablesOf(await readPaperBytes(bytes))
  expect(table?.rows.map(({ isHeader }) => isHeader).slice(0, 3)).toEqual([true, false, false])
  expect(table?.rows[1]?.cells).toHaveLength(1)
  const document = Buffer.from(openArchive(bytes).read('word/document.xml')).toString()
  expect(document).toContain('w:orient="landscape"')
  expect(document).toContain('приказом Управления образования')
  expect(document).toContain('от 09.02.2026 № 47')
})

test('a year that a person gave is written where nothing else says it', async () => {
  const paper = await readPaperBytes(
    Buffer.from('План\n\n№\tМероприятие\tСрок\n1\tСеминар\tмарт\n2\tСовещание\tапрель\n'),
  )
  const first = understandOrder(paper, { year: 2027 })
  const again = understandOrder(await readPaperBytes(await printRoadMaps(first, 'docx')), { year: null })
  expect(again.roadMap?.year).toBe(2027)
  expect(again.roadMap?.sections[0]?.activities[0]?.period?.windows).toEqual([
    { start: '2027-03-01', end: '2027-03-31' },
  ])
})

test('the answer kept as .json is the answer', async () => {
  const first = understandOrder(await readPaperBytes(demoOrderDocx()), { year: null })
  expect(keptAnswer(await printRoadMaps(first, 'json'))).toEqual(first)
  for (const text of ['{', '{\\rtf1}', '{"order":1}', '']) expect(keptAnswer(Buffer.from(text))).toBe(null)
})

describe('from the road map in force', () => {
  let app: TestApp
  let id: RoadMapId
  const ask = async (who: Parameters<TestApp['as']>[0], format: 'docx' | 'xlsx' | 'json') => {
    const answer = await app.as(who).call(roadMapsContract.printRoadMap, { id, format })
    return answer
  }

  beforeAll(async () => {
    app = await startTestApp()
    const confirmed = await confirmImport(app, await uploadOrder(app, demoOrderDocx()))
    id = confirmed.body.roadMapId
  })

  test('the authority takes the whole of it, a school its own plan, and others nothing', async () => {
    const whole = await ask('coordinator', 'docx')
    const sheet = await ask('coordinator', 'xlsx')
    expect([whole.status, sheet.status]).toEqual([200, 200])
    const first = understandOrder(await readPaperBytes(demoOrderDocx()), { year: null })
    const signed = first.roadMap ? { ...first.roadMap, year: 2026 } : null
    for (const { raw } of [whole, sheet]) {
      const again = understandOrder(await readPaperBytes(raw), { year: null })
      expect(differencesOf(signed ? [signed] : [], mapsOf(again))).toBe(0)
    }
    expect([(await ask('director', 'docx')).status, (await ask('stranger', 'docx')).status]).toEqual([404, 404])

    const organisationIds = app.district.schools.slice(0, 1).map((school) => school.id)
    await app.as('coordinator').call(roadMapsContract.sendToSchools, { id, organisationIds })
    const own = await app.as('director').call(roadMapsContract.loadRoadMap, { id })
    const kept = keptAnswer((await ask('director', 'json')).raw)
    const numbers = (sections: { activities: { number: string | null }[] }[]) =>
      sections.flatMap(({ activities }) => activities.map(({ number }) => number))
    expect(numbers(kept?.roadMap?.sections ?? [])).toEqual(numbers(own.body.sections))
    expect(numbers(kept?.roadMap?.sections ?? []).length).toBeLessThan(numbers(signed?.sections ?? []).length)
    expect((await ask('neighbour', 'docx')).status).toBe(404)
    const wrong = { id, format: 'pdf' as 'docx' } // what the contract does not know
    expect((await app.as('coordinator').call(roadMapsContract.printRoadMap, wrong)).status).toBe(400)
  })
})

async function differencesAfter(first: ParseAnswer, format: 'docx' | 'xlsx'): Promise<number> {
  expect(first.roadMap).not.toBe(null)
  const bytes = await printRoadMaps(first, format)
  const again = understandOrder(await readPaperBytes(withoutCustomParts(bytes)), { year: null })
  return differencesOf(mapsOf(first), mapsOf(again))
}

function mapsOf({ roadMap, roadMaps }: ParseAnswer) {
  return roadMaps ?? (roadMap ? [roadMap] : [])
}

/** As an office program saves it that does not know the parts of others. */
function withoutCustomParts(bytes: Uint8Array): Uint8Array {
  const archive = openArchive(bytes)
  const kept = archive.names.filter((name) => !/custom|docProps/i.test(name))
  return zip(Object.fromEntries(kept.map((name) => [name, archive.read(name)])))
}
