import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { describe, test } from 'vitest'
import type { Finding } from '../../kernel/finding.ts'
import { openPaper } from '../../paper/open-paper.ts'
import type { ParseAnswer } from './order.ts'
import { understandOrder } from './understand-order.ts'

/** The real order is never part of the product: it is read from the folder beside the repository, where there is one. */
const shared = new URL('../../../../shared/', import.meta.url)
const papers = [
  'seeds/order-31.txt',
  'samples/order-31.docx',
  'samples/order-31-autonumbered-tracked.docx',
  'samples/order-31-from-html.docx',
  'samples/order-31.doc',
  'samples/order-31.odt',
  'samples/order-31.pdf',
]
/** These hold only the table, and the finding of its title; what is wrong with the order cannot be found in them. */
const workbooks = ['samples/order-31.xlsx', 'samples/order-31.xls', 'samples/order-31.ods']

describe.runIf(existsSync(shared))('the source order', () => {
  for (const paper of papers) {
    test(`is understood value by value from ${paper}`, async () => {
      const expected = JSON.parse(readFileSync(new URL('samples/order-31.expected.json', shared), 'utf8'))
      const answer = understandOrder(await openPaper(new URL(paper, shared).pathname), { year: null })
      const { order, roadMap } = comparable(answer)
      // With its changes accepted, one cell of this sample names the year as well (samples/README.md).
      const tracked = paper.includes('tracked') ? { from: 'Февраль 2024 г.', to: 'Февраль' } : null
      assert.deepEqual(order, expected.order)
      assert.deepEqual(withText(roadMap, tracked), expected.roadMap)
      assert.deepEqual(answer.findings.map(inShort).toSorted(), expected.findings.map(inShort).toSorted())
      assert.ok(answer.findings.every(({ severity }) => severity !== 'error'))
    })
  }

  for (const workbook of workbooks) {
    test(`gives its table value by value from ${workbook}`, async () => {
      const expected = JSON.parse(readFileSync(new URL('samples/order-31.expected.json', shared), 'utf8'))
      const answer = understandOrder(await openPaper(new URL(workbook, shared).pathname), { year: null })
      const ofTable = expected.findings.map(inShort).filter((one: string) => !one.endsWith(' order'))
      assert.equal(answer.order, null)
      assert.deepEqual(comparable(answer).roadMap, expected.roadMap)
      assert.deepEqual(answer.findings.map(inShort).toSorted(), ofTable.toSorted())
    })
  }

  test('tells each row by its place in the file', async () => {
    const { roadMap } = understandOrder(await openPaper(new URL('samples/order-31.docx', shared).pathname), {
      year: null,
    })
    const rows = roadMap?.sections.flatMap(({ activities }) => activities.map(({ source }) => source.row))
    assert.deepEqual(rows, [3, 4, 5, 7, 8, 9, 10, 12, 15, 16, 17])
  })
})

/** As it travels, and without the rows and pages, which differ from format to format. */
function comparable(answer: ParseAnswer): ParseAnswer {
  return JSON.parse(JSON.stringify(answer), (key, value) => (key === 'row' || key === 'page' ? null : value))
}

function withText(value: unknown, change: { from: string; to: string } | null): unknown {
  return JSON.parse(JSON.stringify(value), (key, text) => (key === 'text' && text === change?.from ? change?.to : text))
}

function inShort({ code, where }: Finding | { code: string; where: string }): string {
  if (typeof where === 'string') return `${code} ${where}`
  return `${code} ${where.activity ?? (where.part === 'title' ? 'road map title' : where.part)}`
}
