import { expect, test } from 'vitest'
import { shortPersonName } from './person-name.ts'

test('a person is a surname with initials where room is short', () => {
  expect(shortPersonName('Смирнова Анна Викторовна')).toBe('Смирнова\u00a0А.\u00a0В.')
  expect(shortPersonName(' Ким  Ольга ')).toBe('Ким\u00a0О.')
  expect(shortPersonName('Айгуль')).toBe('Айгуль')
  expect(shortPersonName('')).toBe('')
})
