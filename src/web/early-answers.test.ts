import { afterEach, expect, test } from 'vitest'
import { takeEarly } from './early-answers.ts'

const asked = { 'accept-language': 'ru', 'opora-page-of': 'one' }

function putEarly(answer: Promise<Response>, askedAt = performance.now()) {
  Object.assign(globalThis, { askedEarly: new Map([['/api/today', { headers: asked, askedAt, answer }]]) })
}

afterEach(() => Object.assign(globalThis, { askedEarly: undefined }))

test('an answer that was asked for early is taken once', async () => {
  putEarly(Promise.resolve(new Response('{}')))
  expect(await (await takeEarly('/api/today', { ...asked }))?.text()).toBe('{}')
  expect(await takeEarly('/api/today', asked)).toBeNull()
})

test.each([
  ['in another name', { ...asked, 'opora-page-of': 'two' }],
  ['in no name', { 'accept-language': 'ru' }],
  ['in another language', { ...asked, 'accept-language': 'en' }],
])('it is not taken by whoever asks %s', async (_how, headers) => {
  putEarly(Promise.resolve(new Response('{}')))
  expect(await takeEarly('/api/today', headers)).toBeNull()
})

test('one that is old, or whose link broke, is asked for anew', async () => {
  putEarly(Promise.resolve(new Response('{}')), performance.now() - 60_000)
  expect(await takeEarly('/api/today', asked)).toBeNull()
  putEarly(Promise.reject(new TypeError('Failed to fetch')))
  expect(await takeEarly('/api/today', asked)).toBeNull()
})
