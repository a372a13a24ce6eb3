import { expect, test } from 'vitest'
import { actingPost, signedName } from './signing.ts'

test('whoever stands in signs with the post of the absent one', () => {
  expect(actingPost('Начальник Управления образования')).toBe('И. о. начальника Управления образования')
  expect(actingPost('Советник')).toBe('И. о. Советник')
})

test('a full name is signed with its initials, and any other as it is', () => {
  expect(signedName('Рябинина Вера Сергеевна')).toBe('В.С. Рябинина')
  expect(signedName('Д.А. Галкин')).toBe('Д.А. Галкин')
  expect(signedName('Ким Ен Сук')).toBe('Ким Ен Сук')
})
