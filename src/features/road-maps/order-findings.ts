import type { Finding } from '../../kernel/finding.ts'
import { amend, finding, note, warning } from './finding-words.ts'
import type { ParsedActivity, ParsedOrder, ParsedRoadMap } from './order.ts'
import { type PlanYears, planYearsNamedIn } from './years.ts'

/** What the order and the head of the road map say against each other or against the rows. */
export function orderFindings(order: ParsedOrder | null, roadMap: ParsedRoadMap, years: PlanYears): Finding[] {
  return [
    ...(order ? yearOfOrder(order, years) : []),
    ...yearOfTitle(roadMap, years),
    ...(order ? basisLaterThanOrder(order) : []),
  ]
}

function yearOfOrder(order: ParsedOrder, years: PlanYears): Finding[] {
  const speaking = order.clauses.filter(({ text }) => /дорожн|план|мероприят|проект|комплекс/i.test(text))
  const named = [order.title ?? '', ...speaking.map(({ text }) => text)].flatMap(planYearsNamedIn)
  const other = otherYear(named, years)
  if (other === null) return []
  const message = `В приказе назван ${other} год, а сроки мероприятий относятся к ${said(years)}.`
  return [finding('year-mismatch', warning(message, `Проверьте, какой год верен. ${amend}`), { part: 'order' })]
}

function yearOfTitle(roadMap: ParsedRoadMap, years: PlanYears): Finding[] {
  const other = otherYear(planYearsNamedIn(roadMap.title ?? ''), years)
  if (other === null) return []
  const message = `В заголовке дорожной карты назван ${other} год, а сроки мероприятий относятся к ${said(years)}.`
  return [finding('year-mismatch', warning(message, `Проверьте, какой год верен. ${amend}`), { part: 'title' })]
}

function otherYear(named: number[], { allowed }: PlanYears): number | null {
  if (allowed.size === 0) return null
  return named.find((year) => !allowed.has(year)) ?? null
}

function said({ year, schoolYear }: PlanYears): string {
  return schoolYear === null ? `${year} году` : `${schoolYear}/${schoolYear + 1} учебному году`
}

function basisLaterThanOrder(order: ParsedOrder): Finding[] {
  const { date } = order
  if (date === null) return []
  return order.basis
    .filter((basis) => basis.date !== null && basis.date > date)
    .map((basis) => {
      const name = basis.number === null ? 'документ' : `документ № ${basis.number}`
      const message = `Приказ от ${inFigures(date)} ссылается на ${name} от ${inFigures(basis.date ?? '')}: это позже самого приказа.`
      const advice = `Вероятно, в дате опечатка: сверьте её с самим документом. ${amend}`
      return finding('basis-later-than-order', warning(message, advice), { part: 'order' })
    })
}

function inFigures(day: string): string {
  return day.split('-').reverse().join('.')
}

const feeding = new Set(['survey', 'interview'])

type Placed = Pick<ParsedActivity, 'number' | 'title' | 'period' | 'proof' | 'source'>

/** A road map that is drafted before the causes are known will have to be mended: the plan's own order matters. */
export function orderOfActivities(activities: Placed[]): Finding[] {
  return activities.filter(draftsRoadMaps).flatMap((draft) => {
    const end = lastDay(draft)
    const later = activities.find(
      (other) => other.proof.some((kind) => feeding.has(kind)) && end !== null && firstDay(other) > end,
    )
    if (!later) return []
    const message = `Дорожные карты (${draft.number ?? draft.title}) готовятся раньше, чем начинается диагностика или собеседование (${later.number ?? later.title}), на которые они опираются.`
    const advice = 'Можно оставить как есть: карта будет уточнена после диагностики. Или сдвиньте один из сроков.'
    return [
      finding('order-of-activities', note(message, advice), {
        activity: draft.number,
        column: 'period',
        row: draft.source.row,
      }),
    ]
  })
}

function draftsRoadMaps(activity: Placed): boolean {
  return activity.proof.includes('road-map') && !/^(корректировк|актуализац|уточнени)/iu.test(activity.title)
}

function lastDay({ period }: Placed): string | null {
  const ends = (period?.windows ?? []).map((window) => window.end)
  if (ends.length === 0 || ends.includes(null)) return null
  return (
    ends
      .filter((end) => end !== null)
      .toSorted()
      .at(-1) ?? null
  )
}

function firstDay({ period }: Placed): string {
  const starts = (period?.windows ?? []).map((window) => window.start ?? '')
  return starts.toSorted()[0] ?? ''
}
