import { expect, test } from 'vitest'
import { sayIn } from './sentence.ts'

const words = {
  ru: {
    late_one: '{{count}} дело просрочено',
    late_few: '{{count}} дела просрочены',
    late_many: '{{count}} дел просрочено',
    late_other: '{{count}} дела просрочено',
    wrong: 'Не понимаю «{{text}}»',
    twice: '{{name}} и снова {{name}}',
    onlyRussian_one: '{{count}} школа',
    onlyRussian_few: '{{count}} школы',
    onlyRussian_many: '{{count}} школ',
    onlyRussian_other: '{{count}} школы',
  },
  en: {
    late_one: '{{count}} thing is late',
    late_other: '{{count}} things are late',
    wrong: '“{{text}}” is not clear',
  },
}

test.each([
  [1, '1 дело просрочено'],
  [2, '2 дела просрочены'],
  [11, '11 дел просрочено'],
  [21, '21 дело просрочено'],
  [0, '0 дел просрочено'],
  [1.5, '1.5 дела просрочено'],
])('Russian counts %d as Russians do', (count, sentence) => {
  expect(sayIn('ru', words, 'late', { count })).toBe(sentence)
})

test('English counts in two forms', () => {
  expect([1, 21].map((count) => sayIn('en', words, 'late', { count }))).toEqual([
    '1 thing is late',
    '21 things are late',
  ])
})

test('a value stands where its name stood, each time, and is not read again', () => {
  expect(sayIn('ru', words, 'twice', { name: 'школа' })).toBe('школа и снова школа')
  expect(sayIn('ru', words, 'wrong', { text: '<b>&$1 $& {{text}}' })).toBe('Не понимаю «<b>&$1 $& {{text}}»')
})

test('a value that was not given leaves its place empty', () => {
  expect(sayIn('en', words, 'wrong', {})).toBe('“” is not clear')
})

test('what a language lacks is said in Russian, as Russian counts', () => {
  expect(sayIn('en', words, 'onlyRussian', { count: 5 })).toBe('5 школ')
})

test('a key without a sentence is shown as it is', () => {
  expect(sayIn('en', words, 'no.such', { count: 2 })).toBe('no.such')
})
