import { writeXlsx } from 'hucre/xlsx'
import type { Language } from '../../kernel/words.ts'
import { sheetPage } from '../../paper/sheet-page.ts'
import type { WrittenBlock, WrittenCell } from '../../paper/written.ts'
import { keyOf } from './packet.ts'
import { paperWords } from './paper-words.ts'
import { periodOf, proofsOf } from './say-row.ts'
import type { PacketRow, PacketView } from './view.ts'

/** The columns in their order; the last one is hidden and leads a returned row to its place. */
export const packetColumns = ['number', 'activity', 'period', 'proof', 'done', 'when', 'who', 'source', 'key'] as const

const widths = [9, 46, 22, 30, 40, 14, 26, 30, 12]
const POINTS_IN_LINE = 15
const LETTERS_IN_INCH = 1.1
const HEAD_AT = 2
/** A cell of so many lines. */
const ROOM_TO_WRITE = '\n\n\n'

const top = { vertical: 'top' as const, wrapText: true }
const line = { style: 'thin' as const, color: { rgb: 'FFB0B0B0' } }
const border = { top: line, bottom: line, left: line, right: line }
/** Text throughout: «1.10» stays «1.10», and a day stays as it was typed. */
const plain = { alignment: top, border, numFmt: '@' }
const bold = { alignment: top, border, numFmt: '@', font: { bold: true } }

/** The table that a school fills in and sends back. */
export function packetSheet(view: PacketView, language: Language): Promise<Uint8Array> {
  const say = paperWords[language]
  const head = packetColumns.map((one) => say[`head.${one}`])
  const rows = view.rows.map((row) => valuesOf(view, row, language))
  const all = [[`${view.organisation.shortName}. ${view.programme.title}`], [say.how], head, ...rows]
  const cells = new Map<string, { value: string; type: 'string'; style: object }>()
  for (const [row, values] of all.entries()) {
    for (const [column, value] of values.entries()) {
      const style = row < HEAD_AT ? { alignment: top, font: { bold: row === 0 } } : row === HEAD_AT ? bold : plain
      cells.set(`${row},${column}`, { value, type: 'string', style })
    }
  }
  return writeXlsx({
    sheets: [
      {
        name: say.sheet,
        columns: widths.map((width, at) => ({ width, hidden: at === widths.length - 1 })),
        rows: all,
        cells,
        merges: [0, 1].map((row) => ({ startRow: row, startCol: 0, endRow: row, endCol: widths.length - 2 })),
        rowDefs: new Map(all.map((values, row) => [row, { height: POINTS_IN_LINE * linesIn(values, row) }])),
        freezePane: { rows: HEAD_AT + 1, columns: 0 },
        pageSetup: sheetPage({ from: HEAD_AT + 1, to: HEAD_AT + 1 }),
      },
    ],
  })
}

/** The plan as a paper: the same columns but for the hidden one, each row with room for a few words by hand. */
export function packetBlocks(view: PacketView, language: Language): WrittenBlock[] {
  const say = paperWords[language]
  const columns = packetColumns.filter((one) => one !== 'key')
  const rows = view.rows.map((row) =>
    valuesOf(view, row, language)
      .slice(0, columns.length)
      .map((text, at): WrittenCell => ({ text: columns[at] === 'done' ? ROOM_TO_WRITE : text })),
  )
  return [
    { text: view.organisation.fullName, isBold: true, align: 'center' },
    { text: view.programme.title, align: 'center' },
    { text: say['how.paper'], size: 10, above: 6 },
    { text: '', size: 6, keepsNext: true },
    {
      headRows: [columns.map((one) => ({ text: say[`head.${one}`], isBold: true }))],
      ...{ rows, widths: widths.slice(0, columns.length), size: 10 },
    },
  ]
}

function valuesOf({ organisation }: PacketView, row: PacketRow, language: Language): string[] {
  const { activityId, window } = row
  return [
    ...[row.number ?? '', row.title, periodOf(row, language), proofsOf(row, language)],
    ...['', '', '', ''],
    keyOf({ organisationId: organisation.id, activityId, window }),
  ]
}

function linesIn(values: readonly string[], row: number): number {
  if (row < HEAD_AT) return Math.ceil((values[0] ?? '').length / 200) + row
  const lines = values.slice(0, -1).map((value, column) => (value.length * LETTERS_IN_INCH) / (widths[column] ?? 20))
  return Math.max(row === HEAD_AT ? 1 : 3, ...lines.map(Math.ceil))
}
