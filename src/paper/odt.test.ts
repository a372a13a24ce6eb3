import assert from 'node:assert/strict'
import { test } from 'vitest'
import { covered, odtFile, otable, otc, otr, tp } from '../../test/harness/open-document-file.ts'
import { tablesOf, textsOf } from '../../test/harness/paper-texts.ts'
import { readOdt } from './odt.ts'

const bordered = '<style:style style:name="B"><style:table-cell-properties fo:border="0.5pt solid #000"/></style:style>'

test('spans, tabs, line breaks and spaces of a paragraph are its text', () => {
  const torn = tp('При<text:span>каз</text:span><text:tab/>№ 5<text:line-break/>о<text:s text:c="2"/>школах')
  assert.deepEqual(read(torn), ['Приказ\t№ 5\nо  школах'])
})

test('tracked deletions, remarks and footnotes are not on the page', () => {
  const deleted = `<text:tracked-changes><text:changed-region><text:deletion>${tp('старое')}</text:deletion></text:changed-region></text:tracked-changes>`
  const noted = tp(
    'Февраль<office:annotation><text:p>проверить</text:p></office:annotation><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>сноска</text:p></text:note-body></text:note> 2024',
  )
  assert.deepEqual(read(deleted + noted), ['Февраль 2024'])
})

test('automatic numbers are written out, go on where the list does, and begin anew where it does not', () => {
  const level = (at: number, display: number) =>
    `<text:list-level-style-number text:level="${at}" style:num-format="1" style:num-suffix="." text:display-levels="${display}"/>`
  const styles = `<text:list-style style:name="L">${level(1, 1)}${level(2, 2)}</text:list-style>`
  const item = (content: string) => `<text:list-item>${content}</text:list-item>`
  const list = (content: string, attributes = '') =>
    `<text:list text:style-name="L" ${attributes}>${content}</text:list>`
  const body = [
    list(item(tp('а') + list(item(tp('б')) + item(tp('в')))) + item(tp('г')), 'xml:id="one"'),
    tp('между'),
    list(item(tp('д')), 'text:continue-numbering="true"'),
    list(item(list(item(tp('е')))), 'text:continue-list="one"'),
    list(item(tp('ж') + tp('без номера'))),
    list(`<text:list-item text:start-value="7">${tp('з')}</text:list-item>`),
  ]
  assert.deepEqual(read(body.join(''), styles), [
    '1. а',
    '1.1. б',
    '1.2. в',
    '2. г',
    'между',
    '3. д',
    '3.1. е',
    '1. ж',
    'без номера',
    '7. з',
  ])
})

test('cells over columns and rows keep their place, and a cell merged down its text', () => {
  const wide = 'table:number-columns-spanned="2"'
  const tall = 'table:number-rows-spanned="2"'
  const rows = [
    otr(['№', 'Мероприятие', 'Кому']),
    otr([otc('Раздел', wide), covered, 'все']),
    otr(['1', 'Беседа', otc('ШНОР', tall)]),
    otr(['2', 'Помощь', covered]),
    otr([otc('', 'table:number-columns-repeated="3"')]),
  ]
  const paper = readOdt(
    odtFile(otable([`<table:table-header-rows>${rows[0]}</table:table-header-rows>`, ...rows.slice(1)])),
  )
  assert.deepEqual(textsOf(paper), [
    [
      ['№', 'Мероприятие', 'Кому'],
      ['Раздел', 'все'],
      ['1', 'Беседа', 'ШНОР'],
      ['2', 'Помощь', 'ШНОР'],
      ['', '', ''],
    ],
  ])
  const [table] = tablesOf(paper)
  assert.equal(table?.rows[0]?.isHeader, true)
  assert.equal(table?.rows[1]?.cells[1]?.column, 2)
  assert.equal(table?.rows[3]?.cells[2]?.isMergedDown, true)
})

test('a signature laid out as a table is read as lines, a bordered table stays one', () => {
  const rows = [otr([otc('Начальник', 'table:style-name="B"'), 'А.А. Белова']), otr(['', ''])]
  assert.deepEqual(read(otable([rows[0] ?? ''])), ['Начальник', 'А.А. Белова'])
  assert.equal(tablesOf(readOdt(odtFile(otable(rows), { styles: bordered }))).length, 1)
})

test('a password, a row repeated without measure and a torn file are refused', () => {
  const locked = '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>'
  assert.throws(() => readOdt(odtFile(tp('а'), { manifest: locked })), { reason: 'encrypted' })
  const endless = otable([otr(['а', 'б'], 'table:number-rows-repeated="1000000"')])
  assert.throws(() => readOdt(odtFile(endless)), { reason: 'overgrown' })
  assert.throws(() => readOdt(odtFile('<text:p>')), { reason: 'damaged' })
})

function read(body: string, styles = '') {
  return textsOf(readOdt(odtFile(body, { styles })))
}
