import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day, day } from '../../kernel/day.ts'
import type { Period, Window } from '../../kernel/period.ts'
import { paceOf, placeOf, windowsOf } from './window.ts'

const year = { startsOn: day(2024, 1, 1), endsOn: day(2024, 12, 31) }
const spring: Window = { start: day(2024, 2, 1), end: day(2024, 4, 30) }
const autumn: Window = { start: day(2024, 9, 1), end: day(2024, 11, 30) }

describe('how an activity’s time runs', () => {
  test.each<[string, Partial<Period>, string]>([
    ['months are windows', { kind: 'windows', windows: [spring] }, 'windows'],
    ['«март» without any year has no date', { kind: 'windows', windows: [] }, 'no-date'],
    ['what nobody understood has no date', { kind: 'unparseable' }, 'no-date'],
    ['«ежемесячно» runs through the year', { kind: 'recurring' }, 'whole-year'],
    ['«ежемесячно, сентябрь–ноябрь» keeps its window', { kind: 'recurring', windows: [autumn] }, 'windows'],
    ['«постоянно» runs through the year', { kind: 'ongoing' }, 'whole-year'],
    ['«по отдельному графику» runs through the year', { kind: 'on_schedule' }, 'whole-year'],
    ['«по запросу» waits to be asked', { kind: 'on_demand' }, 'on-demand'],
  ])('%s', (_, period, pace) => {
    expect(paceOf(periodOf(period))).toBe(pace)
  })

  test('a row without a term has no date, and one cycle all the same', () => {
    expect(paceOf(null)).toBe('no-date')
    expect(windowsOf(null)).toEqual([{ start: null, end: null }])
  })
})

describe('a fact of a window that is understood otherwise now', () => {
  test('belongs to the equal window', () => {
    expect(placeOf(autumn, [spring, autumn], year)).toBe(1)
  })

  test('else to the one that it overlaps most', () => {
    const marchToMay = { start: day(2024, 3, 1), end: day(2024, 5, 31) }
    const mayToOctober = { start: day(2024, 4, 20), end: day(2024, 10, 10) }
    expect(placeOf(marchToMay, [spring, autumn], year)).toBe(0)
    expect(placeOf(mayToOctober, [spring, autumn], year)).toBe(1)
  })

  test('else to none, and is shown by its former term', () => {
    expect(placeOf({ start: day(2024, 6, 1), end: day(2024, 6, 30) }, [spring, autumn], year)).toBeNull()
  })

  test('an open end reaches to the end of the project', () => {
    expect(
      placeOf({ start: day(2024, 11, 1), end: null }, [spring, { start: day(2024, 12, 1), end: null }], year),
    ).toBe(1)
    expect(placeOf({ start: null, end: day(2024, 1, 15) }, [{ start: null, end: day(2024, 1, 31) }], year)).toBe(0)
  })

  test('finds its own window whenever it is still there', () => {
    fc.assert(
      fc.property(fc.array(windows(), { minLength: 1, maxLength: 5 }), fc.nat(), (all, chosen) => {
        const wanted = all[chosen % all.length]
        if (!wanted) return
        const place = placeOf(wanted, all, year)
        expect(place === null ? null : all[place]).toEqual(wanted)
      }),
    )
  })
})

function windows(): fc.Arbitrary<Window> {
  return fc.tuple(fc.nat({ max: 300 }), fc.nat({ max: 60 })).map(([from, length]) => ({
    start: later(from),
    end: later(from + length),
  }))
}

function later(count: number): Day {
  return addDays(year.startsOn, count)
}

function periodOf(part: Partial<Period>): Period {
  return { text: '', kind: 'windows', windows: [], recurrence: null, dueDay: null, open: false, findings: [], ...part }
}
