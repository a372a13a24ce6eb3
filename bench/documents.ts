import { printPdf } from '../src/app/print-pdf.ts'
import { blankDocument } from '../src/paper/document.ts'
import { layDocument } from '../src/paper/lay-document.ts'
import { writeSheets } from '../src/paper/write-docx.ts'
import type { WrittenSheet } from '../src/paper/written.ts'
import { plainTable } from '../src/paper/written.ts'
import { median, spread } from './median.ts'

export type PrintTime = { format: string; pages: number; kilobytes: number; milliseconds: number; noise: number }

const ROWS = 700
const ROUNDS = 7

/** An order with a landscape annex of about a hundred pages, to .docx here and to PDF in its worker. */
export async function measureDocuments(): Promise<PrintTime[]> {
  const sheets = layDocument(longOrder())
  const docx = await timesOf(async () => writeSheets(sheets))
  const pdf = await timesOf(async () => (await printPdf({ title: 'Приказ', sheets: [...sheets] })) ?? new Uint8Array())
  const pages =
    Buffer.from(pdf.bytes)
      .toString('latin1')
      .match(/\/Type\s*\/Page[^s]/g)?.length ?? 0
  return [
    { format: '.docx', pages, kilobytes: docx.bytes.byteLength / 1024, ...docx.time },
    { format: 'PDF', pages, kilobytes: pdf.bytes.byteLength / 1024, ...pdf.time },
  ]
}

async function timesOf(print: () => Promise<Uint8Array>) {
  let bytes = await print()
  const taken: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now()
    bytes = await print()
    taken.push(performance.now() - start)
  }
  return { bytes, time: { milliseconds: median(taken), noise: spread(taken) } }
}

function longOrder() {
  const head = ['№ п/п', 'Наименование мероприятия', 'Сроки', 'Исполнитель, соисполнитель', 'Ожидаемый результат']
  const rows = Array.from({ length: ROWS }, (_, index) => [
    `1.${index + 1}`,
    `Участие в региональном совещании № ${index} по вопросам повышения качества образования`,
    'Февраль – апрель 2024 год. Сентябрь – ноябрь 2024 г.',
    'Управление образования администрации муниципального района (МОУО), общеобразовательные организации',
    'Письма управления образования об утверждении участников',
  ])
  const blocks: WrittenSheet['blocks'] = [{ ...plainTable(head, rows), widths: [7, 40, 24, 36, 30] }]
  return {
    ...blankDocument,
    word: 'ПРИКАЗ',
    authority: 'Управление образования Заречного округа',
    heading: 'О сопровождении школ',
    clauses: [{ text: 'Утвердить прилагаемую Дорожную карту.', clauses: [] }],
    annexes: [
      { orientation: 'landscape' as const, approval: 'УТВЕРЖДЕНА', title: 'Дорожная карта', blocks: [...blocks] },
    ],
  }
}
