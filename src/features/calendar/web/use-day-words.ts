import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import { calendarWords } from '../screen-words.ts'
import type { SaidDay, YearDay } from '../year-days.ts'

/** «27 апреля 2024, суббота, нерабочий: распоряжение № 4; ВПР»: what a reader of the screen hears of a day. */
export function useDayWords(): (one: YearDay) => string {
  const format = useFormat()
  const t = useWords(calendarWords)
  const saySaid = useSaidWords()
  return ({ day, isWorking, said, periods }) => {
    const state = said ? saySaid(said) : t(isWorking ? 'day.working' : 'day.off')
    const names = periods.map(({ title }) => title)
    return [`${format.day(day)}, ${format.weekdayName(day).long}`, state, ...names].join(', ')
  }
}

/** «нерабочий: распоряжение № 4 (Область)». */
export function useSaidWords(): (said: SaidDay) => string {
  const t = useWords(calendarWords)
  return ({ isWorking, reason, setBy }) => {
    const state = t(isWorking ? 'day.working' : 'day.off')
    return setBy === null ? t('day.said', { state, reason }) : t('day.saidAbove', { state, reason, name: setBy })
  }
}
