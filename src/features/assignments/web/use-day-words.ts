import { useMemo } from 'react'
import { type Day, weekday } from '../../../kernel/day.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import type { CalendarPeriodKind } from '../../calendar/calendar.ts'
import { isWorkingDay } from '../../calendar/working-day.ts'
import type { Entry } from './calendar-entries.ts'
import { weekdays, words } from './calendar-words.ts'
import { usePlaceDays } from './place-days.ts'
import { useSumWords } from './use-sum-words.ts'

/** A day of the calendar in words: its name, whether the authority works then, which holidays it lies in, what it has. */
export function useDayWords() {
  const t = useWords(words)
  const format = useFormat()
  const say = useSumWords()
  const { dayChanges, periods } = usePlaceDays()
  return useMemo(() => {
    const name = (value: Day) => `${format.day(value)}, ${t(weekdays[weekday(value) - 1] ?? 'monday')}`
    const isWorked = (value: Day) => isWorkingDay(value, dayChanges)
    /** Said of days off, and of a Saturday that is worked. */
    const work = (value: Day) => {
      if (!isWorked(value)) return t('day.off')
      return weekday(value) > 5 ? t('day.worked') : ''
    }
    const stretches = (value: Day) => periods.filter((one) => one.startsOn <= value && value <= one.endsOn)
    /** «Осенние каникулы»: what of the school year the day lies in, as the authority has set it. */
    const during = (value: Day) => stretches(value).map((one) => one.title)
    /** The same in a word each. */
    const kinds = (value: Day): CalendarPeriodKind[] => [...new Set(stretches(value).map((one) => one.kind))]
    const entry = ({ kind, sum, window }: Entry) =>
      kind === 'deadline'
        ? t('entry.deadline', { what: say.name(sum), states: say.counts(window) })
        : t('entry.beginning', { what: say.name(sum) })
    /** «по приказу — 31 марта, это выходной», where the shown day is another than the written one. */
    const moved = ({ window }: Entry) => {
      const { end } = window.window
      if (!end || !window.dueOn || end === window.dueOn) return ''
      return t(isWorked(end) ? 'entry.written' : 'entry.moved', { day: format.day(end) })
    }
    const whole = (value: Day, entries: readonly Entry[], today: Day) =>
      [
        name(value),
        value === today ? t('day.today') : '',
        work(value),
        during(value).join(', '),
        entries.map(entry).join('. ') || t('day.none'),
      ]
        .filter((part) => part !== '')
        .join('. ')
    return { name, isWorked, work, during, kinds, moved, whole }
  }, [t, format, say, dayChanges, periods])
}
