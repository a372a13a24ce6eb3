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

test('what is not printed is not read: hidden runs, the wording of fields, prompts of empty controls', () => {
  const run = (text: string, properties = '') =>
    `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
  const char = (kind: string, inner = '') => `<w:r><w:fldChar w:fldCharType="${kind}">${inner}</w:fldChar></w:r>`
  assert.deepEqual(texts(`<w:p>${run('тайна', '<w:vanish/>')}${run('видно', '<w:vanish w:val="0"/>')}</w:p>`), [
    'видно',
  ])
  const field = `${char('begin')}${run(' DATE ')}${char('separate')}${run('1 марта')}${char('end')}`
  assert.deepEqual(texts(`<w:p>${field}${run(' 2024')}</w:p>`), ['1 марта 2024'])
  assert.deepEqual(texts(`<w:p>${char('begin')}${run('не закрыто')}</w:p>${p('дальше')}`), ['', 'дальше'])
  const choice =
    '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="март"/><w:listEntry w:val="май"/></w:ddList></w:ffData>'
  assert.deepEqual(texts(`<w:p>${char('begin', choice)}${char('end')}${run(' 2024')}</w:p>`), ['май 2024'])
  const control = (properties: string) =>
    `<w:p><w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${run('Место для ввода')}</w:sdtContent></w:sdt></w:p>`
  assert.deepEqual(texts(control('<w:showingPlcHdr/>') + control('')), ['', 'Место для ввода'])
})

test('controls around rows and cells, formulas and marks of picture fonts keep their text', () => {
  const table = tbl([
    `<w:sdt><w:sdtContent>${tr(['1', 'строка'])}</w:sdtContent></w:sdt>`,
    `<w:tr>${tc('2')}<w:sdt><w:sdtContent>${tc('ячейка')}</w:sdtContent></w:sdt></w:tr>`,
    `<w:customXml>${tr(['3', tc('<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Symbol" w:char="F02D"/></w:r></w:p>')])}</w:customXml>`,
    tr([
      '4',
      tc(
        '<w:p><m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p>',
      ),
    ]),
  ])
  assert.deepEqual(cells(table), [
    ['1', 'строка'],
    ['2', 'ячейка'],
    ['3', '✓−'],
    ['4', 'x=1'],
  ])
})

test('a cell merged the old way widens the cell on its left', () => {
  const table = tbl([
    tr([tc('Сроки', '<w:hMerge w:val="restart"/>'), tc('', '<w:hMerge w:val="continue"/>'), 'Итог']),
    tr(['начало', 'конец', 'справка']),
  ])
  assert.deepEqual(
    tables(table)[0]?.rows[0]?.cells.map(({ text, colSpan }) => [text, colSpan]),
    [
      ['Сроки', 2],
      ['Итог', 1],
    ],
  )
})

test('a deleted paragraph end joins no two cells', () => {
  const ended = (text: string) => p(text, '<w:rPr><w:del w:id="1"/></w:rPr>')
  assert.deepEqual(cells(tbl([tr([tc(ended('первая')), 'вторая']), tr(['третья', tc(ended('четвёртая'))])])), [
    ['первая', 'вторая'],
    ['третья', 'четвёртая'],
  ])
  assert.deepEqual(texts(ended('последняя')), ['последняя'])
})

test('a drawing of which only the older form is there is read', () => {
  const old = `<w:p><w:r><mc:AlternateContent><mc:Fallback><w:txbxContent>${p('Утверждено')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>`
  assert.ok(texts(old).includes('Утверждено'))
})

test('levels may come from the list of a style, and a level may count through', () => {
  const styled = `${list(1, [{ text: '%1)' }])}<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="List"/></w:abstractNum><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>`
  const styles = `<w:style w:type="numbering" w:styleId="List"><w:pPr>${inList(1)}</w:pPr></w:style>`
  assert.deepEqual(texts(p('а', inList(2)) + p('б', inList(2)), { numbering: styled, styles }), ['1) а', '2) б'])
  const numbering = list(1, [{ text: '%1.' }, { text: '%2)' }]).replace(
    '<w:lvl w:ilvl="1">',
    '<w:lvl w:ilvl="1"><w:lvlRestart w:val="0"/>',
  )
  const body = [0, 1, 0, 1].map((level) => p('п', inList(1, level))).join('')
  assert.deepEqual(texts(body, { numbering }), ['1. п', '1) п', '2. п', '2) п'])
})

test('a document with another file inside it is not read in part', () => {
  assert.throws(() => read(`${p('Приказ')}<w:altChunk/>`), { reason: 'chunk' })
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
