import { expect, test } from 'vitest'
import { openNames } from './statement-names.ts'

test('a statement has a name of its own from the second time on', () => {
  const nameOf = openNames()
  expect([nameOf('select 1'), nameOf('select 2')]).toEqual([undefined, undefined])
  const [one, other] = [nameOf('select 1'), nameOf('select 2')]
  expect(one).toBeDefined()
  expect(other).not.toBe(one)
  expect(nameOf('select 1')).toBe(one)
})

test('however many different statements are sent, a connection keeps a bounded number of them', () => {
  const nameOf = openNames()
  const texts = Array.from({ length: 5_000 }, (_, index) => `select ${index}`)
  for (const text of texts) for (const _ of [1, 2]) nameOf(text)
  const names = texts.flatMap((text) => nameOf(text) ?? [])
  expect(new Set(names).size).toBe(names.length)
  expect(names.length).toBe(300)
})
