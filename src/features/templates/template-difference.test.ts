import { expect, test } from 'vitest'
import { newId } from '../../kernel/id.ts'
import { comparableRows } from '../road-maps/comparable-rows.ts'
import { changeRow } from '../road-maps/edit-understanding.ts'
import { understandPeriod } from '../road-maps/period.ts'
import { standingRows, type Understanding } from '../road-maps/understanding.ts'
import { builtIns } from './built-in.ts'
import { understandingIn } from './in-year.ts'
import { withRowTaken } from './take-row.ts'
import type { TemplateContent, TemplateRow } from './template.ts'
import { offeredRows } from './template-difference.ts'

const found = builtIns.find((one) => one.key === 'support-project')
if (!found) throw new Error('a template comes with Opora')
const before: TemplateContent = found.content

const place = { years: { year: 2026, isSchoolYear: false }, shortDays: 3 }
const planOf = (content: TemplateContent) => understandingIn(content, [], place)

/** The template with its row of this number worded anew; null takes it out. */
function templateWith(number: string, change: Partial<TemplateRow> | null): TemplateContent {
  return {
    ...before,
    sections: before.sections.map((section) => ({
      ...section,
      rows: section.rows.flatMap((row) => (row.number !== number ? [row] : change ? [{ ...row, ...change }] : [])),
    })),
  }
}

function templateWithNew(row: Partial<TemplateRow>): TemplateContent {
  return {
    ...before,
    sections: before.sections.map((section, at) => {
      const [first] = section.rows
      return at === 0 && first ? { ...section, rows: [first, { ...first, ...row }, ...section.rows.slice(1)] } : section
    }),
  }
}

function offered(latest: TemplateContent, plan: Understanding) {
  const rows = (content: TemplateContent) => comparableRows(planOf(content))
  return offeredRows({
    begun: rows(before),
    latest: rows(latest),
    own: comparableRows(plan),
    nameRow: newId<'activity'>,
  })
}

function edited(key: string, change: Parameters<typeof changeRow>[2]['change']): Understanding {
  const readPeriod = (words: string) => understandPeriod(words, { contextYear: 2026, schoolYear: null })
  const after = changeRow(planOf(before), key, { change, signed: undefined, readPeriod })
  if (!after) throw new Error('no such row')
  return after
}

const rowOf = (plan: Understanding, number: string) => standingRows(plan).find(({ row }) => row.number === number)?.row
const keyOf = (number: string) => rowOf(planOf(before), number)?.key ?? ''

test('a template that has not changed offers nothing, whatever was changed in the plan', () => {
  expect(offered(before, planOf(before))).toEqual([])
  expect(offered(before, edited('0.0', { title: 'Совсем другое мероприятие' }))).toEqual([])
})

test('a changed row is offered with what is otherwise, and taken it is the row of the template', () => {
  const latest = templateWith('1.2', { expectedResult: 'Обучены все команды' })
  const [row, ...others] = offered(latest, planOf(before))
  if (!row) throw new Error('the row is offered')
  expect(others).toEqual([])
  expect([row.own?.number, row.isBoth]).toEqual(['1.2', false])
  expect(row.changes).toMatchObject([{ field: 'expectedResult', after: 'Обучены все команды' }])
  const taken = withRowTaken(planOf(before), row)
  expect(rowOf(taken, '1.2')).toMatchObject({ expectedResult: 'Обучены все команды', changed: ['expectedResult'] })
  expect(offered(latest, taken)).toEqual([])
  for (const { row: one } of standingRows(planOf(before)))
    if (one.number !== '1.2') expect(rowOf(taken, one.number ?? '')).toEqual(one)
})

test('a row changed on both sides in different fields keeps what the plan says of its own', () => {
  const plan = edited(keyOf('1.2'), { heldBy: 'us', executors: ['Методический центр'] })
  const [row] = offered(templateWith('1.2', { expectedResult: 'Обучены все команды' }), plan)
  if (!row) throw new Error('the row is offered')
  expect(row.isBoth).toBe(false)
  const taken = rowOf(withRowTaken(plan, row), '1.2')
  expect(taken).toMatchObject({ expectedResult: 'Обучены все команды', executors: { names: ['Методический центр'] } })
})

test('a row of which both say something else in the same field is said to be so, and is as the plan has it until taken', () => {
  const plan = edited(keyOf('1.2'), { expectedResult: 'Обучена каждая вторая команда' })
  const [row] = offered(templateWith('1.2', { expectedResult: 'Обучены все команды' }), plan)
  if (!row) throw new Error('the row is offered')
  expect([row.isBoth, row.changes]).toMatchObject([
    true,
    [{ before: 'Обучена каждая вторая команда', after: 'Обучены все команды' }],
  ])
  expect(rowOf(withRowTaken(plan, row), '1.2')?.expectedResult).toBe('Обучены все команды')
})

test('what the plan says by itself already is not offered', () => {
  const plan = edited(keyOf('1.2'), { expectedResult: 'Обучены все команды' })
  expect(offered(templateWith('1.2', { expectedResult: 'Обучены все команды' }), plan)).toEqual([])
})

test('a row that the plan has left out stays out', () => {
  const plan = edited(keyOf('1.2'), { removed: true })
  expect(offered(templateWith('1.2', { expectedResult: 'Обучены все команды' }), plan)).toEqual([])
  expect(offered(templateWith('1.2', null), plan)).toEqual([])
})

test('a row that the template let go may go here, and is kept until then', () => {
  const [row] = offered(templateWith('1.2', null), planOf(before))
  if (!row) throw new Error('the row is offered')
  expect([row.key.startsWith('was-'), row.wanted, row.own?.number]).toEqual([true, null, '1.2'])
  const taken = withRowTaken(planOf(before), row)
  expect(rowOf(taken, '1.2')).toBeUndefined()
  expect(standingRows(taken)).toHaveLength(standingRows(planOf(before)).length - 1)
})

test('a new row comes below the one that it stands under in the template, with all that it says', () => {
  const latest = templateWithNew({
    number: '1.1а',
    title: 'Стажировка заместителей директоров',
    expectedResult: 'План',
  })
  const [row] = offered(latest, planOf(before))
  if (!row) throw new Error('the row is offered')
  expect([row.own, row.changes.map((one) => one.field)]).toMatchObject([
    null,
    expect.arrayContaining(['expectedResult']),
  ])
  const taken = withRowTaken(planOf(before), row)
  const numbers = standingRows(taken).map((one) => one.row.number)
  expect(numbers.slice(0, 3)).toEqual(['1.1', '1.1а', '1.2'])
  expect(rowOf(taken, '1.1а')).toMatchObject({ key: 'new-1', expectedResult: 'План' })
  expect(offered(latest, taken)).toEqual([])
})

test('a new term is taken with its days in the year of the plan', () => {
  const term = before.sections[0]?.rows.find((row) => row.number === '1.5')?.term ?? null
  const latest = templateWith('1.1', { term })
  const [row] = offered(latest, planOf(before))
  if (!row) throw new Error('the row is offered')
  const windows = rowOf(withRowTaken(planOf(before), row), '1.1')?.period?.windows
  expect(windows).toEqual([{ start: '2026-03-01', end: '2026-03-31' }])
})
