import assert from 'node:assert/strict'
import { test } from 'vitest'
import { inList, list, p, tbl, tc, tr, wordFile } from '../../test/harness/word-file.ts'
import { readDocx } from './docx.ts'
import type { Paper } from './paper.ts'

test('a sentence torn into runs is one sentence, with its tabs and line breaks', () => {
  const torn =
    '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>При</w:t></w:r><w:r><w:t>каз</w:t><w:tab/><w:t>№ 5</w:t><w:br/><w:t>о школах</w:t></w:r></w:p>'
  assert.deepEqual(texts(torn), ['Приказ\t№ 5\nо школах'])
})

test('tracked changes are read as accepted: deletions are gone, insertions stay', () => {
  const changed =
    '<w:p><w:r><w:t>Февраль</w:t></w:r><w:del><w:r><w:delText>март</w:delText><w:t>апрель</w:t></w:r></w:del><w:ins><w:r><w:t> 2024</w:t></w:r></w:ins></w:p>'
  assert.deepEqual(texts(changed), ['Февраль 2024'])
})

test('a deleted row is no row, and a deleted paragraph end joins two paragraphs', () => {
  const table = tbl([tr(['а', 'б']), tr(['в', 'г'], '<w:del w:id="1"/>'), tr(['д', 'е'])])
  assert.deepEqual(cells(table), [
    ['а', 'б'],
    ['д', 'е'],
  ])
  const joined = `${p('Дорожная ', '<w:rPr><w:del w:id="2"/></w:rPr>')}${p('карта')}`
  assert.deepEqual(texts(joined), ['Дорожная карта'])
})

test('former properties of a changed paragraph do not number it', () => {
  const changed = p('Текст', `<w:pPrChange><w:pPr>${inList(1)}</w:pPr></w:pPrChange>`)
  assert.deepEqual(texts(changed, { numbering: list(1, [{ text: '%1.' }]) }), ['Текст'])
})

test('a drawing kept twice for older programs is read once', () => {
  const box = (name: string) => `<${name}><w:txbxContent>${p('Утверждено')}</w:txbxContent></${name}>`
  const twice = `<w:p><w:r><mc:AlternateContent>${box('mc:Choice')}${box('mc:Fallback')}</mc:AlternateContent></w:r></w:p>`
  assert.deepEqual(
    texts(twice).filter((text) => text !== ''),
    ['Утверждено'],
  )
})

test('a cell merged down gives its text to every row that it covers', () => {
  const table = tbl([
    tr(['1', 'Собеседования', tc('ШНОР', '<w:vMerge w:val="restart"/>')]),
    tr(['2', 'Помощь', tc('', '<w:vMerge/>')]),
    tr(['3', 'Семинар', '']),
  ])
  assert.deepEqual(cells(table), [
    ['1', 'Собеседования', 'ШНОР'],
    ['2', 'Помощь', 'ШНОР'],
    ['3', 'Семинар', ''],
  ])
  const [first, second] = tables(table)[0]?.rows ?? []
  assert.equal(first?.cells[2]?.rowSpan, 2)
  assert.equal(second?.cells[2]?.isMergedDown, true)
})

test('a cell over several columns keeps the columns of the cells beside it', () => {
  const table = tbl([tr(['а', 'б', 'в', 'г']), tr([tc('широкая', '<w:gridSpan w:val="3"/>'), 'узкая'])])
  assert.deepEqual(
    tables(table)[0]?.rows[1]?.cells.map(({ column, colSpan }) => [column, colSpan]),
    [
      [0, 3],
      [3, 1],
    ],
  )
})

test('the row that repeats on each page is known as the head', () => {
  const table = tbl([tr(['№', 'Мероприятие'], '<w:tblHeader/>'), tr(['1', 'Семинар'])])
  assert.deepEqual(
    tables(table)[0]?.rows.map(({ row, isHeader }) => [row, isHeader]),
    [
      [1, true],
      [2, false],
    ],
  )
})

test('automatic numbers are written out: levels, letters, Roman numerals, a start of their own', () => {
  const numbering = [
    list(1, [{ text: '%1.' }, { text: '%1.%2.' }, { text: '%3)', format: 'russianLower' }]),
    list(2, [{ text: '%1.', format: 'upperRoman', start: 3 }]),
    list(3, [{ text: '•', format: 'bullet' }]),
  ].join('')
  const body = [
    p('Раздел', inList(1)),
    p('пункт', inList(1, 1)),
    p('пункт', inList(1, 1)),
    p('буква', inList(1, 2)),
    p('Раздел', inList(1)),
    p('пункт', inList(1, 1)),
    p('глава', inList(2)),
    p('глава', inList(2)),
    p('точка', inList(3)),
  ].join('')
  assert.deepEqual(texts(body, { numbering }), [
    '1. Раздел',
    '1.1. пункт',
    '1.2. пункт',
    'а) буква',
    '2. Раздел',
    '2.1. пункт',
    'III. глава',
    'IV. глава',
    'точка',
  ])
})

test('a number may come from the paragraph style, and a list may start anew', () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="Numbered"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Child"><w:basedOn w:val="Numbered"/></w:style>'
  const anew =
    '<w:num w:numId="9"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
  const numbering = list(1, [{ text: '%1.' }]) + anew
  const style = '<w:pStyle w:val="Child"/>'
  const body = [
    p('а', style),
    p('б', style),
    p('в', `${style}<w:numPr><w:numId w:val="0"/></w:numPr>`),
    p('г', inList(9)),
    p('д', inList(9)),
  ]
  assert.deepEqual(texts(body.join(''), { numbering, styles }), ['1. а', '2. б', 'в', '1. г', '2. д'])
})

test('an empty cell of a numbered column holds its automatic number', () => {
  const numbering = list(1, [{ text: '%1.' }])
  const table = tbl([tr([tc(p('', inList(1))), 'Семинар']), tr([tc(p('', inList(1))), 'Опрос'])])
  assert.deepEqual(cells(table, { numbering }), [
    ['1.', 'Семинар'],
    ['2.', 'Опрос'],
  ])
})

test('a signature or letterhead laid out as a table is read as lines', () => {
  const frame = tbl([tr(['Начальник управления', 'А.А. Белова'])], '')
  assert.deepEqual(texts(frame), ['Начальник управления', 'А.А. Белова'])
  const twoRows = tbl([tr(['Согласовано', 'Юрист']), tr(['', 'Б.Б. Котов'])], '')
  assert.equal(tables(twoRows).length, 0)
})

test('tables are counted without such frames', () => {
  const plan = tbl([tr(['№', 'Мероприятие']), tr(['1', 'Семинар'])])
  const found = tables(tbl([tr(['Начальник', 'А.А. Белова'])], '') + plan + plan)
  assert.deepEqual(
    found.map(({ table }) => table),
    [1, 2],
  )
})

test('a table inside a cell stands after the table around it, and a small one stays text', () => {
  const plan = tbl(['1', '2', '3', '4'].map((number) => tr([number, 'Семинар', 'март'])))
  const around = tbl([tr([tc(`${p('План')}${plan}`)]), tr(['конец'])])
  assert.deepEqual(
    tables(around).map(({ rows }) => rows.length),
    [2, 4],
  )
  const small = tbl([tr(['1', tc(`${tbl([tr(['справка', 'отчёт'])], '')}${p('')}`)]), tr(['2', 'б'])])
  assert.deepEqual(cells(small)[0], ['1', 'справка отчёт'])
})

test('a document with prefixes of its own and footnotes is read the same', () => {
  const foreign = `<x:p xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:r><x:t>Приказ</x:t></x:r><x:r><x:footnoteReference x:id="1"/></x:r></x:p>`
  assert.deepEqual(texts(foreign), ['Приказ'])
})

type Parts = { numbering?: string; styles?: string }

function read(body: string, parts: Parts = {}): Paper {
  return readDocx(wordFile(body, parts))
}

function texts(body: string, parts: Parts = {}): string[] {
  return read(body, parts).blocks.map((block) => (block.kind === 'paragraph' ? block.text : 'таблица'))
}

function tables(body: string, parts: Parts = {}) {
  return read(body, parts).blocks.filter((block) => block.kind === 'table')
}

function cells(body: string, parts: Parts = {}): string[][] {
  return tables(body, parts)[0]?.rows.map((row) => row.cells.map((cell) => cell.text)) ?? []
}
