import type { WrittenCell } from '../../paper/written.ts'
import { roleOf, termOf } from './column-words.ts'
import type { ColumnRole, ParsedActivity, ParsedColumn, ParsedSection } from './order.ts'

/** A column as it is written: its head in one row or two, and the term that a mark in it stands for. */
export type PaperColumn = ParsedColumn & { above: string | null; own: string; term: string | null }

/** The columns of a road map; a head that is read for what it is only in two rows is written in two. */
export function paperColumns(columns: readonly ParsedColumn[]): PaperColumn[] {
  const periods = columns.filter(({ role }) => role === 'period').length
  return columns.map((column) => splitHead(column, periods > 1))
}

/** Names for columns that the paper left without a head. */
export function namedColumns(columns: readonly ParsedColumn[]): ParsedColumn[] {
  return columns.map((column) => (column.header === '' ? { ...column, header: usualHead[column.role] } : column))
}

/** Columns with a name each, and one more for every value that they have no place for. */
export function completedColumns(known: readonly ParsedColumn[], sections: readonly ParsedSection[]): ParsedColumn[] {
  const rows = sections.flatMap(({ activities }) => activities)
  const has = (role: ColumnRole) => known.some((column) => column.role === role)
  const absent = fillable.filter(([role, isFilled]) => {
    const isKnown = has(role) || (role === 'period' && has('start'))
    return !isKnown && (role === 'title' || rows.some(isFilled))
  })
  return namedColumns([
    ...absent.filter(([role]) => role === 'number').map(([role]) => ({ header: '', role })),
    ...known,
    ...absent.filter(([role]) => role !== 'number').map(([role]) => ({ header: '', role })),
  ])
}

const fillable: [ColumnRole, (row: ParsedActivity) => boolean][] = [
  ['number', ({ number }) => number !== null],
  ['title', () => true],
  ['period', ({ period }) => period !== null],
  ['executors', ({ executors }) => executors !== null],
  ['result', ({ expectedResult }) => expectedResult !== null],
  ['audience', ({ targetGroups }) => targetGroups.length > 0],
]

/** The head in one row, or in two where a column of it needs that; none where no column has a name. */
export function headRows(columns: readonly PaperColumn[]): WrittenCell[][] {
  if (columns.every(({ header }) => header === '')) return []
  const own = columns.map(({ own: text }): WrittenCell => ({ text, isBold: true, align: 'center' }))
  if (columns.every(({ above }) => above === null)) return [own]
  const upper: WrittenCell[] = []
  for (const [index, { above, own: text }] of columns.entries()) {
    const last = upper.at(-1)
    if (above !== null && last && columns[index - 1]?.above === above) last.span = (last.span ?? 1) + 1
    else upper.push({ text: above ?? text, isBold: true, align: 'center' })
  }
  const lower = columns.map(({ above }, index): WrittenCell => {
    return above === null ? { text: '', isCovered: true } : (own[index] ?? { text: '' })
  })
  return [upper, lower]
}

export function widthsOf(columns: readonly PaperColumn[]): number[] {
  return columns.map(({ role, term }) => (term === null ? widths[role] : 7))
}

const usualHead: Record<ColumnRole, string> = {
  number: '№ п/п',
  title: 'Мероприятие',
  period: 'Срок',
  start: 'Начало',
  end: 'Окончание',
  executors: 'Исполнитель',
  result: 'Ожидаемый результат',
  audience: 'Целевая группа',
  place: 'Место проведения',
  other: 'Примечание',
}

const widths: Record<ColumnRole, number> = {
  number: 7,
  title: 40,
  period: 18,
  start: 12,
  end: 12,
  executors: 26,
  result: 30,
  audience: 16,
  place: 16,
  other: 12,
}

function splitHead(column: ParsedColumn, isOneOfTerms: boolean): PaperColumn {
  const whole = { ...column, above: null, own: column.header, term: null }
  const words = column.header.split(' ')
  const cuts = words.map((_, at) => ({ above: words.slice(0, at).join(' '), own: words.slice(at).join(' ') }))
  if (column.role === 'period' && isOneOfTerms) {
    for (const { above, own } of cuts) {
      const term = termOf(own, above)
      if (term !== null) return { ...column, above: above === '' ? null : above, own, term }
    }
  }
  if (roleOf(column.header) === column.role) return whole
  const cut = cuts.slice(1).find(({ own }) => roleOf(own) === column.role)
  return cut ? { ...column, ...cut, term: null } : whole
}
