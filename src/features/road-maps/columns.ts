import { cellAt, inOneLine, type Row, type Table } from '../../paper/paper.ts'
import type { ColumnRole } from './order.ts'

/** A column of a road map's table: its head, what it is for, and the grid column in which it begins. */
export type Column = { header: string; role: ColumnRole; at: number }

/** How a table is to be read. `isGuessed`: the head did not say it, the content suggested it. */
export type Layout = { columns: Column[]; firstRow: number; isGuessed: boolean; caption: string | null }

/** Asked in this order, because «Срок проведения мероприятия» speaks of a period and «Участники мероприятия» of an audience. */
const wordings: [ColumnRole, RegExp][] = [
  ['number', /^(№|n$|номер)|^п\s*\/?\s*п\.?$/],
  ['other', /отметк|примечани/],
  ['start', /^(дата |срок |время )?начал[оа]?(?!\p{L}).*|начало (реализации|исполнения|проведения)/u],
  ['end', /^(дата |срок |время )?(окончани|завершени|конец)/],
  ['period', /срок|период|^дат|дата|когда|месяц|врем[яе]|график/],
  ['executors', /исполнител|ответствен|организатор|кто (проводит|отвечает|делает)|разработчик/],
  ['audience', /целев\p{L}+ групп|целев\p{L}+ аудитори|категори\p{L}+|участник|аудитори|для кого|адресат|охват/u],
  [
    'result',
    /результат|итог|вид(ы)? документ|подтвержда|показател|продукт|индикатор|форм\p{L} (отч[её]т|завершени|представлени)/u,
  ],
  ['title', /мероприяти|содержани|наименовани|действи|вид\p{L}* деятельности|виды работ|направлени|задач|шаг/u],
  ['place', /мест[оа]|площадк|адрес/],
  ['result', /документ/],
]

/** These may stand in several columns, whose words are then read one after the other. */
const repeatable: ReadonlySet<ColumnRole> = new Set(['executors', 'result', 'other'])

export function roleOf(header: string): ColumnRole {
  const words = inOneLine(header).toLowerCase()
  return wordings.find(([, wording]) => wording.test(words))?.[0] ?? 'other'
}

/** Tells a road map's table by the words of its head; null where nothing looks like one. */
export function layoutOf(table: Table): Layout | null {
  for (const [index, row] of table.rows.slice(0, 8).entries()) {
    const depth = headDepth(table.rows, index)
    const columns = settled(headColumns(table.rows.slice(index, index + depth)))
    if (!isHead(row, columns)) continue
    if (!columns.some((column) => column.role === 'title')) {
      return { columns: withGuessedTitle(columns), firstRow: index + depth, isGuessed: true, caption: null }
    }
    const caption = inOneLine(table.rows.slice(0, index).map(soleText).join(' '))
    return { columns, firstRow: index + depth, isGuessed: false, caption: caption === '' ? null : caption }
  }
  return guessed(table)
}

/** Whether a row repeats the head, as happens at the top of each printed page. */
export function repeatsHead(row: Row, columns: Column[]): boolean {
  const filled = row.cells.filter((cell) => cell.text !== '')
  const equal = columns.filter(
    ({ at, header }) => header !== '' && inOneLine(cellAt(row, at)?.text ?? '').toLowerCase() === header.toLowerCase(),
  )
  return filled.length >= 2 && equal.length >= 2 && equal.length * 3 >= columns.length * 2
}

/** A row of 1, 2, 3 … under the head. */
export function numbersColumns(row: Row): boolean {
  const filled = row.cells.filter((cell) => cell.text !== '')
  return filled.length >= 3 && filled.every((cell, index) => cell.text.replace(/\.$/, '') === String(index + 1))
}

function headDepth(rows: Row[], index: number): number {
  const row = rows[index]
  const below = rows[index + 1]
  if (!row || !below) return 1
  const covered = below.cells.filter((cell) => cell.isMergedDown).length
  if (covered > 0 && row.cells.some((cell) => cell.rowSpan > 1))
    return Math.max(...row.cells.map((cell) => cell.rowSpan))
  const isSplit = row.cells.length > 1 && row.cells.some((cell) => cell.colSpan > 1)
  return isSplit && below.cells[0]?.text === '' && below.cells.length > row.cells.length ? 2 : 1
}

function headColumns(rows: Row[]): Column[] {
  const last = rows.at(-1)
  if (!last) return []
  return last.cells.map(({ column }) => {
    const texts = rows.map((row) => inOneLine(cellAt(row, column)?.text ?? ''))
    const header = [...new Set(texts)].filter((text) => text !== '').join(' ')
    const own = texts.at(-1) ?? ''
    const role = roleOf(own) === 'other' ? roleOf(header) : roleOf(own)
    return { header, role, at: column }
  })
}

/** Leaves one column for each role that has only one place; an end without a beginning is the period itself. */
function settled(columns: Column[]): Column[] {
  const hasStart = columns.some((column) => column.role === 'start')
  const hasEnd = columns.some((column) => column.role === 'end')
  const paired = columns.map((column) => {
    const isLonely = (column.role === 'end' && !hasStart) || (column.role === 'start' && !hasEnd)
    return isLonely ? { ...column, role: 'period' as const } : column
  })
  const mainTitle = paired.find((column) => column.role === 'title' && /мероприяти/i.test(column.header))
  const taken = new Set<ColumnRole>()
  return paired.map((column) => {
    const isSecond = taken.has(column.role) && !repeatable.has(column.role)
    const isLesserTitle = column.role === 'title' && mainTitle !== undefined && column !== mainTitle
    if (isSecond || isLesserTitle) return { ...column, role: 'other' as const }
    taken.add(column.role)
    return column
  })
}

function isHead(row: Row, columns: Column[]): boolean {
  const roles = new Set(columns.map((column) => column.role))
  const filled = row.cells.filter((cell) => cell.text !== '')
  if (filled.length < 2 || filled.some((cell) => cell.text.length > 160)) return false
  const says = ['period', 'start', 'executors', 'result', 'audience'] as const
  const known = says.filter((role) => roles.has(role)).length
  return roles.has('title') ? known >= 1 : roles.has('number') && known >= 2 && columns.some(isUnnamed)
}

function isUnnamed(column: Column): boolean {
  return column.role === 'other'
}

/** The first column of unknown purpose holds what is to be done. */
function withGuessedTitle(columns: Column[]): Column[] {
  const unnamed = columns.find(isUnnamed)
  return columns.map((column) => (column === unnamed ? { ...column, role: 'title' as const } : column))
}

const termWords =
  /январ|феврал|март|апрел|ма[йя](?!\p{L})|июн|июл|август|сентябр|октябр|ноябр|декабр|течени|ежемесячн|ежекварт|постоянно|\d{2}\.\d{2}\.\d{4}/iu

/** A table without a head is still a plan where rows are numbered and one column keeps speaking of time. */
function guessed(table: Table): Layout | null {
  const rows = table.rows.filter((row) => row.cells.length >= 3)
  const width = Math.max(0, ...rows.map((row) => row.cells.length))
  const texts = (column: number) => rows.map((row) => cellAt(row, column)?.text ?? '')
  const share = (column: number, wording: RegExp) =>
    texts(column).filter((text) => text.length < 80 && wording.test(text)).length / Math.max(rows.length, 1)
  const columns = Array.from({ length: width }, (_, at) => at)
  const period = columns.find((column) => column > 0 && share(column, termWords) >= 0.5)
  if (rows.length < 3 || period === undefined || share(0, /^\s*\d+(\.\d+)*\.?\s*$/) < 0.5 || period < 2) return null
  const order: ColumnRole[] = ['executors', 'result', 'audience']
  const guessedColumns = columns.map((at): Column => {
    if (at === 0) return { header: '', role: 'number', at }
    if (at === 1) return { header: '', role: 'title', at }
    if (at === period) return { header: '', role: 'period', at }
    return { header: '', role: order.shift() ?? 'other', at }
  })
  return { columns: guessedColumns, firstRow: 0, isGuessed: true, caption: null }
}

function soleText(row: Row): string {
  const filled = row.cells.filter((cell) => cell.text !== '')
  return filled.length === 1 ? (filled[0]?.text ?? '') : ''
}
