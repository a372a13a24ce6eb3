import { type Cell, cellAt, inOneLine, type Row } from '../../paper/paper.ts'
import type { Column } from './layout.ts'
import type { ColumnRole } from './order.ts'
import { isWholeTerm, termUnder } from './section-term.ts'
import { wholeWords } from './whole-words.ts'

/** A row's words by what they are for; the lines of a cell stay lines. */
export type RowCells = Partial<Record<ColumnRole, string>>

/** Each cell speaks for the first column that it covers; columns of one role are read one after the other. */
export function cellsOf(columns: Column[], row: Row): RowCells {
  const cells: RowCells = {}
  const spoken = new Set<Cell>()
  for (const { role, at, term, fineness, isWithExecutors } of inFineness(columns)) {
    const cell = cellAt(row, at)
    if (!cell || role === 'other' || (spoken.has(cell) && term === undefined)) continue
    spoken.add(cell)
    const text = role === 'period' ? monthAndDay(wordsOf(cell)) : wordsOf(cell)
    if (text === '') continue
    if (isWithExecutors) {
      Object.assign(cells, partedTerm(text))
      continue
    }
    const said = term === undefined ? text : markedTerm(text, term)
    if (fineness !== undefined) cells.period = cells.period ? termUnder(cells.period, inOneLine(said)) : said
    else cells[role] = cells[role] ? `${cells[role]}${separators[role] ?? '; '}${said}` : said
  }
  return cells
}

function inFineness(columns: Column[]): Column[] {
  return columns.toSorted((one, other) => (one.fineness ?? 0) - (other.fineness ?? 0))
}

/** «до 15 августа, завхоз»: the longest beginning or end that is a term, and the rest, who carries it out. */
function partedTerm(text: string): RowCells {
  const cuts = [...text.matchAll(/[,;]\s*|\s*\n\s*|\s+[–—-]\s+/g)]
  const parts = cuts.map(({ index, 0: mark }) => [text.slice(0, index), text.slice(index + mark.length)] as const)
  const ahead = parts.findLast(([before]) => isWholeTerm(before))
  const behind = parts.find(([, after]) => isWholeTerm(after))
  if (ahead) return { period: ahead[0], executors: ahead[1] }
  if (behind) return { period: behind[1], executors: behind[0] }
  return isWholeTerm(text) ? { period: text } : { executors: text }
}

/** The row's own words, without those of cells that began in a row above. */
export function ownCells(columns: Column[], row: Row): RowCells {
  return cellsOf(columns, {
    ...row,
    cells: row.cells.map((cell) => (cell.isMergedDown ? { ...cell, text: '' } : cell)),
  })
}

export function cellOf(columns: Column[], role: ColumnRole, row: Row): Cell | undefined {
  const column = columns.find((one) => one.role === role)
  return column && cellAt(row, column.at)
}

const separators: RowCells = { executors: ';\n', period: ', ' }

/** A dash, dots or a star stand for nothing. */
function wordsOf(cell: Cell): string {
  const lines = wholeWords(cell.text).split('\n').map(inOneLine)
  const text = lines.filter((line) => line !== '').join('\n')
  return /^[-–—.…*]+$/.test(text) && text !== '*' ? '' : text
}

/** «Сентябрь ⏎ 02.09», «Декабрь ⏎ 20–27»: the day in the second line lies in the month of the first. */
function monthAndDay(text: string): string {
  const [month = '', day = '', ...more] = text.split('\n')
  const isDay = /^(?:\d{1,2}(?!\d)|в\s+теч|(?:перв|втор|трет|четв[её]рт|последн)\p{L}+\s+(?:недел|декад))/iu.test(day)
  return more.length === 0 && isDay && /^\p{L}{3,8}$/u.test(month) && isWholeTerm(month) ? termUnder(month, day) : text
}

const mark = /^(?:[+*vх×x✓✔√☑•●■▪◆!з]|да|1)$/iu

/** A mark under «I квартал» stands for it; «15–20» under «март» are days of it. */
function markedTerm(text: string, term: string): string {
  return mark.test(text) ? term : inOneLine(`${text} ${term}`)
}
