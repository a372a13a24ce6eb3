import fastify, { type FastifyRequest } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FirstQuestions, pageAnswers } from './page-answers.ts'

const app = fastify()
let askFirst: FirstQuestions = async (_address, ask) => ask('/api/title')
const asked: FastifyRequest[] = []

beforeAll(async () => {
  app.get('/api/title', async (request) => {
    asked.push(request)
    return { title: '</script><b>"План" & год' }
  })
  app.get('/api/secret', async (_request, reply) => reply.code(404).send({ code: 'none' }))
  app.get('/api/slow', () => new Promise(() => undefined))
  app.get('/api/long', async () => 'я'.repeat(200_000))
  app.get('/*', async (request) => pageAnswers(app, request, askFirst))
  await app.ready()
})
afterAll(() => app.close())

const pageFor = async (cookie?: string) => (await app.inject({ url: '/tasks', headers: cookie ? { cookie } : {} })).body

test('an answer stands in the page, and no text in it ends its element', async () => {
  askFirst = async (_address, ask) => ask('/api/title?a=1&b=2', 'one')
  expect(await pageFor('opora=token')).toBe(
    '<script type="application/json" lang="ru" data-answer="/api/title?a=1&amp;b=2">' +
      '{"title":"\\u003c/script>\\u003cb>\\"План\\" & год"}</script>',
  )
  expect(asked.at(-1)?.headers).toMatchObject({ cookie: 'opora=token', 'opora-page-of': 'one' })
})

test('nothing is asked for whoever has no session', async () => {
  const before = asked.length
  expect(await pageFor()).toBe('')
  expect(asked.length).toBe(before)
})

test('what is refused, too long, broken or slow is left to the screen', async () => {
  askFirst = async (_address, ask) => Promise.all(['/api/secret', '/api/long', '/api/title'].map((path) => ask(path)))
  expect((await pageFor('opora=token')).match(/data-answer="[^"]+"/g)).toEqual(['data-answer="/api/title"'])
  askFirst = async (_address, ask) => {
    await ask('/api/title')
    throw new Error('broken')
  }
  expect(await pageFor('opora=token')).toContain('/api/title')
  askFirst = async (_address, ask) => {
    await ask('/api/title')
    await ask('/api/slow')
  }
  expect(await pageFor('opora=token')).toContain('/api/title')
})
