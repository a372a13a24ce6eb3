import assert from 'node:assert/strict'
import { test } from 'vitest'
import { textsOf } from '../../test/harness/paper-texts.ts'
import { readText } from './text.ts'

const table = [
  ['№', 'Мероприятие', 'Срок'],
  ['1', 'Семинар; опрос', 'март'],
  ['2', 'Встреча\nс «классами»', 'май'],
]

test('a table of values is read whatever parts its cells', () => {
  const write = (delimiter: string) =>
    table.map((row) => row.map((cell) => (/[;\n,]/.test(cell) ? `"${cell}"` : cell)).join(delimiter)).join('\r\n')
  for (const delimiter of [';', ',', '\t']) assert.deepEqual(read(Buffer.from(write(delimiter))), [table])
  assert.deepEqual(read(Buffer.from(`\ufeffsep=;\r\n${write(';')}`)), [table])
  assert.deepEqual(read(Buffer.from(`\ufeff${write('\t')}`, 'utf16le')), [table])
})

test('a table saved by an old program in its own encoding is read', () => {
  const row = Uint8Array.from([0x31, 0x3b, 0xce, 0xef, 0xf0, 0xee, 0xf1, 0x3b, 0xec, 0xe0, 0xe9, 0x0a])
  assert.deepEqual(read(Buffer.concat([row, row])), [
    [
      ['1', 'Опрос', 'май'],
      ['1', 'Опрос', 'май'],
    ],
  ])
})

test('a table parted by tabs to its last row keeps the lines above it apart', () => {
  const text = 'План\t\t\nна год\t\t\n№\tМероприятие\tСрок\n1\tСеминар\tмарт\n2\tОпрос\tмай\n'
  assert.deepEqual(read(Buffer.from(text)).slice(0, 2), ['План', 'на год'])
})

test('a title above the table and doubled quotes inside a cell are kept', () => {
  const text = 'План работы;;\n;;\n№;Мероприятие;Срок\n1;"Семинар ""Шаг"" и опрос";март\n2;ООО "Шаг";май'
  assert.deepEqual(read(Buffer.from(text)), [
    'План работы',
    [
      ['№', 'Мероприятие', 'Срок'],
      ['1', 'Семинар "Шаг" и опрос', 'март'],
      ['2', 'ООО "Шаг"', 'май'],
    ],
  ])
})

test('sentences with commas are no table', () => {
  const text = 'Школы, родители, ученики.\nКлассы, кружки, секции и другие, а также библиотеки.\nПриказ, план.'
  assert.equal(read(Buffer.from(text)).length, 3)
})

test('a quote that is never closed does not swallow the rest', () => {
  assert.equal(read(Buffer.from('1;"Семинар;март\n2;Опрос;май\n3;Итоги;июнь')).flat().length, 3)
})

function read(bytes: Uint8Array) {
  return textsOf(readText(bytes))
}
