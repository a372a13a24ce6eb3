import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tablesOf, textsOf } from '../../test/harness/paper-texts.ts'
import { wordsOfPages } from '../../test/harness/pdf-pages.ts'
import { day } from '../kernel/day.ts'
import { blankDocument, type PaperDocument } from './document.ts'
import { readDocx } from './docx.ts'
import { layDocument } from './lay-document.ts'
import { readPaperBytes } from './open-paper.ts'
import { openArchive } from './unzip.ts'
import { writeSheets } from './write-docx.ts'
import { writePdf } from './write-pdf.ts'
import { plainTable, type WrittenTable } from './written.ts'

const head = ['№ п/п', 'Наименование мероприятия', 'Сроки', 'Ожидаемый результат']
const row = (index: number) => [`1.${index + 1}`, 'Участие в вебинарах', 'Февраль – апрель 2024 года', 'Справка']

const order = (table: WrittenTable): PaperDocument => ({
  ...blankDocument,
  word: 'ПРИКАЗ',
  authority: 'Управление образования Заречного округа',
  place: 'г. Заречный',
  number: '31',
  date: day(2024, 2, 13),
  heading: 'О сопровождении школ',
  preamble: ['В соответствии с планом работы'],
  decision: 'ПРИКАЗЫВАЮ:',
  clauses: [{ text: 'Утвердить прилагаемую Дорожную карту.', clauses: ['Довести до школ;'] }],
  signatory: { post: 'Начальник', name: 'А.Б. Ветрова' },
  annexes: [{ orientation: 'landscape', approval: 'УТВЕРЖДЕНА', title: 'Дорожная карта', blocks: [table] }],
})

const withRows = (count: number) =>
  order(
    plainTable(
      head,
      Array.from({ length: count }, (_, index) => row(index)),
    ),
  )

test('the requisites stand in their order, and the annex names its order', () => {
  const lines = textsOf(readDocx(writeSheets(layDocument(withRows(1))))).filter((line) => line !== '')
  expect(lines.slice(0, -1)).toEqual([
    'Управление образования Заречного округа',
    'ПРИКАЗ',
    'от 13.02.2024 № 31',
    'г. Заречный',
    'О сопровождении школ',
    'В соответствии с планом работы',
    'ПРИКАЗЫВАЮ:',
    '1. Утвердить прилагаемую Дорожную карту.',
    '1.1. Довести до школ;',
    'Начальник',
    'А.Б. Ветрова',
    'УТВЕРЖДЕНА',
    'приказом Управления образования Заречного округа',
    'от 13.02.2024 № 31',
    'Дорожная карта',
  ])
})

test('margins are 30, 10, 20 and 20 mm; the annex is landscape, and its head repeats', () => {
  const xml = Buffer.from(openArchive(writeSheets(layDocument(withRows(1)))).read('word/document.xml')).toString()
  const [portrait, landscape] = [...xml.matchAll(/<w:pgMar ([^>]*)/g)].map(([, edges]) => edges)
  expect(portrait).toContain('w:top="1134" w:right="567" w:bottom="1134" w:left="1701"')
  // Bound by its upper edge.
  expect(landscape).toContain('w:top="1701" w:right="1134" w:bottom="567" w:left="1134"')
  expect(xml).toContain('w:w="16838" w:h="11906" w:orient="landscape"')
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1)
})

test('a table is read back as it was written, whatever its words and merges', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'абвгдеёжзКЛМНО 012№«»–<&>"#*$_\\{}[]'), maxLength: 30 })
  const text = letters.map((one) => one.replace(/\s+/g, ' ').trim())
  const table = fc
    .integer({ min: 2, max: 5 })
    .chain((width) => fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }))
  fc.assert(
    fc.property(table, (rows) => {
      const names = (rows[0] ?? []).map((_, index) => `Графа ${index + 1}`)
      const written = plainTable(names, [{ section: 'Раздел' }, ...rows])
      const [read] = tablesOf(readDocx(writeSheets(layDocument(order(written))))).slice(-1)
      const cells = read?.rows.map((one) => one.cells.map((cell) => cell.text))
      expect(cells).toEqual([names, ['Раздел'], ...rows])
    }),
    { numRuns: 60 },
  )
})

describe('as PDF', () => {
  test('words that look like markup are words', async () => {
    const evil = '#panic("x") *не жирно* $a$ @тест <b> #import "/etc/passwd" \\ [ ] { } `код` // нет'
    const text = textsOf(await readPaperBytes(writePdf('Проба', layDocument({ ...withRows(1), preamble: [evil] }))))
    expect(text.join(' ').replace(/\s+/g, ' ')).toContain('#panic("x") *не жирно* $a$ @тест <b> #import "/etc/passwd"')
  })

  test('a word longer than its column and a row longer than a page lose nothing', async () => {
    const long = `https://example.test/${'a1b2c3d4'.repeat(12)}/конец`
    const high = Array.from({ length: 900 }, (_, index) => `слово${index}`).join(' ')
    const pdf = writePdf('Проба', layDocument(order(plainTable(head, [['1', long, 'март', high]]))))
    const words = textsOf(await readPaperBytes(pdf))
      .flat(2)
      .join('')
      .replace(/[\s\u200b-]+/g, '')
    expect(words).toContain(long)
    expect([...new Set(words.match(/слово\d+/g))]).toHaveLength(900)
  })

  test('has its letters inside, is tagged, and numbers its pages from the second', () => {
    const pdf = Buffer.from(writePdf('Проба', layDocument(withRows(60)))).toString('latin1')
    expect(pdf).toContain('Tinos')
    expect(pdf).toContain('/StructTreeRoot')
  })
})

const soffice = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((path) => existsSync(path))

test.skipIf(!soffice)(
  'LibreOffice opens the .docx on as many pages, and nothing is lost',
  { timeout: 120_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'opora-paper-'))
    try {
      const path = join(folder, 'order.docx')
      writeFileSync(path, writeSheets(layDocument(withRows(40))))
      const profile = `-env:UserInstallation=file://${folder}/profile`
      execFileSync(soffice ?? '', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, path], {
        stdio: 'ignore',
      })
      const opened = textsOf(await readPaperBytes(readFileSync(join(folder, 'order.pdf'))))
        .flat(2)
        .join(' ')
      for (const number of ['1.1', '1.20', '1.40']) expect(opened).toContain(number)
      expect(opened).toContain('А.Б. Ветрова')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
)

test('words with a hyphen come through a narrow column of a PDF as they were', async () => {
  const texts = [
    'Учебно-методический совет и научно-методическое сопровождение',
    'Информационно-коммуникационные технологии, пресс-релиз',
    'кто-либо, 2024-2025 учебный год, 11-классники, Северо-Западный округ',
  ]
  for (const width of [7, 9, 12, 16, 22]) {
    const rows = texts.map((text) => [{ text: '1' }, { text }, { text: 'управление' }])
    const table: WrittenTable = { headRows: [], rows, widths: [5, width, 40] }
    const sheet = { orientation: 'portrait', size: 12, lines: 1, blocks: [table] } as const
    const [read] = tablesOf(await readPaperBytes(writePdf('Слова', [sheet])))
    expect([width, read?.rows.map((row) => row.cells[1]?.text)]).toEqual([width, texts])
  }
})

test('the head of a section, and of its part, goes over the end of a page with the rows below it', async () => {
  const section = (text: string) => [{ text, span: 3, isBold: true }]
  for (let count = 20; count < 29; count++) {
    const before = Array.from({ length: count }, (_, index) => [
      ...[{ text: `1.${index + 1}` }, { text: 'Участие в вебинарах' }, { text: 'март' }],
    ])
    const rows = [...before, section('2. Второй раздел'), section('Первая часть'), ...before.slice(0, 3)]
    const headRows = [[{ text: '№' }, { text: 'Мероприятие' }, { text: 'Срок' }]]
    const blocks = [{ headRows, rows, widths: [1, 4, 2] }]
    const sheet = { orientation: 'landscape', size: 12, lines: 1, blocks } as const
    const [read] = tablesOf(await readPaperBytes(writePdf('План', [sheet])))
    const pages = read?.rows.slice(count + 1, count + 4).map((row) => row.page)
    expect([count, new Set(pages).size]).toEqual([count, 1])
    const word = Buffer.from(openArchive(writeSheets([sheet])).read('word/document.xml')).toString()
    expect(word.split('<w:keepNext/>')).toHaveLength(3)
  }
})

test('a signature goes over the end of a page with the last words above it', async () => {
  const before = { ...blankDocument, word: 'ПРИКАЗ', signatory: { post: 'Начальник', name: 'А.Б. Ветрова' } }
  const clause = { text: 'Провести вебинар для управленческих команд.', clauses: [] }
  for (let count = 21; count < 26; count++) {
    const table = plainTable(
      head,
      Array.from({ length: count }, (_, index) => row(index)),
    )
    const alone: PaperDocument = {
      ...before,
      annexes: [{ orientation: 'landscape', approval: null, title: 'План', blocks: [table] }],
    }
    const pages = await wordsOfPages(writePdf('План', layDocument(alone)))
    expect([count, /1\.\d+.*Ветрова/.test(pages.at(-1) ?? '')]).toEqual([count, true])
  }
  for (let count = 30; count < 40; count++) {
    const long = { ...before, clauses: Array.from({ length: count }, () => clause) }
    const pages = await wordsOfPages(writePdf('Приказ', layDocument(long)))
    expect([count, /вебинар.*Ветрова/.test(pages.at(-1) ?? '')]).toEqual([count, true])
  }
  const word = Buffer.from(openArchive(writeSheets(layDocument(withRows(1)))).read('word/document.xml')).toString()
  expect(word).toMatch(/<w:keepNext\/>(?:(?!<w:p>).)*1\.1\. Довести до школ;/)
})

test('a mark of direction that nobody closed turns no words beside it', async () => {
  const heading = 'О плане \u202eшкол'
  const paper = { ...withRows(1), heading }
  const lines = textsOf(await readPaperBytes(writePdf('План', layDocument(paper))))
  expect(lines).toContain('О плане школ')
  expect(textsOf(readDocx(writeSheets(layDocument(paper))))).toContain('О плане школ')
})
