import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { markWords } from './mark-words.ts'

test('a changed term is marked, the words around it stay', () => {
  expect(markWords('Вебинары в марте 2024 года', 'Вебинары в апреле и мае 2024 года')).toEqual([
    { kind: 'same', text: 'Вебинары в' },
    { kind: 'removed', text: ' марте' },
    { kind: 'added', text: ' апреле и мае' },
    { kind: 'same', text: ' 2024 года' },
  ])
})

test('what is marked reads as both texts, to the last space', () => {
  const text = fc.array(fc.constantFrom('школа', 'план', ' ', '\n', 'март,', '2024', '«Опора»'), { maxLength: 30 })
  fc.assert(
    fc.property(text, text, (left, right) => {
      const [before, after] = [left.join(' '), right.join(' ')]
      const marked = markWords(before, after)
      const read = (kind: 'added' | 'removed') =>
        marked.flatMap((one) => (one.kind === kind || one.kind === 'same' ? [one.text] : [])).join('')
      expect([read('removed'), read('added')]).toEqual([before, after])
    }),
  )
})
