import assert from 'node:assert/strict'
import { test } from 'vitest'
import { tablesOf, textsOf } from '../../test/harness/paper-texts.ts'
import { xlsxFile, xrow } from '../../test/harness/sheet-files.ts'
import { readXlsx } from './xlsx.ts'

const head = xrow(1, ['№', 'Мероприятие', 'Срок'])

test('a number of an activity is read as its cell shows it', () => {
  const rows =
    head +
    xrow(2, ['<c><v>1.1000000000000001</v></c>', 'Семинар', 'март']) +
    xrow(3, ['<c s="1"><v>1.1</v></c>', 'Опрос', 'май']) +
    xrow(4, ['<c s="2"><v>3</v></c>', 'Итоги', 'июнь'])
  const [table] = textsOf(readXlsx(xlsxFile({ sheets: [{ rows }], formats: ['0.00', '0"."'] })))
  assert.deepEqual(Array.isArray(table) && table.map(([number]) => number), ['№', '1.1', '1.10', '3.'])
})

test('signs that a workbook writes by their codes are read as signs', () => {
  const strings = ['<t>МОУО_x000D_\nшколы_x0021_</t>']
  const rows = head + xrow(2, ['1', '<c t="s"><v>0</v></c>', '<c t="str"><f>A1</f><v>май_x000D_</v></c>'])
  assert.deepEqual(textsOf(readXlsx(xlsxFile({ sheets: [{ rows }], strings }))), [
    [
      ['№', 'Мероприятие', 'Срок'],
      ['1', 'МОУО\nшколы!', 'май'],
    ],
  ])
})

test('a month kept as a day is read as the month that the cell shows', () => {
  const rows =
    head + xrow(2, ['1', 'Семинар', '<c s="1"><v>45323</v></c>']) + xrow(3, ['2', 'Опрос', '<c s="2"><v>45366</v></c>'])
  const formats = ['[$-419]mmmm\\ yyyy;@', 'dd\\.mm\\.yyyy']
  assert.deepEqual(textsOf(readXlsx(xlsxFile({ sheets: [{ rows }], formats }))), [
    [
      ['№', 'Мероприятие', 'Срок'],
      ['1', 'Семинар', 'февраль 2024'],
      ['2', 'Опрос', '15.03.2024'],
    ],
  ])
})

test('a shared text in several hands is one text, without the reading aid', () => {
  const strings = ['<t>просто</t>', '<r><t>Семи</t></r><r><rPr><b/></rPr><t>нар</t></r><rPh><t>x</t></rPh>']
  const rows = head + xrow(2, ['1', '<c t="s"><v>1</v></c>', '<c t="s"><v>0</v></c>'])
  assert.deepEqual(textsOf(readXlsx(xlsxFile({ sheets: [{ rows }], strings })))[0]?.[1], ['1', 'Семинар', 'просто'])
})

test('a cell merged over columns or down keeps its width, and its text in every row that it covers', () => {
  const rows = head + xrow(2, ['1. Все школы']) + xrow(3, ['1', 'Семинар', 'март']) + xrow(4, ['2', 'Опрос'])
  const [table] = tablesOf(readXlsx(xlsxFile({ sheets: [{ rows, merges: ['A2:C2', 'C3:C4'] }] })))
  assert.equal(table?.rows[1]?.cells[0]?.colSpan, 3)
  assert.equal(table?.rows[2]?.cells[2]?.rowSpan, 2)
  assert.deepEqual(
    table?.rows[3]?.cells.map(({ text, isMergedDown }) => [text, isMergedDown]),
    [
      ['2', false],
      ['Опрос', false],
      ['март', true],
    ],
  )
})

test('what stands above and below a table is text, and rows keep their numbers in the sheet', () => {
  const rows =
    xrow(1, ['УТВЕРЖДАЮ']) +
    xrow(3, ['План работы']) +
    xrow(5, ['№', 'Мероприятие', 'Срок']) +
    xrow(6, ['1', 'Семинар', 'март']) +
    xrow(9, ['Начальник', '', 'А.А. Белова'])
  const paper = readXlsx(xlsxFile({ sheets: [{ rows }] }))
  assert.deepEqual(textsOf(paper), [
    'УТВЕРЖДАЮ',
    'План работы',
    [
      ['№', 'Мероприятие', 'Срок'],
      ['1', 'Семинар', 'март'],
    ],
    'Начальник',
    'А.А. Белова',
  ])
  assert.deepEqual(
    tablesOf(paper)[0]?.rows.map(({ row }) => row),
    [5, 6],
  )
})

test('each sheet is a table of its own under its name; hidden sheets and empty ones are left out', () => {
  const rows = head + xrow(2, ['1', 'Семинар', 'март'])
  const sheets = [
    { name: 'Сентябрь', rows },
    { name: 'Списки', state: 'hidden', rows },
    { name: 'Лист3', rows: '' },
    { name: 'Октябрь', rows },
  ]
  const paper = readXlsx(xlsxFile({ sheets }))
  assert.deepEqual(
    tablesOf(paper).map(({ table }) => table),
    [1, 2],
  )
  assert.deepEqual(
    textsOf(paper).filter((text) => typeof text === 'string'),
    ['Сентябрь', 'Октябрь'],
  )
})

test('a head under an empty row begins another table', () => {
  const rows =
    head +
    xrow(2, ['1', 'Семинар', 'март']) +
    xrow(4, ['План на осень']) +
    xrow(5, ['№', 'Мероприятие', 'Срок']) +
    xrow(6, ['1', 'Опрос', 'май'])
  assert.equal(tablesOf(readXlsx(xlsxFile({ sheets: [{ rows }] }))).length, 2)
})

test('a cell at the far end of a sheet, or one merged over all of it, is refused', () => {
  const far = `${head}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`
  assert.throws(() => readXlsx(xlsxFile({ sheets: [{ rows: far }] })), { reason: 'overgrown' })
  assert.throws(() => readXlsx(xlsxFile({ sheets: [{ rows: head, merges: ['A1:XFD1048576'] }] })), {
    reason: 'overgrown',
  })
  const long = Array.from({ length: 21_000 }, (_, at) => xrow(at + 1, ['1', 'а', 'б'])).join('')
  assert.throws(() => readXlsx(xlsxFile({ sheets: [{ rows: long }] })), { reason: 'overgrown' })
})

test('a whole row that is merged to the end of the sheet is an honest heading', () => {
  const rows = xrow(1, ['План']) + xrow(2, ['№', 'Мероприятие', 'Срок']) + xrow(3, ['1', 'Семинар', 'март'])
  assert.equal(textsOf(readXlsx(xlsxFile({ sheets: [{ rows, merges: ['A1:XFD1'] }] })))[0], 'План')
})
