import { readFileSync } from 'node:fs'
import { type Day, day, daysInMonth, isDay } from '../src/kernel/day.ts'
import type { Window } from '../src/kernel/period.ts'

/** A term of our own examples, the year it stands in, and the windows that it means. */
export type LabelledTerm = {
  text: string
  contextYear: number | null
  schoolYear: number | null
  windows: Window[]
  /** It means these closed windows and nothing besides: no recurrence, no open end, nothing approximate. */
  isPlain: boolean
}

const EXAMPLES = new URL('../src/features/road-maps/period-examples.txt', import.meta.url)
const contexts: Record<string, Pick<LabelledTerm, 'contextYear' | 'schoolYear'>> = {
  in2024: { contextYear: 2024, schoolYear: null },
  inSchool2023: { contextYear: null, schoolYear: 2023 },
}

/** Terms with a year to stand in; those of no year ask for something that no other program answers. */
export function labelledTerms(): LabelledTerm[] {
  const sections = readFileSync(EXAMPLES, 'utf8').split(/^# /mu).slice(1)
  return sections.flatMap((section) => {
    const [, named = '', ...rows] = section.trimEnd().split('\n')
    const context = contexts[named.replace('@ ', '')]
    if (!context) return []
    return rows.filter((row) => row !== '').map((row) => termFrom(row, context))
  })
}

function termFrom(row: string, context: Pick<LabelledTerm, 'contextYear' | 'schoolYear'>): LabelledTerm {
  const [text = '', label = ''] = row.split(/ +→ /u)
  const words = label.split(' ').filter((word) => word !== '')
  const windows = words.map(windowFrom)
  const known = windows.filter((window) => window !== null)
  const isPlain = known.length > 0 && windows.every((window) => window?.start && window.end)
  return { text, ...context, windows: known, isPlain }
}

function windowFrom(word: string): Window | null {
  const [from = '', to = from] = word.split('/')
  const [start, end] = [edge(from, 'first'), edge(to, 'last')]
  return start === undefined || end === undefined || (start === null && end === null) ? null : { start, end }
}

/** `2024-02` is its first or last day; nothing where the word is no day. */
function edge(text: string, side: 'first' | 'last'): Day | null | undefined {
  if (text === '') return null
  if (isDay(text)) return text
  const [, year, month] = (/^(\d{4})-(\d{2})$/.exec(text) ?? []).map(Number)
  if (year === undefined || month === undefined) return undefined
  return day(year, month, side === 'first' ? 1 : daysInMonth(year, month))
}
