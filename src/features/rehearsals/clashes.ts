import { addDays, type Day, daysBetween, weekday } from '../../kernel/day.ts'
import type { ProofKind } from '../../kernel/proof.ts'
import { asksOf, asksSchool, type Plan, type PlannedRow, type Span, spansOf } from './rehearsed-plan.ts'

export const clashKinds = ['same-people', 'same-organiser', 'crowded'] as const
/**
 * `same-people`: two short events for the same schools on the same or neighbouring days · `same-organiser`: two short
 * events of one organiser in one week · `crowded`: many events for the same schools in one longer window, in which a day
 * will still be chosen.
 */
export type ClashKind = (typeof clashKinds)[number]

export type Clash = {
  kind: ClashKind
  rows: number[]
  /** From the first to the last day that they share, or of the week. */
  start: Day
  end: Day
  /** Places of the schools that both ask. */
  schools: number[]
  /** The names of those who hold both. */
  organisers: string[]
}

const HALF_WAY = 1

const eventProofs: readonly ProofKind[] = ['event', 'outside-event', 'association', 'interview']

type Event = { row: number; span: Span; schools: number[]; organisers: string[]; ofAuthority: boolean }

/** Where the same people would have to be at two events, or one organiser to hold two. */
export function clashesOf(plan: Plan): Clash[] {
  const events = eventsOf(plan)
  const { shortDays, crowd } = plan.limits
  const short = events.filter(({ span }) => daysIn(span) <= shortDays)
  const pairs = short.flatMap((one, index) =>
    short.slice(index + 1).flatMap((other) => (one.row === other.row ? [] : (pairOf(one, other) ?? []))),
  )
  const long = events.filter(({ span }) => daysIn(span) > shortDays)
  return [...pairs, ...crowdsOf(long, crowd)]
}

function pairOf(one: Event, other: Event): Clash | null {
  const schools = one.schools.filter((place) => other.schools.includes(place))
  const organisers = one.organisers.filter((name) => other.organisers.includes(name))
  const rows = [one.row, other.row]
  const start = one.span.start < other.span.start ? one.span.start : other.span.start
  const end = one.span.end > other.span.end ? one.span.end : other.span.end
  const isShared = schools.length > 0 || (one.ofAuthority && other.ofAuthority)
  if (isShared && areClose(one.span, other.span)) return { kind: 'same-people', rows, start, end, schools, organisers }
  if (organisers.length === 0 || mondayOf(one.span.start) !== mondayOf(other.span.start)) return null
  return { kind: 'same-organiser', rows, start, end, schools, organisers }
}

/** They share a day, or lie on neighbouring ones. */
function areClose(one: Span, other: Span): boolean {
  const [first, second] = one.start <= other.start ? [one, other] : [other, one]
  return daysBetween(first.end, second.start) <= HALF_WAY
}

/** Events of one window, by the schools that they ask alike. */
function crowdsOf(events: readonly Event[], least: number): Clash[] {
  const crowds = new Map<string, Clash>()
  for (const { span } of events) {
    const together = events.filter((one) => one.span.start === span.start && one.span.end === span.end)
    const places = new Set(together.flatMap((one) => one.schools))
    for (const place of places) {
      const rows = together.filter((one) => one.schools.includes(place)).map((one) => one.row)
      if (rows.length < least) continue
      const key = `${span.start}/${span.end}/${rows.join(',')}`
      const known = crowds.get(key)
      if (!known) crowds.set(key, { kind: 'crowded', rows, ...span, schools: [place], organisers: [] })
      else if (!known.schools.includes(place)) known.schools.push(place)
    }
  }
  return [...crowds.values()]
}

function eventsOf({ rows, schools, frame }: Plan): Event[] {
  return rows.flatMap((row, index) => {
    if (!isEvent(row)) return []
    const asked = schools.flatMap((school, place) => (asksSchool(row, school) ? [place] : []))
    const ofAuthority = asksOf(row, { kind: 'authority', variant: null })
    const organisers = row.executors?.names ?? []
    return spansOf(row, frame).map((span) => ({ row: index, span, schools: asked, organisers, ofAuthority }))
  })
}

function isEvent({ proof }: PlannedRow): boolean {
  return proof.some((kind) => eventProofs.includes(kind))
}

function daysIn({ start, end }: Span): number {
  return daysBetween(start, end) + 1
}

function mondayOf(value: Day): Day {
  return addDays(value, 1 - weekday(value))
}
