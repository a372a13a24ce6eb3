import { monthNames } from '../../../kernel/month-names.ts'
import { useLanguage } from '../../../web/language.ts'
import { useWords } from '../../../web/use-words.ts'
import { sayPeriod } from '../../road-maps/say-period.ts'
import type { RelativeDay, Term } from '../template.ts'
import { words } from './template-words.ts'

const LAST = 31
const FROM_SEPTEMBER = 8

/** A term without a year in words: «февраль–апрель», «до: 15 мая». */
export function useTermWords(isSchoolYear: boolean): (term: Term) => string {
  const t = useWords(words)
  const [language] = useLanguage()
  const { alone, afterDay } = monthNames[language]
  const monthOf = ({ month }: RelativeDay, names: readonly string[]) => {
    const months = month + (isSchoolYear ? FROM_SEPTEMBER : 0)
    const years = Math.floor(month / 12)
    const name = names[((months % 12) + 12) % 12] ?? ''
    if (years === 0) return name
    return t(years > 0 ? 'month.next' : 'month.last', { month: name })
  }
  const dayOf = (value: RelativeDay) => `${value.day} ${monthOf(value, afterDay)}`
  const windowOf = ({ start, end }: Term['windows'][number]) => {
    if (!start) return end ? t('term.until', { end: dayOf(end) }) : ''
    if (!end) return t('term.from', { start: dayOf(start) })
    if (start.day !== 1 || end.day !== LAST) return `${dayOf(start)} – ${dayOf(end)}`
    return start.month === end.month ? monthOf(start, alone) : `${monthOf(start, alone)}–${monthOf(end, alone)}`
  }
  return (term) => {
    const windows = term.windows.map(windowOf).join(', ')
    const { kind, recurrence, dueDay } = term
    const pace =
      recurrence || term.windows.length === 0 ? sayPeriod({ kind, recurrence, dueDay, windows: [] }, language) : ''
    return [pace, windows].filter((part) => part !== '').join(', ')
  }
}
