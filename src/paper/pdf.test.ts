import assert from 'node:assert/strict'
import { test } from 'vitest'
import { clubPaper } from '../../test/harness/club-papers.ts'
import { tablesOf, textsOf } from '../../test/harness/paper-texts.ts'
import { pdfFile, pdfWithContent, ruledPdf } from '../../test/harness/pdf-file.ts'
import { readPaperBytes } from './open-paper.ts'
import type { Paper } from './paper.ts'

test('a table is read by its drawn lines and goes on overleaf, each row with its page', async () => {
  const paper = await readPaperBytes(clubPaper('pdf'))
  const [table, ...more] = tablesOf(paper)
  assert.equal(more.length, 0)
  assert.equal(table?.isGuessed, undefined)
  assert.deepEqual(
    table?.rows.slice(0, 4).map((row) => row.cells.map((cell) => cell.text)),
    [
      ['№ п/п', 'Мероприятие', 'Срок', 'Исполнитель'],
      ['1. Для всех'],
      ['1.1', 'Встреча совета', 'март 2026', 'Школьный совет'],
      ['1.2', 'Поход\nк маяку', 'май 2026', 'Школьный совет'],
    ],
  )
  assert.equal(table?.rows[1]?.cells[0]?.colSpan, 4)
  assert.equal(table?.rows[3]?.cells[3]?.isMergedDown, true)
  assert.deepEqual([table?.rows[0]?.page, table?.rows.at(-1)?.page], [1, 2])
  assert.equal(table?.rows.at(-1)?.cells[0]?.text, '1.32')
})

test('a numbered line is one line, whatever the gap after its number', async () => {
  const texts = textsOf(await readPaperBytes(clubPaper('pdf')))
  assert.ok(texts.includes('1. Открыть клуб.'))
})

test('a table without lines is told from its gaps, and says that it is guessed', async () => {
  const rows = [
    ['№', 'Мероприятие', 'Срок'],
    ['1', 'Встреча совета', 'март'],
    ['2', 'Поход', 'май'],
    ['3', 'Итоги', 'июнь'],
  ]
  const texts = rows.flatMap((row, at) =>
    row.map((text, column) => [60 + column * 200, 120 + at * 20, text] satisfies [number, number, string]),
  )
  const paper = await readPaperBytes(pdfFile([[[60, 80, 'План работы'], ...texts]]))
  assert.deepEqual(textsOf(paper), ['План работы', rows])
  assert.equal(tablesOf(paper)[0]?.isGuessed, true)
})

test('a table without lines keeps its rows: a section, a cell of several lines, a row that goes on overleaf', async () => {
  const [number, who, name] = [60, 110, 190]
  const lines = (top: number, cells: [number, string][][]) =>
    cells
      .flatMap((own, at) => own.map(([x, text]): [number, number, string] => [x, top + at * 12, text]))
      .toSorted(([one], [other]) => one - other) // cell after cell, as programs print
  const row = (...texts: string[]) => texts.map((text, at): [number, string] => [[number, who, name][at] ?? 0, text])
  const first = lines(80, [
    row('№', 'Исполнитель', 'Мероприятие'),
    [[number, '1. Работа с учителями района']],
    row('1.1', 'Методический ', 'Семинар по смысловому чтению '),
    [
      [who, 'кабинет'],
      [name, 'в начальной школе'],
    ],
    [[who, 'Центр']],
    row('1.2', 'Школы', 'Опрос учителей и родителей о '),
  ])
  const next = lines(40, [
    [[name, 'домашнем чтении']],
    row('1.3', 'Центр', 'Итоги'),
    row('1.4', 'Центр', 'Отчёт'),
    row('1.5', 'Центр', 'Слёт'),
  ])
  assert.deepEqual(tableTexts(await readPaperBytes(pdfFile([first, next]))), [
    ['№', 'Исполнитель', 'Мероприятие'],
    ['1. Работа с учителями района'],
    ['1.1', 'Методический кабинет\nЦентр', 'Семинар по смысловому чтению в начальной школе'],
    ['1.2', 'Школы', 'Опрос учителей и родителей о'],
    ['', '', 'домашнем чтении'],
    ['1.3', 'Центр', 'Итоги'],
    ['1.4', 'Центр', 'Отчёт'],
    ['1.5', 'Центр', 'Слёт'],
  ])
})

test('position and name beside each other are read side by side, and a number of a page is no text', async () => {
  const page: [number, number, string][] = [
    [60, 100, 'Начальник'],
    [500, 100, 'А.А. Белова'],
    [60, 114, 'управления'],
    [400, 580, '7'],
  ]
  assert.deepEqual(textsOf(await readPaperBytes(pdfFile([page]))), ['Начальник', 'управления', 'А.А. Белова'])
})

test('a word parted at the end of a line keeps its own hyphen and loses a foreign one', async () => {
  const page: [number, number, string][] = [
    [60, 100, 'образование и научно-'],
    [60, 114, 'методическая работа, образо-'],
    [60, 128, 'вание'],
  ]
  assert.deepEqual(textsOf(await readPaperBytes(pdfFile([page]))), [
    'образование и научно-методическая работа, образование',
  ])
})

test('a hyphen that is drawn like one of a parted word is kept inside a line, and at its end where two words meet', async () => {
  const page: [number, number, string][] = [
    [60, 100, 'учебно\u00adметодический кабинет и научно\u00ad'],
    [60, 114, 'методическая работа 11\u00ad'],
    [60, 128, 'классников, образо\u00ad'],
    [60, 142, 'вание в Северо\u00ad'],
    [60, 156, 'Западном округе'],
  ]
  assert.deepEqual(textsOf(await readPaperBytes(pdfFile([page]))), [
    'учебно-методический кабинет и научно-методическая работа 11-классников, образование в Северо-Западном округе',
  ])
})

test('where a document tells its hyphens from those that part words, the latter go', async () => {
  const page: [number, number, string][] = [
    [60, 100, 'учебно-методический кабинет, народно\u00ad'],
    [60, 114, 'хозяйственный план и научно-'],
    [60, 128, 'методическая работа'],
  ]
  assert.deepEqual(textsOf(await readPaperBytes(pdfFile([page]))), [
    'учебно-методический кабинет, народнохозяйственный план и научно-методическая работа',
  ])
})

test('a word that a narrow column cut is one word again, and a line without its space ends a paragraph', async () => {
  const rows = [
    [['№'], ['Название'], ['Кто']],
    [['1'], ['Индивидуал', 'ьные ', 'маршруты'], ['заместите', 'ли школ,', 'МБОУ ', 'СОШ № 3']],
    [['2'], ['Методическ', 'ая справка'], ['Методист', 'Директор ', 'школы']],
    [['3'], ['Аналитика ', '(по 2 — 3-', '4 классам)'], ['Центр ', '«Образован', 'ие»']],
  ]
  assert.deepEqual(tableTexts(await readPaperBytes(ruledPdf([60, 90, 150, 210], [{ rows }]))), [
    ['№', 'Название', 'Кто'],
    ['1', 'Индивидуальные маршруты', 'заместители школ,\nМБОУ СОШ № 3'],
    ['2', 'Методическая справка', 'Методист\nДиректор школы'],
    ['3', 'Аналитика (по 2 — 3-4 классам)', 'Центр «Образование»'],
  ])
})

test('a row that a page parted is one row; the head and the foot that every page repeats are read once and never', async () => {
  const head = [['№'], ['Название'], ['Кто']]
  const paper = await readPaperBytes(
    ruledPdf(
      [60, 90, 200, 270],
      [
        {
          rows: [
            head,
            [['1'], ['Семинар'], ['школы']],
            [['2'], ['Практикум по ', 'смысловому '], ['районный ', 'центр']],
          ],
          foot: 'Страница 1 из 2',
        },
        { rows: [head, [[], ['чтению'], ['МОУО']], [['3'], ['Опрос'], ['школы']]], foot: 'Страница 2 из 2' },
      ],
    ),
  )
  assert.deepEqual(textsOf(paper), [
    [
      ['№', 'Название', 'Кто'],
      ['1', 'Семинар', 'школы'],
      ['2', 'Практикум по смысловому чтению', 'районный центр\nМОУО'],
      ['3', 'Опрос', 'школы'],
    ],
  ])
})

test('a row that begins a page stays a row of its own', async () => {
  const paper = await readPaperBytes(
    ruledPdf(
      [60, 90, 200, 300],
      [
        {
          rows: [
            [['№'], ['Название'], ['Кто']],
            [['1'], ['Встреча с ', 'родителями '], ['школы']],
          ],
        },
        { rows: [[['2'], ['чтение'], ['МОУО']]] },
      ],
    ),
  )
  assert.deepEqual(tableTexts(paper).slice(1), [
    ['1', 'Встреча с родителями', 'школы'],
    ['2', 'чтение', 'МОУО'],
  ])
})

test('a scan, a bomb and a torn file are refused, each in its own words', async () => {
  await assert.rejects(readPaperBytes(pdfWithContent(['q Q'])), { reason: 'no-text-pdf' })
  const mark: [number, number, string] = [60, 500, 'Документ подписан электронной подписью']
  const scan = Buffer.concat([pdfFile([[mark]]), Buffer.from('<</Subtype/Image>>')])
  await assert.rejects(readPaperBytes(scan), { reason: 'stamped-scan' })
  await assert.rejects(readPaperBytes(pdfWithContent([Buffer.alloc(40 * 1024 * 1024, ' ')])), { reason: 'bomb' })
  await assert.rejects(readPaperBytes(clubPaper('pdf').subarray(0, 600)), { reason: 'damaged' })
})

function tableTexts(paper: Paper): string[][] {
  return tablesOf(paper).flatMap(({ rows }) => rows.map((row) => row.cells.map((cell) => cell.text)))
}
