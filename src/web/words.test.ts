import { expect, test } from 'vitest'
import { wordsIn } from './use-words.ts'
import { words } from './words.ts'

const stem = (key: string) => key.replace(/_(one|few|many|other)$/, '')
const stems = (sentences: object) => [...new Set(Object.keys(sentences).map(stem))].sort()
const values = (sentence: string) => [...sentence.matchAll(/{{(\w+)}}/g)].map((found) => found[1]).sort()

test('every Russian sentence has an English one and the other way round', () => {
  expect(stems(words.en)).toEqual(stems(words.ru))
})

test('both languages speak of the same values', () => {
  const english: Record<string, string> = words.en
  for (const [key, sentence] of Object.entries(words.ru)) {
    const other = english[key] ?? english[`${stem(key)}_other`] ?? ''
    expect([key, values(other)]).toEqual([key, values(sentence)])
  }
})

test.each([
  [1, 'Ждёт меня: 1 дело'],
  [3, 'Ждут меня: 3 дела'],
  [5, 'Ждут меня: 5 дел'],
  [21, 'Ждёт меня: 21 дело'],
])('Russian counts %i as Russians do', (count, sentence) => {
  expect(wordsIn(words, 'ru')('shell.waiting', { count })).toBe(sentence)
})

test('English counts in two forms', () => {
  const t = wordsIn(words, 'en')
  expect([1, 5].map((count) => t('shell.waiting', { count }))).toEqual(['1 thing waits for me', '5 things wait for me'])
})

test('a value is put in as it is typed', () => {
  expect(wordsIn(words, 'ru')('day.wrong', { text: '<b>&' })).toContain('«<b>&»')
})
