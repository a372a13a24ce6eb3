import { expect, test } from 'vitest'
import * as z from 'zod'
import type { Endpoint } from '../../kernel/contract.ts'
import { inputReaderOf } from './input.ts'

const endpoint: Endpoint = {
  method: 'POST',
  path: '/papers',
  callers: ['anyone'],
  input: z.object({ title: z.string(), lines: z.array(z.object({ text: z.string() })), count: z.int().nullable() }),
  output: z.object({}),
}

function read(body: object, params = {}) {
  return inputReaderOf(endpoint)({ query: {}, params, body } as never) // the parts of a request that are read
}

test('a pasted mark of direction is left out of every text, and nothing else is touched', () => {
  const body = { title: 'План \u202eшкол', lines: [{ text: '\u2067район\u2069 № 1' }], count: null }
  expect(read(body)).toEqual({ title: 'План школ', lines: [{ text: 'район № 1' }], count: null })
})

test('a text of nothing but such marks is refused', () => {
  expect(() => read({ title: '\u202e\u202c', lines: [], count: 1 })).toThrow('server.bad-input')
})

test('a body says nothing else than its address', () => {
  expect(() => read({ title: 'План', lines: [], count: 1 }, { title: 'Отчёт' })).toThrow('server.bad-input')
})
