import { beforeAll, describe, expect, test } from 'vitest'
import { deeds } from '../src/app/deeds.ts'
import { differenceOf } from '../src/features/audit/difference.ts'
import { sayField } from '../src/features/audit/field-words.ts'
import { sayValue } from '../src/features/audit/value-words.ts'
import { languages } from '../src/kernel/words.ts'
import { askHouse } from './harness/ask-house.ts'
import type { Stage } from './harness/changes.ts'
import { changeFor, changing, forgetLimits, makeChange, readerOf, registry, startStage } from './harness/make-change.ts'
import { sentLetter } from './harness/message-changes.ts'
import { givenTable } from './harness/registry-changes.ts'
import { sampleInput } from './harness/sample-input.ts'

type Trace = {
  at: Date
  actor_kind: string
  person_id: string | null
  request_id: string
  action: string
  subject_id: string
}

let stage: Stage

beforeAll(async () => {
  stage = await startStage()
})

describe('every change leaves a trace of who, when and what, under the number of its request', () => {
  test.each(changing)('%s', async (name, route) => {
    await forgetLimits(stage)
    const change = await changeFor(stage, name)
    const before = stage.clock.now()
    const answer = await makeChange(stage, route, change)
    expect([answer.status, answer.refusal?.code]).toEqual([200, undefined])

    const traces = await tracesOf(answer.requestId)
    expect(traces.length).toBeGreaterThan(0)
    for (const trace of traces) {
      expect(trace.actor_kind).toBe(isGuest(change) ? 'nobody' : 'person')
      expect(trace.person_id === null).toBe(isGuest(change))
      expect(Math.abs(trace.at.getTime() - before.getTime())).toBeLessThan(20_000)
      expect(trace.action).toMatch(/^[a-z-]+\.[a-z-]+$/)
      for (const language of languages) expect(deeds.say(trace.action, language)).not.toBe(trace.action)
      expect(trace.subject_id).not.toBe('')
    }
  })
})

test('every field that these changes wrote down has its word in each language, and so has every value of a closed list', async () => {
  const values = await askHouse<{ before: string | null; after: string | null }>(
    stage.opora,
    'select before, after from audit_value',
  )
  const shown = values.flatMap(({ before, after }) => differenceOf(before, after))
  expect(shown.length).toBeGreaterThan(50)
  const wordless = languages.flatMap((language) =>
    shown.filter(({ field }) => sayField(field, language) === sayField('', language)).map(({ field }) => field),
  )
  expect([...new Set(wordless)].sort()).toEqual([])
  const said = languages.flatMap((language) =>
    shown
      .flatMap(({ before, after }) => [before, after])
      .flatMap((one) => (one === null ? [] : [sayValue(one, { language, timeZone: 'UTC' })]))
      .filter((one) => code[language].test(one)),
  )
  expect([...new Set(said)].sort()).toEqual([])
})

/** «not-agreed», «{"start":…}»: a word of ours and not of the office; in English one word alone may be both. */
const code = { ru: /^[a-z][a-zA-Z]*(-[a-z]+)*$|^[{[]/, en: /^[a-z]+(-[a-z]+)+$|^[a-z]+[A-Z]|^[{[]/ }

describe('whoever opens cards of people is written down', () => {
  const reading = registry.filter(({ endpoint }) => endpoint.reads === 'person')

  test('there are such endpoints', () => expect(reading.length).toBeGreaterThan(0))

  test.each(reading.map((route) => [route.name, route] as const))('%s', async (name, { endpoint }) => {
    for (const language of languages) expect(deeds.route(name, language)).not.toBe(name)
    const reader = readerOf(endpoint)
    const known = { id: await thingOf(name) }
    const answer = await stage.as(reader).call(endpoint, sampleInput(endpoint, known))
    expect(answer.status).toBe(200)
    const rows = await askHouse(
      stage.opora,
      'select reader_id, reader_kind, route from person_read where request_id = $1',
      [answer.requestId],
    )
    expect(rows).toEqual([{ reader_id: stage.district.people[reader], reader_kind: 'person', route: name }])
  })
})

test('a change that is refused leaves no trace', async () => {
  const route = registry.find(({ name }) => name === 'access.changePerson')
  if (!route) throw new Error('no such endpoint')
  const change = await changeFor(stage, route.name)
  const answer = await makeChange(stage, route, { ...change, input: { ...change.input, rowVersion: 7 } })
  expect(answer.status).toBe(412)
  expect(await tracesOf(answer.requestId)).toEqual([])
})

async function thingOf(name: string): Promise<string> {
  if (name === 'mail.downloadLetter') return sentLetter(stage)
  return name.startsWith('registry.') ? tableOf(stage) : stage.district.people.coordinator
}

async function tableOf(app: Stage): Promise<string> {
  const head = ['Краткое название', 'Вид']
  return (await givenTable(app, [head, ['МБОУ «Табличная СОШ»', 'школа']])).id
}

function isGuest({ as, cookie }: { as: string; cookie?: string }): boolean {
  return as === 'nobody' && cookie === undefined
}

function tracesOf(requestId: string): Promise<Trace[]> {
  return askHouse<Trace>(stage.opora, 'select * from audit_entry where request_id = $1', [requestId])
}
