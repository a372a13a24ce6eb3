import assert from 'node:assert/strict'
import { utils, type WorkSheet, write } from '@e965/xlsx'
import { test } from 'vitest'
import { tablesOf, textsOf } from '../../test/harness/paper-texts.ts'
import { readXls } from './xls.ts'

const head = ['№', 'Мероприятие', 'Срок']

test('an old workbook is read with the texts that its cells show', () => {
  const sheet = utils.aoa_to_sheet([head, [1.1, 'Семинар', 45323], [1.1, 'Опрос', 'май']])
  Object.assign(sheet.C2, { z: '[$-419]mmmm yyyy' })
  Object.assign(sheet.A3, { z: '0.00' })
  assert.deepEqual(textsOf(readXls(file({ План: sheet }))), [
    [head, ['1.1', 'Семинар', 'февраль 2024'], ['1.10', 'Опрос', 'май']],
  ])
})

test('merged cells and several sheets are kept', () => {
  const first = utils.aoa_to_sheet([head, ['1. Для всех'], ['1', 'Семинар', 'март'], ['2', 'Опрос']])
  first['!merges'] = [
    { s: { r: 1, c: 0 }, e: { r: 1, c: 2 } },
    { s: { r: 2, c: 2 }, e: { r: 3, c: 2 } },
  ]
  const second = utils.aoa_to_sheet([head, ['1', 'Итоги', 'июнь']])
  const tables = tablesOf(readXls(file({ Осень: first, Весна: second })))
  assert.equal(tables.length, 2)
  assert.equal(tables[0]?.rows[1]?.cells[0]?.colSpan, 3)
  assert.equal(tables[0]?.rows[3]?.cells[2]?.text, 'март')
})

test('a workbook longer than any plan, or cut off, is refused', () => {
  const long = utils.aoa_to_sheet(Array.from({ length: 20_010 }, (_, at) => [at, 'а', 'б']))
  assert.throws(() => readXls(file({ План: long })), { reason: 'overgrown' })
  const whole = file({ План: utils.aoa_to_sheet([head]) })
  assert.throws(() => readXls(whole.subarray(0, 700)), { reason: 'damaged' })
})

test('a workbook from before Excel 97 is read in the Russian encoding', () => {
  const old = Buffer.from(
    file({ Plan: utils.aoa_to_sheet([head.map(() => 'AAAA'), ['1', 'BBBBBBB', 'CCCC']]) }, 'biff5'),
  )
  const inWindows = (word: string) => Buffer.from(Array.from(word, (sign) => sign.charCodeAt(0) - 0x350))
  for (const [latin, word] of [
    ['BBBBBBB', 'Семинар'],
    ['CCCC', 'март'],
  ] as const)
    inWindows(word).copy(old, old.indexOf(latin))
  assert.deepEqual(textsOf(readXls(old)), [
    [
      ['AAAA', 'AAAA', 'AAAA'],
      ['1', 'Семинар', 'март'],
    ],
  ])
})

function file(sheets: Record<string, WorkSheet>, bookType: 'biff8' | 'biff5' = 'biff8'): Uint8Array {
  const book = utils.book_new()
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name)
  return new Uint8Array(write(book, { type: 'buffer', bookType }))
}
