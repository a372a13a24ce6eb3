import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { ORIGIN, startTestApp } from '../../../test/harness/app.ts'
import { askHouse } from '../../../test/harness/ask-house.ts'
import type { Visitor } from '../../../test/harness/district.ts'
import { giveAddress } from '../../../test/harness/message-changes.ts'
import { planYear } from '../../../test/harness/planned-year.ts'
import { calendarContract } from '../../features/calendar/contract.ts'
import { messagesContract } from '../../features/messages/contract.ts'
import { turn } from './keep-messages.ts'

type Letter = { person_id: string; kind: string; period: string; body: string; status: string; id: string }

// Wednesday, 24 April 2024: «1.2» is due on Saturday the 27th's working day, «1.1» of the authority has passed.
const app = await startTestApp({ now: '2024-04-24T02:30:00Z' })
const everybody = ['administrator', 'coordinator', 'head', 'curator', 'observer', 'methodist'] as const
const ofSchools = ['director', 'deputy', 'neighbour', 'stranger', 'chief', 'teacher'] as const

const letters = (where = 'true') => askHouse<Letter>(app.opora, `select * from mail where ${where} order by created_at`)
const look = () =>
  turn(app.opora.perform, ORIGIN, (error) => {
    throw error
  })
const letterOf = async (visitor: Exclude<Visitor, 'nobody'>) =>
  (await letters(`person_id = '${app.district.people[visitor]}' and kind = 'digest'`)).map(({ body }) => body)

beforeAll(async () => {
  await planYear(app)
  for (const visitor of [...everybody, ...ofSchools]) await giveAddress(app, visitor, `${visitor}@example.test`)
})

describe('the letter of the day', () => {
  test('is not written before eight in the morning there', async () => {
    await look()
    expect(await letters()).toEqual([])
  })

  test('is written at eight, one for each person who has something to do, and lies in the outbox', async () => {
    app.clock.moveTo(new Date('2024-04-24T03:00:30Z'))
    await look()
    const written = await letters()
    const readers = written.map(({ person_id }) => nameOf(person_id)).sort()
    expect(readers).toEqual(['coordinator', 'curator', 'deputy', 'director', 'neighbour'])
    expect(written.every(({ period }) => period === '2024-04-24')).toBe(true)
    await expect.poll(() => letters(`status <> 'sent'`)).toEqual([])
    const files = await readdir(join(app.folder, 'outbox'))
    expect(files.sort()).toEqual(written.map(({ id }) => `${id}.eml`).sort())
  })

  test('says what to do and by when, with an address to press, and how to end it', async () => {
    const [body] = await letterOf('director')
    expect(body).toContain('На этой неделе')
    expect(body).toMatch(/1\.2 Участие в вебинарах для управленческих команд \(до 27 апреля 2024/)
    expect(body).toContain(`${ORIGIN}/road-map?project=`)
    expect(body).toContain(`${ORIGIN}/letters/end#`)
    const file = (await readdir(join(app.folder, 'outbox')))[0] ?? ''
    const eml = (await readFile(join(app.folder, 'outbox', file), 'utf8')).replace(/\r\n[ \t]+/g, ' ')
    expect(eml).toMatch(/^List-Unsubscribe: <.+>\r$/m)
    expect(eml).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m)
    expect(eml).toMatch(/^Message-ID: <.+@127\.0\.0\.1>\r$/m)
  })

  test('holds nothing that its reader may not see', async () => {
    const names = app.district.schools.map(({ shortName }) => shortName)
    const foreign: Record<string, string[]> = {
      director: names.slice(1),
      deputy: names.slice(1),
      neighbour: names.filter((_, index) => index !== 1),
      coordinator: [app.district.otherSchool.shortName],
      curator: [app.district.otherSchool.shortName],
    }
    for (const [visitor, words] of Object.entries(foreign)) {
      const [body = ''] = await letterOf(visitor as 'director') // keys of the table above
      expect(body.length).toBeGreaterThan(100)
      for (const word of words) expect([visitor, body]).toEqual([visitor, expect.not.stringContaining(word)])
    }
  })

  test('comes once a day, however often the hour is looked at and by how many', async () => {
    const before = (await letters()).length
    await Promise.all([look(), look(), look()])
    app.clock.moveTo(new Date('2024-04-24T10:00:00Z'))
    await look()
    expect(await letters()).toHaveLength(before)
  })

  test('does not come on a day off', async () => {
    const before = (await letters()).length
    app.clock.moveTo(new Date('2024-04-28T04:00:00Z'))
    await look()
    expect(await letters()).toHaveLength(before)
  })
})

describe('a reminder', () => {
  test('stands in the application three working days before, once', async () => {
    const { body } = await app.as('director').call(messagesContract.listMessages, {})
    expect(body.unread).toBe(1)
    expect(body.messages).toMatchObject([{ event: 'deadline-near', number: '1.2', day: '2024-04-27', count: 1 }])
    await app.as('director').call(messagesContract.readMessages, { until: app.clock.now().toISOString() })
    expect((await app.as('director').call(messagesContract.listMessages, {})).body.unread).toBe(0)
  })

  test('comes by a letter at once where somebody chose so, and never where not', async () => {
    app.clock.moveTo(new Date('2024-05-02T03:00:30Z'))
    await choose('director', 'at-once')
    await choose('deputy', 'never')
    await look()
    const today = await letters(`created_at > '2024-05-01'`)
    const kinds = today.map(({ person_id, kind }) => `${nameOf(person_id)} ${kind}`).sort()
    expect(kinds).toContain('director at-once')
    expect(kinds.filter((one) => one.startsWith('deputy'))).toEqual([])
    expect(kinds).toContain('neighbour digest')
  })
})

async function choose(visitor: 'director' | 'deputy', choice: 'at-once' | 'never') {
  const { isServerSet: _, ...letters } = (await app.as(visitor).call(messagesContract.loadLetters, {})).body
  const events = letters.events.map(({ event }) => ({ event, choice }))
  const { status } = await app.as(visitor).call(messagesContract.chooseLetters, { ...letters, events })
  expect(status).toBe(200)
}

describe('the authority’s own days', () => {
  test('are gone by: no letter on a day that it has off, though the country works', async () => {
    const said = { day: '2024-05-13', isWorking: false, reason: 'распоряжение № 4' }
    const organisationId = app.district.authority.id
    await app.as('coordinator').call(calendarContract.addCalendarDay, { organisationId, ...said })
    app.clock.moveTo(new Date('2024-05-13T04:00:00Z'))
    await look()
    const written = await letters(`period = '2024-05-13' and kind = 'digest'`)
    const below = ['coordinator', 'curator', 'deputy', 'director', 'neighbour']
    expect(written.filter(({ person_id }) => below.includes(nameOf(person_id) ?? ''))).toEqual([])
    app.clock.moveTo(new Date('2024-05-14T04:00:00Z'))
    await look()
    expect((await letters(`period = '2024-05-14' and kind = 'digest'`)).length).toBeGreaterThan(0)
  })
})

function nameOf(personId: string): string {
  return Object.entries(app.district.people).find(([, id]) => id === personId)?.[0] ?? personId
}

describe('letters end', () => {
  const end = (token: string, headers: Record<string, string>) =>
    app.opora.api.inject({
      method: 'POST',
      url: `/api/letters/end?token=${token}`,
      headers,
      payload: 'List-Unsubscribe=One-Click',
    })
  const form = { host: '127.0.0.1:8310', 'content-type': 'application/x-www-form-urlencoded' }

  test('by one call of a mail program, which has no session and names no page', async () => {
    const [letter] = await letters(`person_id = '${app.district.people.neighbour}'`)
    const token = /letters\/end#(\S+)/.exec(letter?.body ?? '')?.[1] ?? ''
    expect((await end(token, form)).statusCode).toBe(200)
    expect((await end(token, form)).statusCode).toBe(200)
    const { body } = await app.as('neighbour').call(messagesContract.loadLetters, {})
    expect(new Set(body.events.map(({ choice }) => choice))).toEqual(new Set(['never']))
  })

  test('for nobody else, and not by a token that is not whole', async () => {
    const [letter] = await letters(`person_id = '${app.district.people.neighbour}'`)
    const token = /letters\/end#(\S+)/.exec(letter?.body ?? '')?.[1] ?? ''
    const ofAnother = token.replace(app.district.people.neighbour, app.district.people.director)
    expect((await end(ofAnother, form)).statusCode).toBe(404)
    expect((await end(token.slice(0, -2), form)).statusCode).toBe(404)
    const other = await app.opora.api.inject({ method: 'POST', url: '/api/sessions', headers: form, payload: 'a=b' })
    expect(other.statusCode).toBe(403)
  })
})
