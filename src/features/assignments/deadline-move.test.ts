import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day, day, isDay } from '../../kernel/day.ts'
import type { Period, Window } from '../../kernel/period.ts'
import { NO_CHANGES } from '../calendar/working-day.ts'
import type { SubmissionStatus } from './assignment.ts'
import type { Move } from './deadline-move.ts'
import { type Demand, missedWindows, standingOf } from './standing.ts'

const frame = { startsOn: day(2024, 1, 1), endsOn: day(2024, 12, 31) }
const spring: Window = { start: day(2024, 2, 1), end: day(2024, 4, 30) }
const autumn: Window = { start: day(2024, 9, 1), end: day(2024, 11, 30) }
const toMay = granted(spring, day(2024, 5, 20))

describe('a window whose deadline was moved', () => {
  test.each([
    // The days before the old deadline are as they were, only the day has gone.
    ['2024-04-22', 'open', '2024-05-20'],
    ['2024-05-01', 'open', '2024-05-20'],
    ['2024-05-14', 'due-soon', '2024-05-20'],
    ['2024-05-20', 'due-soon', '2024-05-20'],
    ['2024-05-21', 'window-missed', '2024-05-20'],
  ])('on %s is %s', (today, state, dueOn) => {
    expect(standing(today, [toMay])).toMatchObject({ state, dueOn, movedTo: '2024-05-20' })
  })

  test('is late only after the moved day, when it is the last', () => {
    const moves = [granted(autumn, day(2025, 1, 20))]
    const answers: Answers = [[spring, 'accepted']]
    expect(standing('2024-12-15', moves, answers)).toMatchObject({ state: 'open', isOverdue: false })
    expect(standing('2025-01-21', moves, answers)).toMatchObject({ state: 'late', isOverdue: true })
  })

  test('leaves the other windows where they stand', () => {
    const { cycles } = standing('2024-12-05', [toMay])
    expect(cycles.map((one) => [one.state, one.movedTo])).toEqual([
      ['late', '2024-05-20'],
      ['late', null],
    ])
    expect(missedWindows(standing('2024-05-10', [toMay]))).toEqual([])
  })

  test('an earlier missed window is not late while the last one still runs', () => {
    const moved = standing('2024-12-15', [granted(autumn, day(2025, 1, 20))])
    expect(moved.cycles.map((one) => one.state)).toEqual(['window-missed', 'open'])
  })

  test('of several grants the latest day counts', () => {
    expect(standing('2024-05-25', [granted(spring, day(2024, 6, 3)), toMay]).movedTo).toBe('2024-06-03')
  })

  test('moved to a day off, shows the working day before and is late after the day itself', () => {
    const toSunday = [granted(spring, day(2024, 5, 26))]
    expect(standing('2024-05-25', toSunday)).toMatchObject({ dueOn: '2024-05-24', state: 'due-soon' })
    expect(standing('2024-05-27', toSunday).state).toBe('window-missed')
  })

  test('returned, is overdue by the moved day', () => {
    const answers: Answers = [[spring, 'returned']]
    expect(standing('2024-05-10', [toMay], answers)).toMatchObject({ state: 'returned', isOverdue: false })
    expect(standing('2024-05-21', [toMay], answers).isOverdue).toBe(true)
  })

  test('once accepted, stays accepted', () => {
    expect(standing('2024-06-10', [toMay], [[spring, 'accepted']]).cycles[0]?.state).toBe('accepted')
  })
})

describe('a grant and a later understanding of the period', () => {
  test('it belongs to the window that it overlaps most', () => {
    const later = { start: day(2024, 3, 1), end: day(2024, 5, 10) }
    expect(standing('2024-05-15', [toMay], [], periodOf({ windows: [later, autumn] }))).toMatchObject({
      state: 'due-soon',
      movedTo: '2024-05-20',
    })
  })

  test('it never shortens what the understanding gives now', () => {
    const longer = { start: day(2024, 2, 1), end: day(2024, 6, 28) }
    expect(standing('2024-06-20', [toMay], [], periodOf({ windows: [longer] }))).toMatchObject({ dueOn: '2024-06-28' })
  })

  test('where its window is no longer there it moves nothing', () => {
    expect(standing('2024-12-15', [toMay], [], periodOf({ windows: [autumn] }))).toMatchObject({
      state: 'late',
      movedTo: null,
    })
  })
})

describe('a request', () => {
  const asked: Move = { window: spring, status: 'waiting', until: day(2024, 5, 20) }

  test('moves nothing until it is granted, and is told', () => {
    expect(standing('2024-05-10', [asked])).toMatchObject({
      state: 'window-missed',
      dueOn: '2024-04-27',
      movedTo: null,
      isMoveAsked: true,
    })
  })

  test.each<[string, SubmissionStatus]>([
    ['is handed in', 'waiting'],
    ['is accepted', 'accepted'],
  ])('waits for nobody once its window %s', (_, status) => {
    expect(standing('2024-05-10', [asked], [[spring, status]]).isMoveAsked).toBe(false)
  })
})

test('a grant never makes a cell late sooner, whatever else was done', () => {
  const someDay = fc.integer({ min: -30, max: 450 }).map((count) => addDays(frame.startsOn, count))
  const answers = fc.array(fc.tuple(fc.constantFrom(spring, autumn), fc.constantFrom('returned' as const)), {
    maxLength: 3,
  })
  fc.assert(
    fc.property(someDay, someDay, fc.constantFrom(spring, autumn), answers, (today, until, window, said) => {
      const before = standing(today, [], said)
      const after = standing(today, [granted(window, until)], said)
      expect(Number(after.isOverdue)).toBeLessThanOrEqual(Number(before.isOverdue))
      if (after.state === 'late') expect(before.isOverdue).toBe(true)
    }),
  )
})

type Answers = [Window, SubmissionStatus][]

function standing(
  today: string,
  moves: Move[],
  answers: Answers = [],
  period: Period = periodOf({ windows: [spring, autumn] }),
) {
  if (!isDay(today)) throw new Error(today)
  const demand: Demand = { period, frame, dayOffRule: 'before', dayChanges: NO_CHANGES, dueTime: null }
  const attempts = answers.map(([window, status]) => ({ window, status }))
  const facts = { attempts, moves, isReleased: false, isExempt: false }
  return standingOf(demand, facts, { clock: { today, time: '12:00' }, dueSoonDays: 5 })
}

function granted(window: Window, until: Day): Move {
  return { window, status: 'granted', until }
}

function periodOf(part: Partial<Period>): Period {
  return { text: '', kind: 'windows', windows: [], recurrence: null, dueDay: null, open: false, findings: [], ...part }
}
