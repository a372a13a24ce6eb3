import { cellAt, inOneLine, type Row, type Table } from '../../paper/paper.ts'
import { isOfOtherUse } from './column-words.ts'
import { sideOf } from './executors.ts'
import { soleText } from './head-rows.ts'
import type { Column, Layout } from './layout.ts'
import type { ColumnRole } from './order.ts'
import { personIn } from './persons.ts'
import { isWholeTerm, sectionTerm } from './section-term.ts'

const SAMPLE = 40

/** The share of a column's cells that speak of this; empty cells count for nothing. */
type Shares = Record<'number' | 'period' | 'executors' | 'persons', number> & {
  at: number
  length: number
  filled: number
}

/** Where a head leaves the title, the term or the executors unnamed, a column of unknown purpose may show them. */
export function mendedByContent(named: Column[], body: Row[]): Pick<Layout, 'columns' | 'guess'> {
  const columns = withNumbers(named, body)
  const has = (role: ColumnRole) => columns.some((column) => column.role === role)
  const wanted = [
    ...(has('period') || has('start') ? [] : (['period'] as const)),
    // Where neither is named, what is done stands before who does it.
    ...(has('title') || has('executors') ? [] : (['first title'] as const)),
    ...(has('executors') ? [] : (['executors'] as const)),
    ...(has('title') ? [] : (['title'] as const)),
  ]
  const mended = wanted.reduce<Column[]>((all, role) => {
    if (role === 'first title') return withFirstTitle(all, body)
    return role === 'title' && all.some((column) => column.role === 'title') ? all : withRole(all, role, body)
  }, columns)
  const guessed = mended
    .filter((column, index) => column.role !== columns[index]?.role)
    .map(({ header }) => `«${header}»`)
  if (guessed.length === 0) return { columns, guess: null }
  const message = `Назначение граф ${guessed.join(', ')} в заголовке не названо: оно определено по содержанию.`
  return { columns: mended, guess: { message, confidence: 0.6 } }
}

/** Numbers under a first head that says nothing are numbers. */
function withNumbers(columns: Column[], body: Row[]): Column[] {
  const [first, ...rest] = columns
  if (first?.header !== '' || rest.some(({ role }) => role === 'number')) return columns
  return sharesAt(body, first.at).number >= 0.5 ? [{ ...first, role: 'number' }, ...rest] : columns
}

function withFirstTitle(columns: Column[], body: Row[]): Column[] {
  const first = columns.find(({ role, header, at }) => {
    const { number, period, filled } = sharesAt(body, at)
    return role === 'other' && !isOfOtherUse(header) && number < 0.5 && period < 0.5 && filled >= 0.5
  })
  return columns.map((column) => (column === first ? { ...column, role: 'title' } : column))
}

function withRole(columns: Column[], role: 'period' | 'executors' | 'title', body: Row[]): Column[] {
  const isFree = ({ role: own, header }: Column) =>
    (own === 'other' && !isOfOtherUse(header)) || (role === 'title' && own === 'number')
  const free = columns.filter(isFree).map((column) => sharesAt(body, column.at))
  const rated = free.filter((one) => one.filled > 0)
  const best =
    role === 'title'
      ? (longest(rated.filter((one) => one.number < 0.5)) ?? free[0])
      : rated.filter((one) => one[role] >= 0.7).toSorted((one, other) => other[role] - one[role])[0]
  return columns.map((column) => (best && column.at === best.at ? { ...column, role } : column))
}

/** A table without a head is still a plan where one column keeps speaking of time and another says what is done. */
export function guessedLayout(table: Table): Layout | null {
  const rows = table.rows.filter((row) => row.cells.length >= 2)
  const width = Math.max(0, ...rows.map((row) => row.cells.length))
  const all = Array.from({ length: width }, (_, at) => sharesAt(rows, at)).filter(({ filled }) => filled > 0)
  const number = all.find(({ at, number: share }) => at === 0 && share >= 0.5)
  const rest = all.filter((one) => one !== number)
  const period = rest.filter((one) => one.period >= 0.6).toSorted((one, other) => other.period - one.period)[0]
  if (!period && areTermsAbove(table.rows)) return underTerms(rest, number)
  if (rows.length < (number ? 2 : 3) || width < 3 || !period || period.filled < 0.5) return null
  const words = rest.filter((one) => one !== period)
  const named = words
    .filter((one) => one.executors >= 0.4)
    .toSorted((one, other) => other.persons - one.persons || other.executors - one.executors)
  const free = words.filter((one) => one !== named[0] || words.length === 1)
  const title = longest(free.filter((one) => one.executors < 0.6)) ?? longest(free) ?? words[0]
  if (!title) return null
  const executors = named.find((one) => one !== title)
  const unnamed: ColumnRole[] = executors ? ['result', 'audience'] : ['executors', 'result', 'audience']
  const extra = (one: Shares): ColumnRole =>
    (one.executors >= 0.6 && unnamed.includes('audience') ? unnamed.splice(-1, 1)[0] : unnamed.shift()) ?? 'other'
  const columns = all.map((own): Column => {
    const { at } = own
    const roles = [number, title, period, executors] as const
    const known = roles.findIndex((one) => one?.at === at)
    return {
      header: '',
      role: (['number', 'title', 'period', 'executors'] as const)[known] ?? extra(own),
      at,
    }
  })
  const message = 'У таблицы нет строки заголовков: назначение граф определено по содержанию.'
  return { columns, firstRow: 0, guess: { message, confidence: 0.5 }, caption: null }
}

/** «Ежедневно», «Ежемесячно»: rows of one cell that say the term of those below. */
function areTermsAbove(rows: Row[]): boolean {
  const sole = rows.map(soleText).filter((text) => text !== '')
  return sole.filter((text) => sectionTerm(text) !== null).length >= 2
}

/** No head and no column of terms: the longest column says what is done, one of persons and offices who does it. */
function underTerms(rest: Shares[], number: Shares | undefined): Layout | null {
  const executors = rest.filter((one) => one.executors >= 0.4).toSorted((one, other) => other.at - one.at)[0]
  const title = longest(rest.filter((one) => one !== executors))
  if (!title || rest.length > 2) return null
  const columnAt = (role: ColumnRole, one: Shares | undefined): Column[] =>
    one ? [{ header: '', role, at: one.at }] : []
  const columns = [...columnAt('number', number), ...columnAt('title', title), ...columnAt('executors', executors)]
  const message =
    'У таблицы нет строки заголовков, а сроки стоят над строками: назначение граф определено по содержанию.'
  return {
    columns: columns.toSorted((one, other) => one.at - other.at),
    firstRow: 0,
    guess: { message, confidence: 0.5 },
    caption: null,
  }
}

function sharesAt(rows: Row[], at: number): Shares {
  const sample = rows.filter((row) => row.cells.filter((cell) => cell.text !== '').length > 1).slice(0, SAMPLE)
  const texts = sample.map((row) => inOneLine(cellAt(row, at)?.text ?? ''))
  const filled = texts.filter((text) => text !== '' && !/^[-–—]$/.test(text))
  const share = (isSuch: (text: string) => boolean) => filled.filter(isSuch).length / Math.max(filled.length, 1)
  return {
    at,
    filled: filled.length / Math.max(texts.length, 1),
    length: filled.reduce((sum, text) => sum + text.length, 0) / Math.max(filled.length, 1),
    number: share((text) => /^\d+(\.\d+)*[.)]?$/.test(text) && !/^\d{1,2}\.\d{1,2}\.\d{2,4}$/.test(text)),
    period: share(isTerm),
    persons: share((text) => personIn(text) !== null),
    executors: share((text) => text.length < 120 && (personIn(text) !== null || sideOf(text) !== null)),
  }
}

function isTerm(text: string): boolean {
  return text.length <= 80 && !/^\d+(\.\d+)?\.?$/.test(text) && isWholeTerm(text)
}

function longest(columns: Shares[]): Shares | undefined {
  return columns.toSorted((one, other) => other.length - one.length)[0]
}
