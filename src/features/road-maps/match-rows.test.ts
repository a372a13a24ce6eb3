import { expect, test } from 'vitest'
import { matchRows } from './match-rows.ts'

const webinars = { number: '1.2', title: 'Участие в вебинарах по повышению качества образования' }
const survey = { number: '1.3', title: 'Анкетирование школ о причинах низких результатов' }
const seminar = { number: '1.4', title: 'Участие в методических семинарах по обмену практиками' }

test('a row with the same number and words goes on as itself', () => {
  const after = [{ ...webinars }]
  expect(matchRows([webinars, survey], after).get(after[0] ?? webinars)).toBe(webinars)
})

test('rows that move down by one keep their facts: words lead, numbers follow', () => {
  const added = { number: '1.2', title: 'Областное совещание руководителей' }
  const after = [added, { ...webinars, number: '1.3' }, { ...survey, number: '1.4' }, { ...seminar, number: '1.5' }]
  const matched = matchRows([webinars, survey, seminar], after)
  expect(after.map((row) => matched.get(row)?.number ?? null)).toEqual([null, '1.2', '1.3', '1.4'])
})

test('another thing under an old number does not inherit its facts', () => {
  const after = [{ number: '1.2', title: 'Собеседования с управленческими командами' }]
  expect(matchRows([webinars], after).size).toBe(0)
})

test('a reworded title under its own number is still the same row', () => {
  const after = [{ number: '1.3', title: 'Опрос школ о причинах снижения результатов' }]
  expect(matchRows([survey], after).size).toBe(1)
})

test('two rows never continue one', () => {
  const after = [{ ...webinars }, { ...webinars, number: '1.7' }]
  const matched = matchRows([webinars], after)
  expect(matched.size).toBe(1)
  expect(matched.has(after[0] ?? webinars)).toBe(true)
})

test('rows without numbers meet by their words', () => {
  const after = [{ number: null, title: 'Участие в вебинарах по повышению качества образования.' }]
  expect(matchRows([{ ...webinars, number: null }], after).size).toBe(1)
})
