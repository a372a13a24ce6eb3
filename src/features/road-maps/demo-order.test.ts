import assert from 'node:assert/strict'
import { test } from 'vitest'
import { readDocx } from '../../paper/docx.ts'
import { readText } from '../../paper/text.ts'
import { demoOrderDocx, demoOrderText } from './demo-order.ts'
import { ParseAnswerSchema } from './order.ts'
import { understandOrder } from './understand-order.ts'

const answer = understandOrder(readDocx(demoOrderDocx()), { year: null })

test('the order of the demonstration has eleven activities in three sections and six schools', () => {
  const rows = answer.roadMap?.sections.map((section) => [
    section.audience,
    ...section.activities.map(({ number }) => number),
  ])
  assert.deepEqual(rows, [
    ['all', '1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7'],
    ['first-or-repeated', '2.1'],
    ['persistent-or-signs', '3.1', '3.2', '3.3'],
  ])
  assert.equal(answer.order?.number, '47')
  assert.equal(answer.order?.date, '2026-02-09')
  assert.equal(answer.order?.participants.length, 6)
  assert.deepEqual(
    answer.order?.people.map(({ role }) => role),
    ['coordinator', 'controller', 'signatory'],
  )
  assert.equal(answer.roadMap?.year, 2026)
})

test('it carries every kind of slip that it is meant to show', () => {
  assert.deepEqual(
    answer.findings.map(({ code, where }) => `${code} ${where.activity ?? where.part}`),
    [
      'year-mismatch order',
      'year-mismatch title',
      'basis-later-than-order order',
      'cell-cut-short 1.1',
      'unbalanced-quotes 1.4',
      'unbalanced-quotes 2.1',
      'missing-executor 2.1',
      'missing-executor 3.1',
      'missing-executor 3.2',
      'missing-executor 3.3',
      'missing-period 3.3',
      'missing-result 3.3',
      'missing-audience 3.3',
      'order-of-activities 1.6',
    ],
  )
})

test('as text and as a document it is one and the same', () => {
  assert.deepEqual(understandOrder(readText(Buffer.from(demoOrderText)), { year: null }), answer)
})

test('however its text was copied, it is the same order', () => {
  const lines = demoOrderText.split('\n')
  const rewritten = (row: (cells: string[]) => string) =>
    lines.map((line) => (line.includes('\t') ? row(line.split('\t')) : line)).join('\n')
  const isSection = (cells: string[]) => cells.slice(1).every((cell) => cell === '')
  const copies = {
    'with bars': rewritten((cells) => `| ${cells.join(' | ')} |`),
    'without tabs at the ends of lines': rewritten((cells) => cells.join('\t').trimEnd()),
    'one cell per line': rewritten((cells) => (isSection(cells) ? (cells[0] ?? '') : cells.join('\n'))),
    'with the ends of lines of another system': demoOrderText.replaceAll('\n', '\r\n'),
  }
  for (const [how, text] of Object.entries(copies)) {
    const copied = understandOrder(readText(Buffer.from(text)), { year: null })
    assert.deepEqual(copied.roadMap, answer.roadMap, how)
    assert.deepEqual(copied.order, answer.order, how)
  }
})

test('with its columns in any order it says the same', () => {
  for (const order of [
    [1, 3, 2, 0, 4, 5],
    [4, 5, 0, 1, 2, 3],
    [2, 0, 1, 3, 5, 4],
    [3, 4, 2, 1, 0, 5],
  ]) {
    const lines = demoOrderText.split('\n').map((line) => {
      const cells = line.split('\t')
      const isRow = cells.slice(1).some((cell) => cell !== '')
      return isRow ? order.map((at) => cells[at]).join('\t') : line
    })
    const { roadMap, findings } = understandOrder(readText(Buffer.from(lines.join('\n'))), { year: null })
    assert.deepEqual(roadMap?.sections, answer.roadMap?.sections)
    assert.deepEqual(findings, answer.findings)
  }
})

test('what is understood has the shape that the wire promises', () => {
  assert.deepEqual(ParseAnswerSchema.parse(answer), answer)
})
