import { expect, test } from 'vitest'
import { understandPeriod } from './period.ts'
import { sayPeriod } from './say-period.ts'

function said(text: string, contextYear: number | null = 2024): string {
  return sayPeriod(understandPeriod(text, { contextYear, schoolYear: null }), 'ru')
}

test('windows of one year name it once', () => {
  expect(said('Февраль – апрель 2024 год. Сентябрь – ноябрь 2024 г.')).toBe('февраль–апрель, сентябрь–ноябрь 2024')
})

test('a single month and a whole year are said as people say them', () => {
  expect(said('Март 2024 год')).toBe('март 2024')
  expect(said('в течение года')).toBe('весь 2024 год')
})

test('days are said with their month', () => {
  expect(said('до 10 августа 2015 года')).toBe('до 10 августа 2015')
  expect(said('С 5 апреля 2010 года')).toBe('с 5 апреля 2010')
  expect(said('15 марта')).toBe('15 марта 2024')
  expect(said('1-15 марта')).toBe('1–15 марта 2024')
  expect(said('15 марта - 10 мая')).toBe('15 марта – 10 мая 2024')
})

test('a range over December names both years', () => {
  expect(said('с 15 декабря 2023 по 10 января 2024')).toBe('15 декабря 2023 – 10 января 2024')
  expect(said('сентябрь 2023 – май 2024')).toBe('сентябрь 2023 – май 2024')
})

test('kinds without windows are said by their kind', () => {
  expect(said('ежемесячно')).toBe('ежемесячно')
  expect(said('до 25 числа каждого месяца')).toBe('ежемесячно, до 25 числа')
  expect(said('по мере необходимости')).toBe('по запросам')
  expect(said('по отдельному графику')).toBe('по отдельному графику')
})

test('English says the same', () => {
  const period = understandPeriod('февраль–апрель 2024', { contextYear: null, schoolYear: null })
  expect(sayPeriod(period, 'en')).toBe('February–April 2024')
})
