import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day, day, isDay } from '../../kernel/day.ts'
import type { Period, Window } from '../../kernel/period.ts'
import { NO_CHANGES } from '../calendar/working-day.ts'
import { type SubmissionStatus, submissionStatuses } from './assignment.ts'
import type { Move } from './deadline-move.ts'
import { type Attempt, type Demand, missedWindows, standingOf } from './standing.ts'
import { NO_WINDOW } from './window.ts'

const frame = { startsOn: day(2024, 1, 1), endsOn: day(2024, 12, 31) }
const spring: Window = { start: day(2024, 2, 1), end: day(2024, 4, 30) }
const autumn: Window = { start: day(2024, 9, 1), end: day(2024, 11, 30) }
const webinars = periodOf({ windows: [spring, autumn] })

describe('an activity with two windows', () => {
  test.each([
    ['2024-01-15', 'ahead'],
    ['2024-02-01', 'open'],
    ['2024-04-21', 'open'],
    // 27 April 2024 is a worked Saturday and the 29th and 30th are off: the 27th is the day shown.
    ['2024-04-22', 'due-soon'],
    ['2024-04-30', 'due-soon'],
    ['2024-05-01', 'window-missed'],
    ['2024-06-15', 'window-missed'],
    ['2024-11-28', 'window-missed'],
    ['2024-12-01', 'late'],
  ])('on %s, with nothing done, is %s', (today, state) => {
    expect(stateOn(today)).toBe(state)
  })

  test.each<[string, string, [Window, SubmissionStatus][], string]>([
    ['waits once the first window is submitted', '2024-03-01', [[spring, 'waiting']], 'waiting'],
    [
      'waits for its acceptance however long that takes',
      '2024-12-20',
      [
        [spring, 'accepted'],
        [autumn, 'waiting'],
      ],
      'waiting',
    ],
    ['is ahead again between its windows', '2024-06-15', [[spring, 'accepted']], 'ahead'],
    ['runs in its second window', '2024-09-15', [[spring, 'accepted']], 'open'],
    ['shows the missed first window beside an accepted second', '2024-11-01', [[autumn, 'accepted']], 'window-missed'],
    ['is late for its first window once the last is over', '2024-12-01', [[autumn, 'accepted']], 'late'],
    ['shows what was returned', '2024-03-10', [[spring, 'returned']], 'returned'],
    [
      'is returned, not late, when its last window is over',
      '2024-12-05',
      [
        [spring, 'accepted'],
        [autumn, 'returned'],
      ],
      'returned',
    ],
    [
      'waits again after a second attempt',
      '2024-03-10',
      [
        [spring, 'returned'],
        [spring, 'waiting'],
      ],
      'waiting',
    ],
    ['a missed window is worse than one that waits', '2024-10-01', [[autumn, 'waiting']], 'window-missed'],
    [
      'is accepted when both windows are',
      '2024-10-01',
      [
        [spring, 'accepted'],
        [autumn, 'accepted'],
      ],
      'accepted',
    ],
  ])('%s', (_, today, answers, state) => {
    expect(stateOn(today, { answers })).toBe(state)
  })

  test('names the windows that nobody confirmed', () => {
    expect(missedWindows(standing('2024-06-15'))).toEqual([spring])
    expect(missedWindows(standing('2024-12-15'))).toEqual([spring, autumn])
  })

  test('shows the deadline of the window that matters now', () => {
    expect(standing('2024-02-10').dueOn).toBe('2024-04-27')
    expect(standing('2024-06-15', { answers: [[spring, 'accepted']] }).dueOn).toBe('2024-11-29')
  })

  test('counts a returned one as overdue once its deadline has passed', () => {
    const answers: [Window, SubmissionStatus][] = [[spring, 'returned']]
    expect(standing('2024-04-20', { answers }).isOverdue).toBe(false)
    expect(standing('2024-05-05', { answers }).isOverdue).toBe(true)
  })
})

describe('an activity without windows', () => {
  const ongoing = periodOf({ kind: 'ongoing' })
  const onDemand = periodOf({ kind: 'on_demand' })

  test.each([
    ['2023-12-20', 'ahead'],
    ['2024-01-01', 'open'],
    ['2024-12-31', 'open'],
    ['2025-01-10', 'late'],
  ])('that runs all year is on %s %s', (today, state) => {
    expect(stateOn(today, { period: ongoing })).toBe(state)
  })

  test('on request is never late, and «запросов не было» ends it well', () => {
    expect(stateOn('2024-12-31', { period: onDemand })).toBe('open')
    expect(stateOn('2026-05-01', { period: onDemand })).toBe('open')
    expect(stateOn('2024-12-31', { period: onDemand, answers: [[NO_WINDOW, 'accepted']] })).toBe('accepted')
  })

  test('without a term asks for one, until somebody proves it all the same', () => {
    expect(stateOn('2024-05-01', { period: null })).toBe('no-date')
    expect(stateOn('2030-05-01', { period: periodOf({ kind: 'unparseable' }) })).toBe('no-date')
    expect(stateOn('2024-05-01', { period: null, answers: [[NO_WINDOW, 'accepted']] })).toBe('accepted')
  })
})

describe('decisions over the whole cell', () => {
  test('off control and not applicable stand above the clock', () => {
    expect(stateOn('2024-12-20', { isReleased: true })).toBe('off-control')
    expect(stateOn('2024-12-20', { isExempt: true })).toBe('not-applicable')
    expect(standing('2024-12-20', { isExempt: true }).isOverdue).toBe(false)
  })
})

test('a window without a start begins with the project', () => {
  const period = periodOf({ windows: [{ start: null, end: day(2024, 8, 10) }] })
  expect(stateOn('2023-12-31', { period })).toBe('ahead')
  expect(stateOn('2024-01-01', { period })).toBe('open')
})

test('attempts of a term that is understood otherwise now are kept, and shown apart', () => {
  const july: Window = { start: day(2024, 7, 1), end: day(2024, 7, 31) }
  expect(standing('2024-08-01', { answers: [[july, 'accepted']] }).former).toHaveLength(1)
})

describe('whatever happens', () => {
  test('nobody is late before the last window has ended', () => {
    fc.assert(
      fc.property(periods(), days(), answers(), (period, today, facts) => {
        const last =
          [...period.windows]
            .map((one) => one.end ?? frame.endsOn)
            .sort()
            .at(-1) ?? frame.endsOn
        const { state } = standing(today, { period, answers: facts(period) })
        if (today <= last) expect(state).not.toBe('late')
        if (period.kind === 'on_demand') expect(state).not.toBe('late')
      }),
    )
  })

  test('acceptance of every window gives accepted, whatever came before', () => {
    fc.assert(
      fc.property(periods(), days(), answers(), (period, today, facts) => {
        const all = period.windows.length > 0 && period.kind !== 'on_demand' ? period.windows : [NO_WINDOW]
        const accepted = all.map((window): [Window, SubmissionStatus] => [window, 'accepted'])
        expect(stateOn(today, { period, answers: [...facts(period), ...accepted] })).toBe('accepted')
      }),
    )
  })

  test('no attempt is lost', () => {
    fc.assert(
      fc.property(periods(), days(), fc.array(windows(), { maxLength: 8 }), (period, today, elsewhere) => {
        const given = elsewhere.map((window): [Window, SubmissionStatus] => [window, 'returned'])
        const { cycles, former } = standing(today, { period, answers: given })
        expect(cycles.flatMap((one) => one.attempts).length + former.length).toBe(given.length)
      }),
    )
  })

  test('a missed window is said only where another window is still to come', () => {
    fc.assert(
      fc.property(periods(), days(), (period, today) => {
        const { cycles } = standing(today, { period })
        const states = cycles.map((one) => one.state)
        expect(states.includes('late') && states.includes('window-missed')).toBe(false)
      }),
    )
  })
})

type Given = {
  period?: Period | null
  answers?: [Window, SubmissionStatus][]
  moves?: Move[]
  isReleased?: boolean
  isExempt?: boolean
}

function standing(
  today: string,
  { period = webinars, answers = [], moves = [], isReleased = false, isExempt = false }: Given = {},
) {
  if (!isDay(today)) throw new Error(today)
  const demand: Demand = { period, frame, dayOffRule: 'before', dayChanges: NO_CHANGES, dueTime: null }
  const attempts = answers.map(([window, status]): Attempt => ({ window, status }))
  return standingOf(
    demand,
    { attempts, moves, isReleased, isExempt },
    { clock: { today, time: '12:00' }, dueSoonDays: 5 },
  )
}

function stateOn(today: string, given: Given = {}) {
  return standing(today, given).state
}

function days(): fc.Arbitrary<Day> {
  return fc.integer({ min: -60, max: 500 }).map((count) => addDays(frame.startsOn, count))
}

function windows(): fc.Arbitrary<Window> {
  return fc.tuple(fc.nat({ max: 300 }), fc.nat({ max: 90 })).map(([from, length]) => ({
    start: addDays(frame.startsOn, from),
    end: addDays(frame.startsOn, from + length),
  }))
}

function periods(): fc.Arbitrary<Period> {
  const some = fc.uniqueArray(windows(), { minLength: 1, maxLength: 4, selector: (one) => `${one.start}${one.end}` })
  return fc.oneof(
    some.map((all) => periodOf({ windows: all })),
    fc.constantFrom('recurring' as const, 'ongoing' as const, 'on_demand' as const).map((kind) => periodOf({ kind })),
  )
}

function answers(): fc.Arbitrary<(period: Period) => [Window, SubmissionStatus][]> {
  return fc
    .array(fc.tuple(fc.nat({ max: 3 }), fc.constantFrom(...submissionStatuses)), { maxLength: 6 })
    .map(
      (all) => (period) =>
        all.map(([index, status]) => [period.windows[index % Math.max(1, period.windows.length)] ?? NO_WINDOW, status]),
    )
}

function periodOf(part: Partial<Period>): Period {
  return { text: '', kind: 'windows', windows: [], recurrence: null, dueDay: null, open: false, findings: [], ...part }
}
