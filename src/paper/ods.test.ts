import assert from 'node:assert/strict'
import { test } from 'vitest'
import { covered, odsFile, otable, otc, otr, tp } from '../../test/harness/open-document-file.ts'
import { tablesOf, textsOf } from '../../test/harness/paper-texts.ts'
import { readOds } from './ods.ts'

const head = otr(['№', 'Мероприятие', 'Срок'])

test('cells are read with the text that they show', () => {
  const shown = otc(tp('февраль 2024'), 'office:value-type="date" office:date-value="2024-02-01"')
  const unshown = '<table:table-cell office:value-type="float" office:value="1.1"/>'
  const lines = otc(`${tp('Семинар')}${tp('по<text:s/>математике')}`)
  assert.deepEqual(textsOf(readOds(odsFile(otable([head, otr([unshown, lines, shown])])))), [
    [
      ['№', 'Мероприятие', 'Срок'],
      ['1.1', 'Семинар\nпо математике', 'февраль 2024'],
    ],
  ])
})

test('rows and columns repeated to the end of the sheet cost nothing where they are empty', () => {
  const tail = otr(
    [otc('<office:x/>', 'table:number-columns-repeated="16384"')],
    'table:number-rows-repeated="1048000"',
  )
  const empty = otr([otc('<office:x/>', 'table:number-columns-repeated="16384"')])
  const [table] = tablesOf(readOds(odsFile(otable([head, empty, otr(['1', 'Семинар', 'март']), tail]))))
  assert.deepEqual(
    table?.rows.map(({ row }) => row),
    [1, 3],
  )
})

test('merged cells keep their width and their text in the rows below', () => {
  const section = otr([otc('1. Все школы', 'table:number-columns-spanned="3"'), covered, covered])
  const tall = otr(['1', 'Беседа', otc('март', 'table:number-rows-spanned="2"')])
  const [table] = tablesOf(readOds(odsFile(otable([head, section, tall, otr(['2', 'Помощь', covered])]))))
  assert.equal(table?.rows[1]?.cells[0]?.colSpan, 3)
  assert.deepEqual(
    table?.rows[3]?.cells.map(({ text }) => text),
    ['2', 'Помощь', 'март'],
  )
})

test('hidden sheets are left out', () => {
  const styles = '<style:style style:name="H"><style:table-properties table:display="false"/></style:style>'
  const rows = [head, otr(['1', 'Семинар', 'март'])]
  const both = otable(rows, 'table:name="А"') + otable(rows, 'table:name="Б" table:style-name="H"')
  assert.equal(tablesOf(readOds(odsFile(both, { styles }))).length, 1)
})

test('text repeated without measure is refused', () => {
  const endless = otr([otc('а', 'table:number-columns-repeated="16384"')], 'table:number-rows-repeated="1000"')
  assert.throws(() => readOds(odsFile(otable([endless]))), { reason: 'overgrown' })
})
