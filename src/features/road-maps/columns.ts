import { type Cell, cellAt, inOneLine, type Row, type Table } from '../../paper/paper.ts'
import { saysHours, settled } from './column-contest.ts'
import { monthsInTurn, roleOf, termOf } from './column-words.ts'
import { guessedLayout, mendedByContent } from './columns-by-content.ts'
import { opensSections, soleText, withHeadings } from './head-rows.ts'
import type { Column, Guess, Layout } from './layout.ts'
import { isWholeTerm } from './section-term.ts'

/** Tells a road map's table by the words of its head; null where nothing looks like one. */
export function layoutOf(table: Table): Layout | null {
  for (const [index, row] of table.rows.slice(0, 8).entries()) {
    const depth = headDepth(table.rows, index)
    const heads = headColumns(table.rows.slice(index, index + depth))
    const columns = settled(heads)
    if (!isHead(row, columns) && !headsTerms(row, columns, table.rows.slice(index + depth))) continue
    if (measuresOnly(columns)) return null
    const opening = opensSections(table.rows, index, columns) ? table.rows[index - 1] : undefined
    const caption = inOneLine(
      table.rows
        .slice(0, opening ? index - 1 : index)
        .map(soleText)
        .join(' '),
    )
    const firstRow = index + depth
    const body = table.rows.slice(firstRow)
    const mended = mendedByContent(columns, body)
    return {
      ...mended,
      guess: mended.guess ?? otherTerms(heads, columns),
      columns: withHeadings(mended.columns, body),
      firstRow,
      caption: caption === '' ? null : caption,
      ...(opening && { opening }),
    }
  }
  return guessedLayout(table)
}

/** A head of which we only know where the terms are, and under it they stand. */
function headsTerms(row: Row, columns: Column[], body: Row[]): boolean {
  const period = columns.find(({ role, term }) => role === 'period' && term === undefined)
  const filled = row.cells.filter((cell) => cell.text !== '')
  if (!period || filled.length < 3 || filled.some(({ text }) => text.length > 80 || isWholeTerm(inOneLine(text))))
    return false
  const terms = body.map((one) => inOneLine(cellAt(one, period.at)?.text ?? '')).filter((text) => text !== '')
  return terms.length > 1 && terms.filter(isWholeTerm).length >= terms.length * 0.6
}

/** «Срок | Дата проведения»: one of them was taken, and the reader is told of the other. */
function otherTerms(heads: Column[], columns: Column[]): Guess | null {
  const left = heads.filter(
    ({ role, header, term }, at) =>
      role === 'period' && term === undefined && columns[at]?.role === 'other' && !saysHours(header),
  )
  if (left.length === 0) return null
  const message = `О сроках говорят несколько граф; не учтены: ${left.map(({ header }) => `«${header}»`).join(', ')}.`
  return { message, confidence: 0.7 }
}

/** «Показатель | Единица | 2023 | 2024»: figures to reach, and nothing that anybody does. */
function measuresOnly(columns: Column[]): boolean {
  const has = (role: Column['role']) => columns.some((column) => column.role === role)
  const isMeasure = columns.some(({ role, header }) => role === 'result' && /показател|индикатор/iu.test(header))
  return isMeasure && !has('title') && !has('executors') && columns.some(({ term }) => term !== undefined)
}

function headDepth(rows: Row[], index: number): number {
  const row = rows[index]
  const below = rows[index + 1]
  if (!row || !below) return 1
  const covered = below.cells.filter((cell) => cell.isMergedDown).length
  if (covered > 0 && row.cells.some((cell) => cell.rowSpan > 1))
    return Math.max(...row.cells.map((cell) => cell.rowSpan))
  if (namesEnds(row, below)) return 2
  const isSplit = row.cells.length > 1 && row.cells.some((cell) => cell.colSpan > 1)
  return isSplit && below.cells[0]?.text === '' && below.cells.length > row.cells.length ? 2 : 1
}

/** «Срок, ответственный» */
function namesBoth(header: string): boolean {
  return /(срок|дата)(?!\p{L}*\s+\p{L}+(ого|ому))/iu.test(header) && /ответствен|исполнител(?!\p{L}*ни)/iu.test(header)
}

/** A row that only says «начало» and «окончание» below a head whose cells are not merged. */
function namesEnds(row: Row, below: Row): boolean {
  const filled = below.cells.filter((cell) => cell.text !== '')
  const isPartOfTerm = ({ text, column }: Cell) =>
    ['start', 'end'].includes(roleOf(text)) || termOf(text, inOneLine(cellAt(row, column)?.text ?? '')) !== null
  return below.cells[0]?.text === '' && filled.length >= 2 && filled.every(isPartOfTerm)
}

function headColumns(rows: Row[]): Column[] {
  const last = rows.at(-1)
  if (!last) return []
  return withMonths(last.cells.map((cell) => headColumn(rows, cell)))
}

/** The longest run of columns headed by nothing but figures that count the months on. */
function withMonths(columns: Column[]): Column[] {
  const isBare = ({ header, term }: Column) => term === undefined && /^(?:[ivxіх]{1,4}|\d{1,2})$/iu.test(header)
  const from = columns.findIndex(isBare)
  const after = columns.findIndex((column, at) => at > from && !isBare(column))
  const run = from < 0 ? [] : columns.slice(from, after < 0 ? columns.length : after)
  const months = monthsInTurn(run.map(({ header }) => header))
  if (!months) return columns
  return columns.map((column, at) => ({
    ...column,
    ...(months[at - from] !== undefined && { role: 'period' as const, term: months[at - from] ?? '' }),
  }))
}

const ofMoney = /финанс|стоимост|об(?:ъ|ь)[её]м|сумм|бюджет|руб|показател|значени/iu

function headColumn(rows: Row[], { column }: Cell): Column {
  const texts = rows.map((row) => cellAt(row, column)?.text ?? '')
  const said = [...new Set(texts.map(inOneLine))].filter((text) => text !== '')
  const own = texts.at(-1) ?? ''
  const above = inOneLine(texts.slice(0, -1).join(' '))
  const term = ofMoney.test(above) ? null : termOf(own, above)
  if (term !== null) return { header: said.join(' '), role: 'period', at: column, term }
  const role = roleOf(own) === 'other' ? roleOf(texts.join('\n')) : roleOf(own)
  const isWithExecutors = ['period', 'executors'].includes(role) && namesBoth(texts.join(' '))
  return isWithExecutors
    ? { header: said.join(' '), role: 'period', at: column, isWithExecutors }
    : { header: said.join(' '), role, at: column }
}

function isHead(row: Row, columns: Column[]): boolean {
  const roles = new Set(columns.map((column) => column.role))
  const filled = row.cells.filter((cell) => cell.text !== '')
  if (filled.length < 2 || filled.some((cell) => cell.text.length > 160)) return false
  const says = ['period', 'start', 'executors', 'result', 'audience'] as const
  const known = says.filter((role) => roles.has(role)).length
  if (roles.has('title')) return known >= 1
  return (
    known >= 2 &&
    (roles.has('number') || known >= 3) &&
    columns.some(({ role }) => role === 'other' || role === 'number')
  )
}
