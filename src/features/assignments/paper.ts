import { writeXlsx } from 'hucre/xlsx'
import { type AssignmentState, stateSign } from '../../kernel/assignment-state.ts'
import { dotted } from '../../kernel/day.ts'
import type { Language } from '../../kernel/words.ts'
import { sheetPage } from '../../paper/sheet-page.ts'
import { variantWords } from '../programmes/words.ts'
import type { MatrixCell, MatrixView } from './matrix-view.ts'
import { type PaperWords, paperWords } from './paper-words.ts'
import { sayWindow } from './say-window.ts'

/** Everything is text: what begins with «=» opens as it was typed, and «1.10» stays «1.10». */
type Text = { value: string; type: 'string'; style: object }

const bold = { font: { bold: true }, alignment: { vertical: 'top' as const, wrapText: true } }
const plain = { alignment: { vertical: 'top' as const, wrapText: true } }
const POINTS_IN_LINE = 15
const LETTERS_IN_INCH = 1.1

/** The matrix: organisations down, activities across, in each cell the sign, the word and the day. */
export function matrixSheet(view: MatrixView, language: Language): Promise<Uint8Array> {
  const say = paperWords[language]
  const head = [say['head.organisation'], say['head.variant'], ...view.columns.map((one) => headOf(one, say))]
  const words = view.kinds.map((cell) => sayCell(cell, language))
  const rows = view.rows.map((row) => [
    row.shortName,
    row.variant ? variantWords[language][`short.${row.variant}`] : '',
    ...row.cells.map((place) => words[place] ?? ''),
  ])
  const widths = [30, 20, ...view.columns.map(() => 22)]
  return sheetOf({ name: say['sheet.matrix'], title: titleOf(view), head, rows, widths, sticky: 1 })
}

/** The same, one line for each assignment: for filters and sums of an office program. */
export function listSheet(view: MatrixView, language: Language): Promise<Uint8Array> {
  const say = paperWords[language]
  const head = columnsOfList.map((name) => say[name])
  const rows = view.rows.flatMap((row) =>
    row.cells.flatMap((place, index) => {
      const [cell, column] = [view.kinds[place], view.columns[index]]
      if (!cell || !column) return []
      return [
        [
          row.shortName,
          row.variant ? variantWords[language][`short.${row.variant}`] : '',
          column.sectionTitle ?? '',
          column.number ?? '',
          [column.title, sayRemoved(column.removedBy, say)].filter(Boolean).join('\n'),
          column.periodText ?? '',
          cell.dueOn ? dotted(cell.dueOn) : '',
          sayMove(cell, say),
          say[`part.${cell.part}`],
          sayState(cell.state, say),
          cell.missed ? sayWindow(cell.missed, language) : '',
          `${cell.accepted} / ${cell.windows}`,
        ],
      ]
    }),
  )
  return sheetOf({ name: say['sheet.list'], title: titleOf(view), head, rows, widths: WIDTHS_OF_LIST, sticky: 0 })
}

const columnsOfList = [
  'head.organisation',
  'head.variant',
  'head.section',
  'head.number',
  'head.activity',
  'head.period',
  'head.due',
  'head.moved',
  'head.part',
  'head.state',
  'head.missed',
  'head.windows',
] as const
const WIDTHS_OF_LIST = [30, 20, 30, 7, 50, 24, 12, 18, 14, 20, 22, 10]

function sayCell(cell: MatrixCell, language: Language): string {
  const say = paperWords[language]
  if (!isUnfinished(cell.state)) return sayState(cell.state, say)
  const due = cell.dueOn && !cell.movedTo ? `${say.until} ${dotted(cell.dueOn)}` : ''
  const moved = cell.movedTo ? `${say.moved} ${dotted(cell.movedTo)}` : ''
  const asked = cell.isMoveAsked ? say.asked : ''
  return [sayState(cell.state, say), due, moved, asked].filter(Boolean).join('\n')
}

function sayMove(cell: MatrixCell, say: PaperWords): string {
  const asked = cell.isMoveAsked ? say.asked : ''
  return [cell.movedTo ? dotted(cell.movedTo) : '', asked].filter(Boolean).join('\n')
}

function isUnfinished(state: AssignmentState): boolean {
  return !['accepted', 'off-control', 'not-applicable', 'no-date'].includes(state)
}

function sayState(state: AssignmentState, say: PaperWords): string {
  return `${stateSign[state]} ${say[`state.${state}`]}`
}

function headOf({ number, title, removedBy }: MatrixView['columns'][number], say: PaperWords): string {
  return [number ? `${number}. ${title}` : title, sayRemoved(removedBy, say)].filter(Boolean).join('\n')
}

function sayRemoved(revision: number | null, say: PaperWords): string {
  return revision === null ? '' : `${say.removed} ${revision}`
}

function titleOf({ programme, today }: MatrixView): string {
  return [programme?.title, dotted(today)].filter(Boolean).join(', ')
}

type Sheet = { name: string; title: string; head: string[]; rows: string[][]; widths: number[]; sticky: number }

function sheetOf({ name, title, head, rows, widths, sticky }: Sheet): Promise<Uint8Array> {
  const all = [[title], head, ...rows]
  const cells = new Map<string, Text>()
  for (const [row, values] of all.entries()) {
    for (const [column, value] of values.entries()) {
      cells.set(`${row},${column}`, { value, type: 'string', style: row < 2 ? bold : plain })
    }
  }
  // No writer measures wrapped text: without a height of its own a long title would lie over its neighbour.
  const rowDefs = new Map(
    all.map((values, row) => [row, { height: POINTS_IN_LINE * (row === 0 ? 1 : linesIn(values, widths)) }]),
  )
  return writeXlsx({
    sheets: [
      {
        name,
        columns: widths.map((width) => ({ width })),
        rows: all,
        cells,
        rowDefs,
        freezePane: { rows: 2, columns: sticky },
        pageSetup: sheetPage({ from: 1, to: 2 }),
      },
    ],
  })
}

function linesIn(values: readonly string[], widths: readonly number[]): number {
  const lines = values.map((value, column) =>
    value
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * LETTERS_IN_INCH) / (widths[column] ?? 20))), 0),
  )
  return Math.min(20, Math.max(1, ...lines))
}
