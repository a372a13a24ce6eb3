import { useMemo } from 'react'
import { type Day, weekday } from '../../../kernel/day.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import { isWorkingDay } from '../../calendar/working-day.ts'
import type { Entry } from './calendar-entries.ts'
import { weekdays, words } from './calendar-words.ts'
import { useSumWords } from './use-sum-words.ts'

/** A day of the calendar in words: its name, whether it is worked, and what it has. */
export function useDayWords() {
  const t = useWords(words)
  const format = useFormat()
  const say = useSumWords()
  return useMemo(() => {
    const name = (value: Day) => `${format.day(value)}, ${t(weekdays[weekday(value) - 1] ?? 'monday')}`
    /** Said of days off, and of a Saturday that is worked. */
    const work = (value: Day) => {
      if (!isWorkingDay(value)) return t('day.off')
      return weekday(value) > 5 ? t('day.worked') : ''
    }
    const entry = ({ kind, sum, window }: Entry) =>
      kind === 'deadline'
        ? t('entry.deadline', { what: say.name(sum), states: say.counts(window) })
        : t('entry.beginning', { what: say.name(sum) })
    /** «по приказу — 31 марта, это выходной», where the shown day is another than the written one. */
    const moved = ({ window }: Entry) => {
      const { end } = window.window
      if (!end || !window.dueOn || end === window.dueOn) return ''
      return t(isWorkingDay(end) ? 'entry.written' : 'entry.moved', { day: format.day(end) })
    }
    const whole = (value: Day, entries: readonly Entry[], today: Day) =>
      [name(value), value === today ? t('day.today') : '', work(value), entries.map(entry).join('. ') || t('day.none')]
        .filter((part) => part !== '')
        .join('. ')
    return { name, work, moved, whole }
  }, [t, format, say])
}
