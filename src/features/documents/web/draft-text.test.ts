import { expect, test } from 'vitest'
import { orderText } from '../../../../test/harness/document-changes.ts'
import { textOfTyped, typedOf } from './draft-text.ts'

const text = {
  ...orderText,
  clauses: [
    { text: 'Утвердить Дорожную карту.', clauses: [] },
    { text: 'Координатору обеспечить:', clauses: ['сопровождение;', 'учёт.'] },
  ],
}

test('what is shown to be typed over becomes the same paper again', () => {
  expect(textOfTyped(typedOf(text), text)).toEqual(text)
})

test('a line is a clause, a line with a dash belongs to the one above, and typed numbers are left out', () => {
  const typed = {
    ...typedOf(text),
    clauses: '1. Утвердить план.\n\n2) Школам:\n- принять;\n— сообщить.\n2024 год объявить',
  }
  expect(textOfTyped(typed, text).clauses).toEqual([
    { text: 'Утвердить план.', clauses: [] },
    { text: 'Школам:', clauses: ['принять;', 'сообщить.'] },
    { text: '2024 год объявить', clauses: [] },
  ])
})

test('half a signatory is none', () => {
  expect(textOfTyped({ ...typedOf(text), post: ' ' }, text).signatory).toBe(null)
})
