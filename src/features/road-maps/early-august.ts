import type { Period } from '../../kernel/period.ts'
import { finding, warning } from './finding-words.ts'

const autumn = /сентябр|октябр|ноябр|декабр/iu
const onlyAugust = /^[^\d]*август[^\d]*$/iu

/** How many first rows of a school year's plan lie before its September: there August is the one before school begins. */
export function rowsBeforeSeptember(periods: string[]): number {
  const first = periods.findIndex((text) => autumn.test(text))
  const before = periods.slice(0, Math.max(first, 0))
  return before.length > 0 && before.every((text) => text === '' || onlyAugust.test(text)) ? before.length : 0
}

/** «Август» at the head of such a plan is read by the rule for school years, with a note that it may be the one before. */
export function earlyAugust(period: Period, schoolYear: number): Period {
  if (!period.windows.some(({ start, end }) => (start ?? end)?.startsWith(`${schoolYear + 1}-08`))) return period
  const message = `Август стоит в плане раньше сентября, а понят как август ${schoolYear + 1} года.`
  const advice = `Если речь об августе ${schoolYear} года, поправьте срок.`
  return { ...period, findings: [...period.findings, finding('period-approximate', warning(message, advice))] }
}
