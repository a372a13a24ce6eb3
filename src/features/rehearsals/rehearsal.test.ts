import { describe, expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import type { Period, Window } from '../../kernel/period.ts'
import { bareCalendar } from '../calendar/place-calendar.ts'
import { rehearse } from './rehearsal.ts'
import type { Plan, PlannedRow } from './rehearsed-plan.ts'

const frame = { startsOn: day(2026, 1, 1), endsOn: day(2026, 12, 31) }
const march = { start: day(2026, 3, 1), end: day(2026, 3, 31) }

const first = { shortName: 'СОШ № 1', variant: 'first-or-repeated' as const }
const second = { shortName: 'СОШ № 2', variant: 'persistent-or-signs' as const }

describe('the load of schools by month', () => {
  const webinars = row({ number: '1.2', windows: [{ start: day(2026, 2, 1), end: day(2026, 4, 30) }] })
  const ofSecond = row({ number: '3.1', windows: [march], audience: 'persistent-or-signs' })
  const always = row({ number: '3.2', period: period({ kind: 'ongoing' }) })
  const byWindow = row({ number: '3.4', windows: [{ start: frame.startsOn, end: frame.endsOn }] })
  const told = row({ number: '1.1', windows: [march], school: 'is-informed' })
  const task = { text: 'Списки', dueOn: day(2026, 3, 12), schools: [0] }
  const { load } = check({
    rows: [webinars, ofSecond, always, told, byWindow],
    schools: [first, second],
    tasks: [task],
  })
  const at = (school: number, month: string) => load.schools[school]?.months[load.months.indexOf(month)]

  test('counts a row in each month that its window touches, for those of whom it asks something', () => {
    expect(at(0, '2026-02')).toEqual({ rows: [0], tasks: [] })
    expect(at(1, '2026-03')).toEqual({ rows: [0, 1], tasks: [] })
    expect(at(0, '2026-05')).toEqual({ rows: [], tasks: [] })
  })

  test('adds the tasks that stand already, to those who were given them', () => {
    expect(at(0, '2026-03')).toEqual({ rows: [0], tasks: [0] })
  })

  test('keeps what runs all the year apart, and shows every month of the project', () => {
    expect(load.schools.map((one) => one.allYear)).toEqual([
      [2, 4],
      [2, 4],
    ])
    expect(load.months).toHaveLength(12)
  })

  test('shows the months of another year that a window reaches', () => {
    const late = row({ windows: [{ start: day(2026, 12, 20), end: day(2027, 1, 15) }] })
    expect(check({ rows: [late], schools: [first] }).load.months.at(-1)).toBe('2027-01')
  })
})

describe('the same people at one time', () => {
  const monday = (title: string, from: number, until: number, more: Partial<Row> = {}) =>
    row({
      title,
      windows: [{ start: day(2026, 3, from), end: day(2026, 3, until) }],
      proof: ['outside-event'],
      ...more,
    })

  test('two short events on neighbouring days ask the same schools', () => {
    const { clashes } = check({
      rows: [monday('Семинар', 16, 17), monday('Совещание', 18, 18)],
      schools: [first, second],
    })
    expect(clashes).toMatchObject([{ kind: 'same-people', rows: [0, 1], schools: [0, 1], start: '2026-03-16' }])
  })

  test('events of different schools do not clash', () => {
    const rows = [
      monday('Семинар', 16, 17, { audience: 'first-or-repeated' }),
      monday('Совещание', 16, 17, { audience: 'persistent-or-signs' }),
    ]
    expect(check({ rows, schools: [first, second] }).clashes).toEqual([])
  })

  test('one organiser with two events in one week is told of, though the schools differ', () => {
    const rows = [
      monday('Семинар', 16, 17, { audience: 'first-or-repeated', executors: ['Институт'] }),
      monday('Собеседование', 19, 20, { audience: 'persistent-or-signs', executors: ['Институт'] }),
    ]
    expect(check({ rows, schools: [first, second] }).clashes).toMatchObject([
      { kind: 'same-organiser', organisers: ['Институт'] },
    ])
  })

  test('of whole months only a crowd is worth a word', () => {
    const event = { windows: [march], proof: ['outside-event' as const] }
    expect(check({ rows: [row(event), row(event)], schools: [first] }).clashes).toEqual([])
    expect(check({ rows: [row(event), row(event), row(event)], schools: [first, second] }).clashes).toMatchObject([
      { kind: 'crowded', rows: [0, 1, 2], schools: [0, 1] },
    ])
  })

  test('what is no event clashes with nothing', () => {
    const rows = [monday('Справка', 16, 17, { proof: ['document'] }), monday('Совещание', 16, 17)]
    expect(check({ rows, schools: [first] }).clashes).toEqual([])
  })
})

describe('deadlines on unsuitable days', () => {
  test('a day off is named with the working days around it', () => {
    const { badDays } = check({ rows: [row({ windows: [{ start: null, end: day(2026, 3, 15) }] })] })
    expect(badDays).toEqual([{ rows: [0], on: '2026-03-15', during: null, before: '2026-03-13', after: '2026-03-16' }])
  })

  test('so is what takes the schools’ time', () => {
    const holidays = { title: 'весенние каникулы', startsOn: day(2026, 3, 28), endsOn: day(2026, 4, 5) }
    const calendar = { ...bareCalendar, periods: [{ kind: 'holidays' as const, ...holidays }] }
    const { badDays } = check({ rows: [row({ windows: [march] })], calendar })
    expect(badDays).toEqual([
      { rows: [0], on: '2026-03-31', during: holidays, before: '2026-03-27', after: '2026-04-06' },
    ])
  })

  test('a day that the authority has off is one, and what is handed in then is shown on the day before', () => {
    const calendar = { dayChanges: { '2026-03-31': false }, periods: [] }
    const { badDays, handIns } = check({ rows: [row({ windows: [march] })], schools: [first], calendar })
    expect(badDays).toMatchObject([{ on: '2026-03-31', during: null, before: '2026-03-30', after: '2026-04-01' }])
    expect(handIns).toEqual([[{ row: 0, task: null, by: '2026-03-30' }]])
  })

  test('rows that end on one day are told together, and the end of the whole year is nobody’s appointment', () => {
    const february = row({ windows: [{ start: day(2026, 2, 1), end: day(2026, 2, 28) }] })
    const always = row({ windows: [{ start: day(2026, 1, 1), end: day(2026, 12, 31) }] })
    expect(check({ rows: [february, always, february] }).badDays.map((one) => one.rows)).toEqual([[0, 2]])
  })

  test('a working day needs no word', () => {
    expect(check({ rows: [row({ windows: [march] })] }).badDays).toEqual([])
  })
})

describe('rows', () => {
  test('without executor, period or proof are named', () => {
    const bare = row({ executors: null, period: null, proof: [] })
    expect(check({ rows: [row({ windows: [march] }), bare] }).unready).toEqual([
      { row: 1, lacks: ['executor', 'period', 'proof'] },
    ])
  })

  test('that rest on what begins later are told of', () => {
    const drafts = row({
      number: '1.6',
      windows: [{ start: day(2026, 2, 1), end: day(2026, 2, 28) }],
      proof: ['road-map'],
    })
    const survey = row({ number: '1.5', windows: [march], proof: ['survey'] })
    expect(check({ rows: [survey, drafts] }).order).toMatchObject([{ row: 1 }])
    expect(check({ rows: [survey, { ...drafts, period: period({ windows: [march] }) }] }).order).toEqual([])
  })
})

test('each school will hand in its own, by the day that is shown, what has none last', () => {
  const rows = [
    row({ period: period({ kind: 'on_demand' }) }),
    row({ windows: [{ start: null, end: day(2026, 5, 31) }, march] }),
    row({ windows: [march], audience: 'persistent-or-signs' }),
  ]
  const task = { text: 'Списки', dueOn: day(2026, 4, 2), schools: [1] }
  const { handIns } = check({ rows, schools: [first, second], tasks: [task] })
  // 31 May 2026 is a Sunday.
  expect(handIns[0]?.map((one) => [one.row, one.by])).toEqual([
    [1, '2026-03-31'],
    [1, '2026-05-29'],
    [0, null],
  ])
  expect(handIns[1]?.map((one) => one.task ?? one.row)).toEqual([1, 2, 0, 1, 0])
})

type Row = {
  number: string
  title: string
  windows: Window[]
  period: Period | null
  audience: PlannedRow['audience']
  proof: PlannedRow['proof']
  executors: string[] | null
  school: PlannedRow['parts']['school']
}

function row(given: Partial<Row> = {}): PlannedRow {
  const { number = '1', title = 'Мероприятие', windows = [], executors = [title] } = given
  return {
    key: number,
    number,
    title,
    period: given.period === undefined ? period({ windows }) : given.period,
    audience: given.audience ?? 'all',
    proof: given.proof ?? ['file'],
    executors: executors && { text: executors.join(', '), names: executors },
    parts: { authority: null, institute: null, school: given.school ?? 'takes-part' },
    source: { table: 0, row: null, page: null },
  }
}

function check(plan: Partial<Plan>) {
  return rehearse(
    { rows: [], schools: [], tasks: [], calendar: bareCalendar, limits: { shortDays: 7, crowd: 3 }, frame, ...plan },
    'before',
  )
}

function period(part: Partial<Period>): Period {
  return { text: '', kind: 'windows', windows: [], recurrence: null, dueDay: null, open: false, findings: [], ...part }
}
