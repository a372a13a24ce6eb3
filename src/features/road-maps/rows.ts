import { inOneLine, type Row, type Table } from '../../paper/paper.ts'
import { numbersColumns, repeatsHead } from './head-rows.ts'
import type { Column, Layout } from './layout.ts'
import { cellOf, cellsOf, ownCells, type RowCells } from './row-cells.ts'
import { itemsIn } from './row-items.ts'
import { codeFrom, numberedTitleOf, numberFrom } from './row-numbers.ts'
import { headingOver, type SectionRow, sectionOf } from './section-rows.ts'
import { isWholeTerm, sectionTerm, termUnder } from './section-term.ts'

/** What a row of the table turned out to be. */
export type PlanRow = SectionRow | ActivityRow | StrangeRow

export type ActivityRow = {
  kind: 'activity'
  number: string | null
  /** One number for several rows is meant: its cell is merged with the row above, or the cell holds a list. */
  sharesNumber: boolean
  /** Several activities were found in one row without marks between them. */
  isParted: boolean
  /** A row below, with a whole term of its own, was taken for its continuation. */
  joins?: number
  /** In one line each, but for executors and audience, whose lines may be names of their own. */
  cells: RowCells
  row: number
  page: number | null
}

/** Has words, but they fit no row that we know. */
type StrangeRow = { kind: 'strange'; text: string; row: number }

/** Reads the body of a table, whose plan may be of one month: sections, activities, and rows that go on from the page before. */
export function planRows(table: Table, layout: Layout, term: string | null = null): PlanRow[] {
  const reading: Reading = {
    columns: layout.columns,
    isNumbered: hasNumbers(table, layout),
    isCalendar: isCalendar(layout),
    isList: layout.isList === true,
    found: [],
    section: null,
    term,
    planTerm: term,
    heading: null,
    inSection: 0,
  }
  const body = [...(layout.opening ? [layout.opening] : []), ...table.rows.slice(layout.firstRow)]
  for (const [index, row] of body.entries()) {
    if (row.cells.every((cell) => cell.text === '')) continue
    if (repeatsHead(row, layout.columns) || numbersColumns(row)) continue
    readRow(reading, row, body[index + 1])
  }
  return reading.found.flatMap((row): PlanRow[] => (row.kind === 'activity' ? activitiesIn(row, reading) : [row]))
}

type Reading = {
  columns: Column[]
  isNumbered: boolean
  isCalendar: boolean
  isList: boolean
  found: PlanRow[]
  section: string | null
  /** The section's heading, where it is itself a term. */
  term: string | null
  /** The month of the whole plan. */
  planTerm: string | null
  /** What the column of headings says. */
  heading: string | null
  inSection: number
}

function readRow(reading: Reading, row: Row, next: Row | undefined): void {
  const isUsed = (number: string | null) => reading.found.some((one) => one.kind === 'section' && one.number === number)
  const section = sectionOf({ columns: reading.columns, isUsed }, row, next)
  if (section) {
    reading.section = section.number
    reading.term = sectionTerm(section.title) ?? reading.planTerm
    reading.inSection = 0
    reading.found.push(section)
    return
  }
  const over = headingOver(reading.columns, row)
  if (over && over.title !== reading.heading) {
    reading.heading = over.title
    reading.section = over.number
    reading.inSection = 0
    reading.found.push(over)
  }
  const above = reading.found.at(-1)
  if (above?.kind === 'activity' && !reading.isList && continues(reading, row, above)) {
    const more = ownCells(reading.columns, row)
    if (areTwoTerms(above.cells.period, more.period) && more.title) above.joins = row.row
    append(above, more)
    return
  }
  const activity = activityOf(reading, row)
  if ((activity.cells.title ?? '') === '') {
    reading.found.push({ kind: 'strange', text: rowText(row), row: row.row })
    return
  }
  reading.found.push(activity)
}

/**
 * A row whose first cell is empty goes on from the row above (a page ended there), unless that cell is merged with
 * the one above it, or the row says enough to stand alone.
 */
function continues({ columns, isNumbered }: Reading, row: Row, above: ActivityRow): boolean {
  const title = cellOf(columns, 'title', row)
  const number = cellOf(columns, 'number', row)
  if (number?.isMergedDown && number.text !== '') return title?.isMergedDown === true
  if (isNumbered) return (number?.text ?? '') === '' && !standsAlone(columns, row, above)
  const text = title?.text ?? ''
  const isAboveOpen = /[,:(–-]$/.test(above.cells.title ?? '')
  const isBegun = /^[\p{Ll},;)»–-]/u.test(text) && !standsAlone(columns, row, above)
  return text === '' || title?.isMergedDown === true || isAboveOpen || isBegun
}

/** Its author forgot the number: a title of its own, its own whole term, and one cell more where the table has one. */
function standsAlone(columns: Column[], row: Row, above: ActivityRow): boolean {
  const title = cellOf(columns, 'title', row)?.text ?? ''
  const own = ownCells(columns, row)
  const filled = row.cells.filter((cell) => cell.text !== '' && !cell.isMergedDown).length
  const isAboveWhole = !/[,\-–(]$/.test(above.cells.title ?? '') && isWholeTerm(above.cells.period ?? '')
  const isOwnWhole = isWholeTerm(own.period ?? '')
  const isWide = filled === row.cells.length
  const isSaidEnough = filled >= Math.min(title.split(' ').length > 2 ? 2 : 3, row.cells.length - 1)
  return (/^\p{Lu}(?:\p{Ll}|\s)/u.test(title) ? isSaidEnough : isWide) && isOwnWhole && isAboveWhole
}

function activityOf(reading: Reading, row: Row): ActivityRow {
  const cell = cellOf(reading.columns, 'number', row)
  const cells = cellsOf(reading.columns, row)
  const typed = numberFrom(cell?.text ?? '') ?? codeFrom(cell?.text ?? '')
  const isList = /\n\s*\d{1,2}(\.\d{1,3})*[.)]/.test(cells.title ?? '')
  const inTitle = typed === null && !isList ? numberedTitleOf(cells.title ?? '') : null
  if (inTitle) cells.title = inTitle.title
  const stray = typed === null && !inTitle ? inOneLine(cell?.text ?? '') : ''
  if (stray !== '') cells.title = inOneLine(`${stray} ${cells.title ?? ''}`)
  reading.inSection += 1
  const number = composed(reading, typed ?? inTitle?.number ?? null, cell?.isAutoNumbered === true)
  const own = inOneLine(cells.period ?? '')
  const isUnsaid = own === '' && reading.term === reading.planTerm
  if (reading.term !== null && !cells.start && !isUnsaid) cells.period = termUnder(reading.term, own)
  const sharesNumber = cell?.isMergedDown === true
  return { kind: 'activity', number, sharesNumber, isParted: false, cells, row: row.row, page: row.page }
}

/** An automatic list that counts 1, 2, 3 inside section 2 stands for 2.1, 2.2, 2.3. */
function composed({ section, inSection }: Reading, number: string | null, isAutoNumbered: boolean): string | null {
  const isPlain = number !== null && /^\d+$/.test(number) && section !== null && /^\d+$/.test(section)
  return isPlain && isAutoNumbered ? `${section}.${inSection}` : number
}

/** A label that goes a level down from the row's number («1.2» in row 1) is the number of its activity. */
function activitiesIn(row: ActivityRow, { isCalendar: isOfCalendar }: Reading): ActivityRow[] {
  const items = itemsIn(row.cells, { number: row.number, isCalendar: isOfCalendar })
  return items.map(({ label, cells, isGuessed }, index) => {
    const isOwn = label !== null && (row.number === null || label.startsWith(`${row.number}.`))
    const number = isOwn ? label : row.number
    const sharesNumber = row.sharesNumber || (index > 0 && !isOwn)
    return { ...row, number, sharesNumber, isParted: isGuessed, cells: inLines(cells) }
  })
}

const listRoles: ReadonlySet<string> = new Set(['executors', 'audience'])

function inLines(cells: RowCells): RowCells {
  return Object.fromEntries(
    Object.entries(cells).map(([role, text]) => [role, listRoles.has(role) ? text : inOneLine(text)]),
  )
}

function areTwoTerms(one = '', other = ''): boolean {
  return one !== '' && other !== '' && isWholeTerm(one) && isWholeTerm(other) && !/[,–—-]$/.test(one)
}

function append(above: ActivityRow, cells: RowCells): void {
  for (const role of continuedRoles) {
    const more = cells[role]
    if (more) above.cells[role] = above.cells[role] ? `${above.cells[role]}\n${more}` : more
  }
}

const continuedRoles = ['title', 'period', 'start', 'end', 'executors', 'result', 'audience', 'place'] as const

function hasNumbers(table: Table, { columns, firstRow }: Layout): boolean {
  return table.rows.slice(firstRow).some((row) => {
    const text = cellOf(columns, 'number', row)?.text ?? ''
    return (numberFrom(text) ?? codeFrom(text)) !== null
  })
}

/** «Месяц | Мероприятия»: what is done in a month stands in one cell. */
function isCalendar({ columns }: Layout): boolean {
  return columns[0]?.role === 'period' && !columns.some(({ role }) => role === 'number')
}

function rowText(row: Row): string {
  return inOneLine(row.cells.map((cell) => cell.text).join(' '))
}
