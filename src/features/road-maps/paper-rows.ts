import type { WrittenCell } from '../../paper/written.ts'
import { namesIn } from './executors.ts'
import type { ColumnRole, ParsedActivity, ParsedExecutors, ParsedSection } from './order.ts'
import type { PaperColumn } from './paper-head.ts'
import type { ShortNames } from './short-names.ts'

/** How rows are written where the paper leaves a choice. */
export type RowManner = {
  /** A row without a number after one that has it: its title over the column of numbers, so that it stands alone. */
  unnumbered: 'apart' | 'over the number'
  /** The term of a row. */
  periodText: (activity: ParsedActivity) => string
  shortNames: ShortNames
}

/** A section over the width of the table, its activities below it. */
export function sectionRows(
  section: ParsedSection,
  columns: readonly PaperColumn[],
  manner: RowManner,
): WrittenCell[][] {
  const title = [section.number === null ? '' : `${section.number}.`, section.title ?? ''].filter(Boolean).join(' ')
  const heading = title === '' ? [] : [[{ text: title, span: columns.length, isBold: true }]]
  return [...heading, ...section.activities.map((activity) => activityRow(activity, columns, manner))]
}

/** The short names that the terms of a cell cannot explain: «Центр развития образования (далее – ЦРО)». */
export function introducedNames(sections: readonly ParsedSection[], known: ShortNames): string[] {
  const introduced = sections.flatMap(({ activities }) =>
    activities.flatMap(({ executors }) => {
      const [name] = executors?.names ?? []
      const [full, ...more] = executors ? namesIn(executors.text, known) : []
      const isOne = executors?.names.length === 1 && more.length === 0
      return isOne && name && full && name !== full && /^\p{L}[\p{L}-]*(?: \p{L}[\p{L}-]*){0,3}$/u.test(name)
        ? [`${full} (далее – ${name})`]
        : []
    }),
  )
  return [...new Set(introduced)]
}

function activityRow(
  activity: ParsedActivity,
  columns: readonly PaperColumn[],
  { unnumbered, periodText, shortNames }: RowManner,
): WrittenCell[] {
  const period = periodText(activity)
  const hasNumbers = columns.some(({ role }) => role === 'number')
  const title = hasNumbers || activity.number === null ? activity.title : `${activity.number}. ${activity.title}`
  const texts: Partial<Record<ColumnRole, string>> = {
    number: activity.number ?? '',
    title,
    period,
    ...termEnds(period, columns),
    executors: listed(activity.executors, shortNames),
    result: activity.expectedResult ?? '',
    audience: groups(activity.targetGroups, shortNames),
  }
  const marks = markedTerms(period, columns)
  const written = new Set<ColumnRole>()
  const cells = columns.map(({ role }, index): WrittenCell => {
    if (role === 'period' && marks) return { text: marks[index] ?? '', align: 'center' }
    const text = written.has(role) ? '' : (texts[role] ?? '')
    written.add(role)
    return { text }
  })
  const [first, second, ...rest] = cells
  const isOver =
    unnumbered === 'over the number' &&
    activity.number === null &&
    columns[0]?.role === 'number' &&
    columns[1]?.role === 'title'
  return isOver && first && second ? [{ ...second, span: 2 }, ...rest] : cells
}

/** A term parted over «Начало» and «Окончание»; one that cannot be parted stands in both, which is read as one. */
function termEnds(period: string, columns: readonly PaperColumn[]): { start?: string; end?: string } {
  if (!columns.some(({ role }) => role === 'start')) return {}
  const [, from, to] = /^с (\d.*?) по (\d.*)$/u.exec(period) ?? /^(.+?) – (.+)$/u.exec(period) ?? []
  if (from !== undefined && to !== undefined && rejoined(from, to) === period) return { start: from, end: to }
  const [, start] = /^с (.+)$/u.exec(period) ?? []
  if (start !== undefined) return { start, end: '' }
  const [, end] = /^до (.+)$/u.exec(period) ?? []
  return end === undefined ? { start: period, end: period } : { start: '', end }
}

function rejoined(start: string, end: string): string {
  return /^\d/.test(start) && /^\d/.test(end) ? `с ${start} по ${end}` : `${start} – ${end}`
}

/** Marks under «I квартал», «II квартал»; null where the columns have no such terms, or the term is another. */
function markedTerms(period: string, columns: readonly PaperColumn[]): string[] | null {
  if (!columns.some(({ term }) => term !== null)) return null
  const free = new Map(columns.map(({ term }, index) => [index, term]))
  const marks = columns.map(() => '')
  for (const part of period.split(', ').filter((text) => text !== '')) {
    const found = [...free].find(([, term]) => term !== null && (part === term || part.endsWith(` ${term}`)))
    const [index, term] = found ?? []
    if (index === undefined || !term) return null
    marks[index] = part === term ? '+' : part.slice(0, -term.length).trim()
    free.delete(index)
  }
  return marks
}

/** Executors in the paper's own words, with a line for each name where the words alone would be read otherwise. */
function listed(executors: ParsedExecutors | null, shortNames: ShortNames): string {
  if (!executors) return ''
  const { text, names } = executors
  const parted = names.reduce((all, name, index) => (index === 0 ? all : all.replace(` ${name}`, `\n${name}`)), text)
  return [text, parted].find((one) => isSame(namesIn(one, shortNames), names)) ?? text
}

function groups(names: string[], shortNames: ShortNames): string {
  const written = [', ', '; ', '\n', ' '].map((separator) => names.join(separator))
  return written.find((one) => isSame(namesIn(one, shortNames), names)) ?? names.join('\n')
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, index) => name === other[index])
}
