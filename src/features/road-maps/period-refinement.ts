import { type Item, type Recurs, recurs, type Span } from './period-reader.ts'
import { dayUnit, inMonth, monthUnit, type Unit } from './period-unit.ts'

/** The same items with every part of a month given its month: «март, вторая неделя», «в марте до 15 числа». */
export function refined(items: Item[]): Item[] {
  const result: Item[] = []
  let host: { span: Span; month: number; at: number } | null = null
  let afterColon = false
  const isRecurring = items.some((item) => item.is === 'recurs' && !item.isOfSomeMonth)
  for (const item of items) {
    if (item.is === 'colon') afterColon = true
    if (item.is === 'stop') result.push(item)
    else if (item.is === 'weekday') result.push(...everyWeek(items, isRecurring))
    else if (item.is === 'span' && lacksMonth(item)) {
      result.push(host ? inHost(item, host.month) : { is: 'vague', raw: 'часть месяца' })
      if (host) result[host.at] = { is: 'stop' }
    } else if (item.is === 'recurs' && item.isOfSomeMonth && !isRecurring) {
      result.push(...dueInHost(item, host?.month ?? null))
      if (host) result[host.at] = { is: 'stop' }
    } else {
      result.push(item.is === 'span' && afterColon ? { ...item, inBrackets: true } : item)
      const month = item.is === 'span' ? onlyMonth(item) : null
      if (item.is === 'span') host = month === null ? null : { span: item, month, at: result.length - 1 }
    }
  }
  return result

  function inHost(item: Span, month: number): Span {
    const year = host?.span.to?.year ?? null
    const moved = (unit: Unit | null): Unit | null => unit && { ...inMonth(unit, month), year: unit.year ?? year }
    const to = moved(item.to)
    return { ...item, from: item.from === item.to ? to : moved(item.from), to, inBrackets: false }
  }

  function dueInHost(item: Recurs, month: number | null): Item[] {
    if (month === null || item.dueDay === null)
      return [item, { is: 'note', raw: 'число без месяца понято как «каждого месяца»' }]
    const year = host?.span.to?.year ?? null
    const first: Unit = { ...monthUnit(month), year }
    const due: Unit = { ...dayUnit(month, item.dueDay), year }
    return [{ is: 'span', from: first, to: due, isLoneYear: false, inBrackets: false }]
  }
}

/** «пятница, 15 марта» names the day of a date; a weekday alone comes every week. */
function everyWeek(items: Item[], isRecurring: boolean): Item[] {
  const hasDay = items.some((item) => item.is === 'span' && (item.from?.size === 'day' || item.to?.size === 'day'))
  if (hasDay || isRecurring) return []
  return [recurs('weekly'), { is: 'note', raw: 'день недели понят как «каждую неделю»' }]
}

function lacksMonth(span: Span): boolean {
  return span.from?.shape.from.month === 0 || span.to?.shape.from.month === 0
}

function onlyMonth(span: Span): number | null {
  const { from, to } = span
  return from?.size === 'month' && from === to ? from.shape.from.month : null
}
