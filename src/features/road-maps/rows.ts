import { type Cell, cellAt, inOneLine, type Row, type Table } from '../../paper/paper.ts'
import { type Column, type Layout, numbersColumns, repeatsHead } from './columns.ts'
import type { ColumnRole } from './order.ts'

/** What a row of the table turned out to be. */
export type PlanRow = SectionRow | ActivityRow | StrangeRow

type SectionRow = { kind: 'section'; number: string | null; title: string; row: number }

export type ActivityRow = {
  kind: 'activity'
  number: string | null
  /** Its number cell is merged with the row above: one number for several rows is then meant. */
  sharesNumber: boolean
  cells: Partial<Record<ColumnRole, string>>
  row: number
  page: number | null
}

/** Has words, but they fit no row that we know. */
type StrangeRow = { kind: 'strange'; text: string; row: number }

/** Reads the body of a table: sections, activities, and rows that go on from the page before. */
export function planRows(table: Table, layout: Layout): PlanRow[] {
  const reading: Reading = {
    columns: layout.columns,
    isNumbered: hasNumbers(table, layout),
    found: [],
    section: null,
    inSection: 0,
  }
  const body = table.rows.slice(layout.firstRow)
  for (const [index, row] of body.entries()) {
    if (row.cells.every((cell) => cell.text === '')) continue
    if (repeatsHead(row, layout.columns) || numbersColumns(row)) continue
    readRow(reading, row, body[index + 1])
  }
  return reading.found
}

type Reading = {
  columns: Column[]
  isNumbered: boolean
  found: PlanRow[]
  section: string | null
  inSection: number
}

function readRow(reading: Reading, row: Row, next: Row | undefined): void {
  const section = sectionOf(reading, row, next)
  if (section) {
    reading.section = section.number
    reading.inSection = 0
    reading.found.push(section)
    return
  }
  const above = reading.found.at(-1)
  if (above?.kind === 'activity' && continues(reading, row, above)) {
    append(above, ownCells(reading, row))
    return
  }
  const activity = activityOf(reading, row)
  if ((activity.cells.title ?? '') === '') {
    reading.found.push({ kind: 'strange', text: rowText(row), row: row.row })
    return
  }
  reading.found.push(activity)
}

const numeral = '(?:\\d{1,2}(?:\\.\\d{1,3})*|[IVXІХ]{1,6})'
const bareNumber = new RegExp(`^(?:п\\.\\s*)?${numeral}[.)]*$`)
const numberedTitle = new RegExp(
  `^(?:(?:Раздел|Блок|Модуль|Направление)\\s+)?(${numeral})(?:[.)]+\\s*|\\s+)(?!этап|полугоди|четверт|квартал|триместр)(\\p{L}.*|[«"„].*)$`,
  'isu',
)

/** A section is one filled cell over the width of the table, or alone in its row where it looks like a heading. */
function sectionOf({ columns, found }: Reading, row: Row, next: Row | undefined): SectionRow | null {
  const filled = row.cells.filter((cell) => cell.text !== '' && !cell.isMergedDown)
  const sole = filled[0]
  if (sole && filled.length === 1) {
    const isWide = sole.colSpan > 1 && sole.colSpan * 2 > columns.length
    const isHeading =
      /^(раздел|блок|модуль|этап|направление)(?!\p{L})/iu.test(sole.text) || isNumberedHeading(sole.text)
    const role = roleAt(columns, sole.column)
    const isFirst = sole.column === 0 && role === 'number' && !bareNumber.test(sole.text)
    const isAlone = isHeading && !isNumberTyped(columns, row) && (sole.column === 0 || role === 'title')
    return isWide || isFirst || isAlone ? headed(inOneLine(sole.text), row) : null
  }
  const number = numberCell(columns, row)
  const title = titleCell(columns, row)
  if (filled.length !== 2 || !number || !title || !filled.includes(number) || !filled.includes(title)) return null
  const own = numberFrom(number.text)
  const below = next && numberFrom(numberCell(columns, next)?.text ?? '')
  const hasChildren = own !== null && (below?.startsWith(`${own}.`) === true || (/^[IVX]+$/.test(own) && below === '1'))
  const isWideTitle = own !== null && title.colSpan * 2 > columns.length
  const isRepeat = found.some((one) => one.kind === 'section' && one.number === own)
  return (hasChildren || isWideTitle) && !isRepeat
    ? { kind: 'section', number: own, title: inOneLine(title.text), row: row.row }
    : null
}

/** «2. Сопровождение …» heads a section; «2.1. Участие …» without a number column is a row. */
function isNumberedHeading(text: string): boolean {
  return /^(\d{1,2}|[IVX]{1,6})[.)]?\s+\p{Lu}/u.test(text)
}

function headed(text: string, row: Row): SectionRow {
  const [, number, title] = numberedTitle.exec(text) ?? []
  return { kind: 'section', number: number ? numberFrom(number) : null, title: (title ?? text).trim(), row: row.row }
}

/**
 * A row whose first cell is empty goes on from the row above (a page ended there), unless that cell is merged with
 * the one above it, or the row says enough to stand alone.
 */
function continues({ columns, isNumbered }: Reading, row: Row, above: ActivityRow): boolean {
  const title = titleCell(columns, row)
  const number = numberCell(columns, row)
  if (number?.isMergedDown && number.text !== '') return title?.isMergedDown === true
  if (isNumbered) return (number?.text ?? '') === '' && !standsAlone(columns, row, above)
  const text = title?.text ?? ''
  const isAboveOpen = /[,:(–-]$/.test(above.cells.title ?? '')
  return text === '' || title?.isMergedDown === true || isAboveOpen || /^[\p{Ll},;)»–-]/u.test(text)
}

/** Its author forgot the number: a title of its own, its own term, and at least one cell more. */
function standsAlone(columns: Column[], row: Row, above: ActivityRow): boolean {
  const title = titleCell(columns, row)?.text ?? ''
  const period = columns.find((column) => column.role === 'period')
  const term = period ? (cellAt(row, period.at)?.text ?? '') : ''
  const filled = row.cells.filter((cell) => cell.text !== '' && !cell.isMergedDown).length
  const isAboveWhole = !/[,\-–(]$/.test(above.cells.title ?? '') && (above.cells.period ?? '') !== ''
  return /^\p{Lu}\p{Ll}/u.test(title) && /^[\p{Lu}\d]/u.test(term) && filled >= 3 && isAboveWhole
}

function activityOf(reading: Reading, row: Row): ActivityRow {
  const cell = numberCell(reading.columns, row)
  const cells = cellsOf(reading.columns, row)
  const typed = numberFrom(cell?.text ?? '')
  const inTitle = typed === null ? numberedTitleOf(cells.title ?? '') : null
  if (inTitle) cells.title = inTitle.title
  const stray = typed === null && !inTitle ? inOneLine(cell?.text ?? '') : ''
  if (stray !== '') cells.title = inOneLine(`${stray} ${cells.title ?? ''}`)
  reading.inSection += 1
  const sharesNumber = cell?.isMergedDown === true
  const number = composed(reading, typed ?? inTitle?.number ?? null, cell?.isAutoNumbered === true)
  return { kind: 'activity', number, sharesNumber, cells, row: row.row, page: row.page }
}

/** An automatic list that counts 1, 2, 3 inside section 2 stands for 2.1, 2.2, 2.3. */
function composed({ section, inSection }: Reading, number: string | null, isAutoNumbered: boolean): string | null {
  const isPlain = number !== null && /^\d+$/.test(number) && section !== null && /^\d+$/.test(section)
  return isPlain && isAutoNumbered ? `${section}.${inSection}` : number
}

function numberedTitleOf(text: string): { number: string; title: string } | null {
  const [, number, title] = /^(\d{1,2}(?:\.\d{1,3})*)[.)]\s*(\p{L}.*)$/su.exec(text) ?? []
  return number !== undefined && title !== undefined ? { number, title } : null
}

function numberFrom(text: string): string | null {
  const plain = text.replace(/\s+/g, '')
  if (!bareNumber.test(plain)) return null
  return plain
    .replace(/^п\./, '')
    .replace(/[.)]+$/, '')
    .replaceAll('І', 'I')
    .replaceAll('Х', 'X')
}

function append(above: ActivityRow, cells: ActivityRow['cells']): void {
  for (const role of continuedRoles) {
    const more = cells[role]
    if (more) above.cells[role] = inOneLine(`${above.cells[role] ?? ''} ${more}`)
  }
}

const continuedRoles = ['title', 'period', 'start', 'end', 'executors', 'result', 'audience', 'place'] as const

function ownCells({ columns }: Reading, row: Row): ActivityRow['cells'] {
  return cellsOf(columns, {
    ...row,
    cells: row.cells.map((cell) => (cell.isMergedDown ? { ...cell, text: '' } : cell)),
  })
}

/** Each cell speaks for the first column that it covers; columns of one role are read one after the other. */
function cellsOf(columns: Column[], row: Row): ActivityRow['cells'] {
  const cells: ActivityRow['cells'] = {}
  const spoken = new Set<Cell>()
  for (const { role, at } of columns) {
    const cell = cellAt(row, at)
    if (!cell || spoken.has(cell) || role === 'other') continue
    spoken.add(cell)
    const text = inOneLine(cell.text)
    if (text === '' || /^[-–—.…*]+$/.test(text)) continue
    const separator = role === 'executors' ? ', ' : '; '
    cells[role] = cells[role] ? `${cells[role]}${separator}${text}` : text
  }
  return cells
}

function hasNumbers(table: Table, { columns, firstRow }: Layout): boolean {
  return table.rows.slice(firstRow).some((row) => numberFrom(numberCell(columns, row)?.text ?? '') !== null)
}

function isNumberTyped(columns: Column[], row: Row): boolean {
  return (numberCell(columns, row)?.text ?? '') !== ''
}

function numberCell(columns: Column[], row: Row): Cell | undefined {
  const column = columns.find(({ role }) => role === 'number')
  return column && cellAt(row, column.at)
}

function titleCell(columns: Column[], row: Row): Cell | undefined {
  const column = columns.find(({ role }) => role === 'title')
  return column && cellAt(row, column.at)
}

function roleAt(columns: Column[], at: number): ColumnRole | undefined {
  return columns.find((column) => column.at === at)?.role
}

function rowText(row: Row): string {
  return inOneLine(row.cells.map((cell) => cell.text).join(' '))
}
