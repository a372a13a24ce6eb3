import { cellAt, inOneLine, type Row } from '../../paper/paper.ts'
import type { Column } from './layout.ts'
import { cellOf } from './row-cells.ts'
import { bareNumber, numberFrom, numeral } from './row-numbers.ts'
import { sectionTerm } from './section-term.ts'

export type SectionRow = { kind: 'section'; number: string | null; title: string; row: number }

const numberedTitle = new RegExp(
  `^(?:(?:Раздел|Блок|Модуль|Направление|Этап|Задача|Цель|Часть|Глава|Приоритет)\\s+(?:№\\s*)?)?(${numeral})(?:[.)]+\\s*|\\s+)(?!этап|полугоди|четверт|квартал|триместр)(\\p{L}.*|[«"„].*)$`,
  'isu',
)

/** What of a table is known where a row of it is asked whether it is a section. */
export type SectionContext = { columns: Column[]; isUsed: (number: string | null) => boolean }

/** A section is one filled cell over the width of the table, or alone in its row where it looks like a heading. */
export function sectionOf(context: SectionContext, row: Row, next: Row | undefined): SectionRow | null {
  const { columns } = context
  const filled = row.cells.filter((cell) => cell.text !== '' && !cell.isMergedDown)
  const sole = filled[0]
  if (!sole || filled.length !== 1) return numberedSection(context, row, next)
  const isWide = sole.colSpan > 1 && sole.colSpan * 2 > columns.length
  const role = columns.find((column) => column.at === sole.column)?.role
  const isFirst = sole.column === 0 && role === 'number' && !bareNumber.test(sole.text)
  const isAtHead = sole.column === 0 || role === 'title'
  const isAlone = looksLikeHeading(sole.text) && !isNumberTyped(columns, row) && isAtHead
  const isTerm = sole.column === 0 && role !== 'period' && sectionTerm(sole.text) !== null
  return isWide || isFirst || isAlone || isTerm ? headed(inOneLine(sole.text), row) : null
}

function numberedSection({ columns, isUsed }: SectionContext, row: Row, next: Row | undefined): SectionRow | null {
  const filled = row.cells.filter((cell) => cell.text !== '' && !cell.isMergedDown)
  const number = cellOf(columns, 'number', row)
  const title = cellOf(columns, 'title', row)
  if (filled.length !== 2 || !number || !title || !filled.includes(number) || !filled.includes(title)) return null
  const own = numberFrom(number.text)
  const below = next && numberFrom(cellOf(columns, 'number', next)?.text ?? '')
  const hasChildren = own !== null && (below?.startsWith(`${own}.`) === true || (/^[IVX]+$/.test(own) && below === '1'))
  const isWideTitle = own !== null && title.colSpan * 2 > columns.length
  return (hasChildren || isWideTitle) && !isUsed(own)
    ? { kind: 'section', number: own, title: inOneLine(title.text), row: row.row }
    : null
}

/** «2. Сопровождение …» heads a section; «2.1. Участие …» without a number column is a row. */
function looksLikeHeading(text: string): boolean {
  return (
    /^(раздел|блок|модуль|этап|направление|задача|приоритет)(?!\p{L})/iu.test(text) ||
    /^(\d{1,2}|[IVX]{1,6})[.)]?\s+\p{Lu}/u.test(text)
  )
}

/** What a column of headings says over this row and those below it. */
export function headingOver(columns: Column[], row: Row): SectionRow | null {
  const column = columns.find(({ isHeading }) => isHeading)
  const text = inOneLine((column && cellAt(row, column.at)?.text) ?? '')
  return text === '' ? null : headed(text, row)
}

function headed(text: string, row: Row): SectionRow {
  const [, number, title] = numberedTitle.exec(text) ?? []
  return { kind: 'section', number: number ? numberFrom(number) : null, title: (title ?? text).trim(), row: row.row }
}

function isNumberTyped(columns: Column[], row: Row): boolean {
  return (cellOf(columns, 'number', row)?.text ?? '') !== ''
}
