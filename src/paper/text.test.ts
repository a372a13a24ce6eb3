import assert from 'node:assert/strict'
import { test } from 'vitest'
import { readText } from './text.ts'

test('lines are paragraphs, and the marks of bold text are not text', () => {
  assert.deepEqual(read('**ПРИКАЗ\nо школах**\n\nтекст'), ['ПРИКАЗ', 'о школах', '', 'текст'])
})

test('rows of cells parted by tabs are a table; a row with an empty first cell stays a row', () => {
  const text = '№\tМероприятие\tСрок\n1\tСеминар по\tмарт\n\n\tматематике\t\nконец'
  assert.deepEqual(read(text), [
    [
      ['№', 'Мероприятие', 'Срок'],
      ['1', 'Семинар по', 'март'],
      ['', 'математике', ''],
    ],
    'конец',
  ])
})

test('a row broken inside a cell is joined', () => {
  const text = '№\tМероприятие\tСрок\n1\tСеминар\nпо математике\tмарт\n2\tОпрос\tапрель\nмай\n3\tИтоги\tиюнь'
  assert.deepEqual(read(text), [
    [
      ['№', 'Мероприятие', 'Срок'],
      ['1', 'Семинар\nпо математике', 'март'],
      ['2', 'Опрос', 'апрель\nмай'],
      ['3', 'Итоги', 'июнь'],
    ],
  ])
})

test('a heading of a section between rows is a row of one cell', () => {
  const text = '№\tМероприятие\tСрок\n1. Все школы\n1.1\tСеминар\tмарт'
  assert.deepEqual(read(text), [[['№', 'Мероприятие', 'Срок'], ['1. Все школы'], ['1.1', 'Семинар', 'март']]])
})

test('a new head after a heading begins a new table', () => {
  const text = '№\tШкола\tАдрес\n1\tПервая\tул. Новая\nПлан\n№\tМероприятие\tСрок\n1\tСеминар\tмарт'
  assert.equal(read(text).length, 3)
})

test('a table of bars is read with or without its ruler and outer bars', () => {
  const rows = [
    ['№', 'Срок', 'Кто'],
    ['1', '', 'МОУО'],
  ]
  assert.deepEqual(read('| № | Срок | Кто |\n|---|:--|---|\n| 1 | | МОУО |'), [rows])
  assert.deepEqual(read('№ | Срок | Кто\n1 | | МОУО'), [rows])
})

test('one cell per line becomes a table where a head and numbers show its width', () => {
  assert.deepEqual(read('№ п/п\nМероприятие\nСрок\n1\nСеминар\nмарт\n2\nОпрос\nапрель'), [
    [
      ['№ п/п', 'Мероприятие', 'Срок'],
      ['1', 'Семинар', 'март'],
      ['2', 'Опрос', 'апрель'],
    ],
  ])
})

/** Paragraphs as texts, tables as rows of cells. */
function read(text: string): (string | string[][])[] {
  return readText(Buffer.from(text)).blocks.map((block) =>
    block.kind === 'paragraph' ? block.text : block.rows.map((row) => row.cells.map((cell) => cell.text)),
  )
}
