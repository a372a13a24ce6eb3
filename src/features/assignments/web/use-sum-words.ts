import { useMemo } from 'react'
import type { Day } from '../../../kernel/day.ts'
import { useLanguage } from '../../../web/language.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import { words as webWords } from '../../../web/words.ts'
import { sayPeriod } from '../../road-maps/say-period.ts'
import { sayWindow } from '../say-window.ts'
import { firstOfMonth, lastOfMonth, overlaps, runOf, type Scale, type Stretch } from '../timeline.ts'
import type { Frame } from '../window.ts'
import type { ActivitySum, Sum, WindowSum } from './activity-sums.ts'
import { words } from './timeline-words.ts'

/** Activities, their windows and how many stand where, in words. */
export function useSumWords() {
  const t = useWords(words)
  const web = useWords(webWords)
  const format = useFormat()
  const [language] = useLanguage()
  return useMemo(() => {
    const name = ({ column }: ActivitySum) => `${column.number ?? ''} ${column.title}`.trim()
    /** «просрочено — 3, принято — 7»; of one organisation only its state. */
    const counts = (sum: Sum) => {
      if (!sum.worst) return t('grid.nobody')
      if (sum.asked === 1) return web(`state.${sum.worst}`)
      return [...sum.counts]
        .map(([state, count]) => t('counts.one', { state: web(`state.${state}`), count }))
        .join(', ')
    }
    /** What a window without dates is called by: «ежемесячно», «по запросам». */
    const run = ({ column }: ActivitySum) =>
      runOf(column.period) === 'no-date' || !column.period
        ? t('run.no-date')
        : sayPeriod({ ...column.period, windows: [] }, language)
    const window = (sum: ActivitySum, one: WindowSum) => sayWindow(one.window, language) || run(sum)
    const month = (value: Day) => sayWindow({ start: firstOfMonth(value), end: lastOfMonth(value) }, language)
    const stretch = ({ start }: Stretch, scale: Scale) =>
      scale === 'months' ? month(start) : t('week', { day: format.day(start) })
    const place = (sum: ActivitySum, at: Stretch, { scale, frame }: { scale: Scale; frame: Frame }) => {
      const here = sum.windows.filter((one) => overlaps(at, one.window, frame))
      const said = here.map((one) => t('window.said', { window: window(sum, one), states: counts(one) }))
      return `${name(sum)}. ${stretch(at, scale)}. ${said.join('. ') || t('grid.free')}`
    }
    return { name, counts, run, window, month, stretch, place }
  }, [t, web, format, language])
}
