import { expect, test } from 'vitest'
import { type Leftover, leftoversOf, type OldYears, withReplaced } from './leftover.ts'

const calendar: OldYears = { year: 2024, isSchoolYear: false, by: 1 }
const school: OldYears = { year: 2023, isSchoolYear: true, by: 1 }

function found(text: string, old: OldYears = calendar, field: Leftover['field'] = 'row-title') {
  return leftoversOf([{ field, key: null, text }], old).map((one) => [one.found, one.proposed])
}

test('the old year is found however it is written, with what it becomes', () => {
  expect(found('Поддержка школ в 2024 году')).toEqual([['2024', '2025']])
  expect(found('План на 2023/24 уч. год', school)).toEqual([['2023/24', '2024/25']])
  expect(found('2023-2024 учебный год', school)).toEqual([['2023-2024', '2024-2025']])
  expect(found('в 23/24 учебном году', school)).toEqual([['23/24', '24/25']])
  expect(found('23-24 уч. год', school)).toEqual([['23-24', '24-25']])
  expect(found('отчёт до 13.02.2024 и до 1.3.24')).toEqual([
    ['13.02.2024', '13.02.2025'],
    ['1.3.24', '1.3.25'],
  ])
  expect(found('до 29.02.2024; 29 февраля 2024 г.')).toEqual([
    ['29.02.2024', '28.02.2025'],
    ['29 февраля 2024', '28 февраля 2025'],
  ])
  expect(found('в 24 г.')).toEqual([['24', '25']])
  expect(found('по итогам 2021, 2022 и 2023 годов')).toEqual([
    ['2021', '2022'],
    ['2022', '2023'],
    ['2023', '2024'],
  ])
  expect(found('до 2024-05-31')).toEqual([['2024-05-31', '2025-05-31']])
})

test('a title that was a year behind already catches up with its plan', () => {
  expect(found('Дорожная карта в 2023 году', calendar, 'title')).toEqual([['2023', '2025']])
  expect(found('по итогам 2023 года')).toEqual([['2023', '2024']])
})

test('where only a person can say what becomes of it, it is shown without a proposal', () => {
  expect(found('по итогам прошлого года')).toEqual([['прошлого года', null]])
  expect(found('в предыдущем учебном году')).toEqual([['предыдущем учебном году', null]])
  expect(found('приказ от 13.02.2024 № 31')).toEqual([['13.02.2024', null]])
  expect(found('две тысячи двадцать четвёртый год')).toEqual([['две тысячи двадцать четвёртый', null]])
})

test('what only looks like the old year is left in peace', () => {
  for (const text of [
    'кабинет № 2024',
    'пункт 2.24',
    'в 2025 году',
    '2025/26 уч. год',
    'в 24 школах',
    'тел. 220-24-25',
    'через год',
    '1.2024.5',
  ])
    expect([text, found(text)]).toEqual([text, []])
  expect(found('2024/25 учебный год', school)).toEqual([])
})

test('a replacement finds its words even after others before it have changed their length', () => {
  const text = 'В 2024 году и до 31.12.2024'
  const [first, second] = leftoversOf([{ field: 'title', key: null, text }], calendar)
  if (!first || !second) throw new Error('two mentions')
  const once = withReplaced(text, first) ?? ''
  expect(withReplaced(`Дополнительно: ${once}`, second)).toBe('Дополнительно: В 2025 году и до 31.12.2025')
  expect(withReplaced('совсем другое', first)).toBeNull()
})
