import { expect, test } from 'vitest'
import { returnAddress } from './return-address.ts'

test('after signing in one returns to the page that was asked for', () => {
  expect(returnAddress('/road-map?state=late')).toBe('/road-map?state=late')
})

test.each([
  '//elsewhere.example',
  '/\\elsewhere.example',
  'https://elsewhere.example',
  '/sign-in',
  '/link',
  null,
  ['/a'],
])('nobody is led away to %j', (wanted) => {
  expect(returnAddress(wanted)).toBe('/')
})
