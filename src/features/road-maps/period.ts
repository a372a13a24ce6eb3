import type { Finding } from '../../kernel/finding.ts'
import type { Period, Recurrence, Window } from '../../kernel/period.ts'
import {
  approximateWords,
  crossesYear,
  doubtfulReading,
  mendedWords,
  noSuchDay,
  nothingUnderstood,
  partNotUnderstood,
  readAs,
  roughWords,
  schoolYearOfCalendarYear,
  tooLong,
  withoutYear,
  yearsOutOfOrder,
} from './period-findings.ts'
import { itemsOf } from './period-grammar.ts'
import type { Item, Recurs } from './period-reader.ts'
import { refined } from './period-refinement.ts'
import { type Resolved, resolve } from './period-resolution.ts'
import { overSeveralYears } from './period-several-years.ts'
import type { YearMark } from './period-unit.ts'

/** The year of the plan, where the term names none; a school year is its first calendar year, and wins where both are known. */
export type PeriodContext = { contextYear: number | null; schoolYear: number | null }

/** A cell of a plan holds a term, not a page: longer texts are refused unread. */
const LONGEST_TEXT = 1000

/** What a term of a plan means; whatever is unclear, approximate or unread stands in the findings, never in a silent guess. */
export function understandPeriod(text: string, context: PeriodContext): Period {
  if (text.length > LONGEST_TEXT) return unparseable(text, [tooLong(LONGEST_TEXT)])
  const { items: said, slips } = itemsOf(text)
  const items = overSeveralYears(refined(said))
  const resolved = resolve(items, yearOf(context))
  const meaning = meaningOf(
    items,
    isCountedFromElsewhere(items) ? { ...resolved, windows: [], lacksYear: false } : resolved,
  )
  if (!meaning) return unparseable(text, impossibleParts(items, resolved, text) ?? [nothingUnderstood(text)])
  const { kind, windows, recurrence, dueDay, open } = meaning
  const findings = findingsOf(items, resolved, { text, slips })
  return { text, kind, windows, recurrence, dueDay, open, findings }
}

function unparseable(text: string, findings: Finding[]): Period {
  return { text, kind: 'unparseable', windows: [], recurrence: null, dueDay: null, open: false, findings }
}

function yearOf({ contextYear, schoolYear }: PeriodContext): YearMark | null {
  if (isPlanYear(schoolYear)) return { kind: 'school', year: schoolYear }
  return isPlanYear(contextYear) ? { kind: 'calendar', year: contextYear } : null
}

function isPlanYear(year: number | null): year is number {
  return year !== null && Number.isInteger(year) && year >= 1900 && year <= 2099
}

/** «за 3 дня до 15 мая», «ВПР 2024»: the days depend on something that has no date here. */
function isCountedFromElsewhere(items: Item[]): boolean {
  const spans = items.filter(({ is }) => is === 'span')
  return items.some((item, index) => {
    if (item.is === 'relative') return !item.inBrackets
    const next = items[index + 1]
    return item.is === 'unknown' && !item.inBrackets && spans.length === 1 && next?.is === 'span' && next.isLoneYear
  })
}

type Meaning = Pick<Period, 'kind' | 'windows' | 'recurrence' | 'dueDay' | 'open'>

function meaningOf(items: Item[], { windows, lacksYear }: Resolved): Meaning | null {
  const recurrences = items.filter((item): item is Recurs => item.is === 'recurs')
  const recurrence = oftenest(recurrences)
  const dueDay = recurrences.find((one) => one.dueDay !== null)?.dueDay ?? null
  const lastSpan = items.findLastIndex(({ is }) => is === 'span')
  const isFurther = items.some(({ is }, index) => is === 'further' && index > lastSpan)
  const isOpenEnded = isFurther || items.some((item) => item.is === 'span' && item.to === null)
  const isBounded = windows.length > 0 || lacksYear
  if (recurrence === 'yearly' && isBounded && dueDay === null && !windows.some(isLongerThanYear))
    return { kind: 'windows', windows, recurrence, dueDay: null, open: true }
  if (recurrence) return { kind: 'recurring', windows, recurrence, dueDay, open: !isBounded || isOpenEnded }
  const says = (is: Item['is']) => items.some((item) => item.is === is)
  const bare = { recurrence: null, dueDay: null, open: false }
  if (says('demand')) return { ...bare, kind: 'on_demand', windows }
  if (isBounded) return { ...bare, kind: 'windows', windows, open: isOpenEnded }
  if (says('agreement')) return { ...bare, kind: 'on_demand', windows: [] }
  if (says('schedule')) return { ...bare, kind: 'on_schedule', windows: [] }
  return says('ongoing') ? { ...bare, kind: 'ongoing', windows: [], open: true } : null
}

const fromOftenest: Recurrence[] = ['daily', 'weekly', 'monthly', 'quarterly', 'half-yearly', 'other', 'yearly']

function oftenest(recurrences: Recurs[]): Recurrence | null {
  const sure = recurrences.filter(({ dueDay }) => dueDay === null)
  const said = new Set((sure.length > 0 ? sure : recurrences).map(({ recurrence }) => recurrence))
  return fromOftenest.find((recurrence) => said.has(recurrence)) ?? null
}

function isLongerThanYear({ start, end }: Window): boolean {
  return (
    start !== null &&
    end !== null &&
    Number(end.slice(0, 4)) - Number(start.slice(0, 4)) + (end.slice(4) > start.slice(4) ? 1 : 0) > 1
  )
}

function findingsOf(items: Item[], resolved: Resolved, spelling: { text: string; slips: string[] }): Finding[] {
  const findings: Finding[] = []
  const units = items.flatMap((item) => (item.is === 'span' ? [item.from, item.to] : []))
  if (units.some((unit) => unit?.approximate) || resolved.doubts.has('school-part')) findings.push(approximateWords())
  if (items.some(({ is }) => is === 'rough')) findings.push(roughWords())
  if (spelling.slips.length > 0) findings.push(mendedWords(spelling.slips))
  for (const reading of quoted(items, 'note')) findings.push(readAs(reading))
  for (const reading of quoted(items, 'warning')) findings.push(doubtfulReading(reading))
  if (resolved.doubts.has('crossing')) findings.push(crossesYear())
  if (resolved.doubts.has('order')) findings.push(yearsOutOfOrder())
  if (resolved.doubts.has('school-year')) findings.push(schoolYearOfCalendarYear())
  if (resolved.lacksYear) findings.push(withoutYear())
  const unread = unreadWords(items)
  if (unread) findings.push(partNotUnderstood(unread))
  return [...findings, ...(impossibleParts(items, resolved, spelling.text) ?? [])]
}

function quoted(items: Item[], is: 'note' | 'warning' | 'impossible'): Set<string> {
  return new Set(items.flatMap((item) => (item.is === is ? [item.raw] : [])))
}

function impossibleParts(items: Item[], resolved: Resolved, text: string): Finding[] | null {
  const parts = [...quoted(items, 'impossible')]
  if (parts.length > 0) return parts.slice(0, 3).map(noSuchDay)
  return resolved.isImpossible ? [noSuchDay(text)] : null
}

/** Words that stayed unread; a comment in brackets may say what it likes, but no bare number. */
function unreadWords(items: Item[]): string | null {
  const unread = items.filter((item, index) => {
    if (item.is === 'relative') return true
    if (item.is !== 'unknown') return false
    const beside = [items[index - 1], items[index + 1]]
    const isLabelled = beside.some((other) => other?.is === 'unknown' && !/^\d/.test(other.raw))
    return !item.inBrackets || (/^\d/.test(item.raw) && !isLabelled)
  })
  return unread.length > 0 ? unread.map((item) => ('raw' in item ? item.raw : '')).join(' ') : null
}
