import { type Day, daysInMonth, partsOf } from '../../kernel/day.ts'
import { monthNames } from '../../kernel/month-names.ts'
import type { Period, Recurrence, Window } from '../../kernel/period.ts'
import type { Language } from '../../kernel/words.ts'

/** What of a period is said; the paper's own words are kept beside it. */
export type SaidPeriod = Pick<Period, 'kind' | 'windows' | 'recurrence' | 'dueDay'>

/** A period in few words: «февраль–апрель, сентябрь–ноябрь 2024». The paper's own words stand in `period.text`. */
export function sayPeriod(period: SaidPeriod, language: Language): string {
  const say = spoken[language]
  const windows = sayWindows(period.windows, language)
  const again = period.recurrence ? say.recurrence[period.recurrence] : ''
  const dueDay = period.dueDay ? say.dueDay(period.dueDay) : ''
  const parts = [again, dueDay, windows].filter((part) => part !== '')
  return parts.length > 0 ? parts.join(', ') : say.kind[period.kind]
}

/** Windows one after another; a year is said once for all its months. */
export function sayWindows(windows: readonly Window[], language: Language): string {
  const said = windows.map((window) => sayWindow(window, language))
  return said
    .map(({ text, year }, index) => (year !== null && year !== said[index + 1]?.year ? `${text} ${year}` : text))
    .join(', ')
}

function sayWindow({ start, end }: Window, language: Language): { text: string; year: number | null } {
  const say = spoken[language]
  const { alone, afterDay } = monthNames[language]
  if (start === null && end === null) return { text: say.kind.ongoing, year: null }
  if (start === null) return { text: end ? say.until(sayDay(end, language)) : '', year: null }
  if (end === null) return { text: say.from(sayDay(start, language)), year: null }
  const [from, to] = [partsOf(start), partsOf(end)]
  const isWhole = from.day === 1 && to.day === daysInMonth(to.year, to.month)
  if (isWhole && from.year === to.year) {
    if (from.month === 1 && to.month === 12) return { text: say.year(from.year), year: null }
    const months = [alone[from.month - 1] ?? '', alone[to.month - 1] ?? '']
    return { text: from.month === to.month ? (months[0] ?? '') : months.join('–'), year: from.year }
  }
  if (isWhole) {
    return { text: `${alone[from.month - 1]} ${from.year} – ${alone[to.month - 1]} ${to.year}`, year: null }
  }
  if (start === end) return { text: sayDay(start, language), year: null }
  if (from.year === to.year && from.month === to.month) {
    return { text: `${from.day}–${sayDay(end, language)}`, year: null }
  }
  if (from.year === to.year) {
    return { text: `${from.day} ${afterDay[from.month - 1]} – ${sayDay(end, language)}`, year: null }
  }
  return { text: `${sayDay(start, language)} – ${sayDay(end, language)}`, year: null }
}

function sayDay(value: Day, language: Language): string {
  const { year, month, day } = partsOf(value)
  return `${day} ${monthNames[language].afterDay[month - 1]} ${year}`
}

type Spoken = {
  kind: Record<Period['kind'], string>
  recurrence: Record<Recurrence, string>
  dueDay(day: number): string
  until(day: string): string
  from(day: string): string
  year(year: number): string
}

const spoken: Record<Language, Spoken> = {
  ru: {
    kind: {
      windows: 'срока нет',
      recurring: 'регулярно',
      ongoing: 'постоянно',
      on_schedule: 'по отдельному графику',
      on_demand: 'по запросам',
      unparseable: 'срок не понят',
    },
    recurrence: {
      daily: 'ежедневно',
      weekly: 'еженедельно',
      monthly: 'ежемесячно',
      quarterly: 'ежеквартально',
      'half-yearly': 'раз в полугодие',
      yearly: 'ежегодно',
      other: 'регулярно',
    },
    dueDay: (day) => `до ${day} числа`,
    until: (day) => `до ${day}`,
    from: (day) => `с ${day}`,
    year: (year) => `весь ${year} год`,
  },
  en: {
    kind: {
      windows: 'no date',
      recurring: 'regularly',
      ongoing: 'all the time',
      on_schedule: 'by a separate schedule',
      on_demand: 'on request',
      unparseable: 'date not understood',
    },
    recurrence: {
      daily: 'daily',
      weekly: 'weekly',
      monthly: 'monthly',
      quarterly: 'quarterly',
      'half-yearly': 'every half-year',
      yearly: 'yearly',
      other: 'regularly',
    },
    dueDay: (day) => `by day ${day}`,
    until: (day) => `until ${day}`,
    from: (day) => `from ${day}`,
    year: (year) => `all of ${year}`,
  },
}
