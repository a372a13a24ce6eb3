import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { ORIGIN, startTestApp } from '../../../test/harness/app.ts'
import { askHouse } from '../../../test/harness/ask-house.ts'
import { calendarToken, giveAddress } from '../../../test/harness/message-changes.ts'
import { planYear } from '../../../test/harness/planned-year.ts'
import { accessContract } from '../../features/access/contract.ts'
import { messagesContract } from '../../features/messages/contract.ts'
import { mailContract } from '../../features/messages/mail-contract.ts'
import { calendarContract } from './calendar-contract.ts'
import { turn } from './keep-messages.ts'

type Letter = { id: string; kind: string; subject: string; body: string }

// Wednesday, 24 April 2024, eight in the morning: «1.2» of the schools is due on Saturday.
const app = await startTestApp({ now: '2024-04-24T03:00:30Z' })
const readers = ['director', 'deputy', 'coordinator', 'neighbour'] as const
type Reader = (typeof readers)[number]

const lettersOf = (reader: Reader) =>
  askHouse<Letter>(app.opora, 'select * from mail where person_id = $1 order by created_at, id', [
    app.district.people[reader],
  ])
const choose = (reader: Reader, language: 'ru' | 'en') =>
  app.as(reader).call(accessContract.chooseLanguage, { language })
const languageOf = async (reader: Reader) =>
  (await app.as(reader).call(accessContract.loadMe, {})).body.person?.language

beforeAll(async () => {
  await planYear(app)
  for (const reader of readers) await giveAddress(app, reader, `${reader}@example.test`)
  for (const reader of ['deputy', 'coordinator'] as const) await choose(reader, 'en')
  const { isServerSet: _, ...letters } = (await app.as('deputy').call(messagesContract.loadLetters, {})).body
  const events = letters.events.map((one) => ({
    ...one,
    choice: one.event === 'deadline-near' ? 'at-once' : one.choice,
  }))
  await app.as('deputy').call(messagesContract.chooseLetters, { ...letters, events })
  await turn(app.opora.perform, ORIGIN, (error) => {
    throw error
  })
})

describe('a letter', () => {
  test.each(['deputy', 'coordinator'] as const)(
    'of an English %s has no Russian word that nobody typed',
    async (reader) => {
      const letters = await lettersOf(reader)
      expect(letters.map(({ kind }) => kind)).toContain('digest')
      for (const { subject, body } of letters) expect(await withoutTyped(`${subject}\n${body}`)).not.toMatch(/[а-яё]/i)
      const digest = letters.find(({ kind }) => kind === 'digest')
      expect(digest?.subject).toBe('Opora: what waits for you on 24 April 2024')
      expect(digest?.body).toMatch(/^Hello\.\n\n/)
      expect(digest?.body).toMatch(/This week\n— 1\.2 Участие в вебинарах .+ \(by 27 April 2024/)
      expect(digest?.body).toContain('No more of them: http')
    },
  )

  test('that is written at once speaks her language as well', async () => {
    const atOnce = (await lettersOf('deputy')).find(({ kind }) => kind === 'at-once')
    expect(atOnce?.subject).toMatch(/^Opora: Due soon, 27 April 2024: 1\.2 Участие/)
    expect(atOnce?.body).toContain('Choose which letters you want')
  })

  test('of whoever said nothing is Russian from its first line to its last', async () => {
    const [digest] = await lettersOf('director')
    expect(digest?.subject).toBe('Опора: сводка на 24 апреля 2024')
    const { body = '' } = digest ?? {}
    expect(body.replace(/\S*(http|127\.0)\S*/g, '').match(/[a-z]{2,}/gi)).toBeNull()
    expect(body).toMatch(/^Здравствуйте\.\n\nНа этой неделе\n— 1\.2 Участие .+ \(до 27 апреля 2024/)
  })

  test('comes from a sender of the same language', async () => {
    const from = async (reader: Reader) => {
      const [letter] = await lettersOf(reader)
      const file = join(app.folder, 'outbox', `${letter?.id}.eml`)
      await expect.poll(() => readFile(file, 'utf8').catch(() => '')).not.toBe('')
      return /^From: (.+)\r$/m.exec(await readFile(file, 'utf8'))?.[1]
    }
    expect(await from('deputy')).toBe('Opora <opora@localhost>')
    expect(await from('director')).toMatch(/^=\?UTF-8\?/)
  })

  test('that only tries the mail is in the language of whoever tries it', async () => {
    await giveAddress(app, 'chief', 'chief@example.test')
    await app.as('chief').call(accessContract.chooseLanguage, { language: 'en' })
    await app.as('chief').call(mailContract.testMail, {})
    const [letter] = await askHouse<Letter>(app.opora, `select * from mail where kind = 'test'`)
    expect([letter?.subject, letter?.body]).toEqual([
      'Opora: a test letter',
      'If you read this letter, Opora’s mail is set up.',
    ])
  })
})

test('the calendar of an English reader names its dates in English', async () => {
  const calendar = async (reader: Reader) => {
    const token = await calendarToken(app, reader)
    return (await app.as('nobody').call(calendarContract.readCalendar, { token })).raw.toString()
  }
  expect(await calendar('deputy')).toContain('SUMMARY:Due: 1.2 Участие')
  expect(await calendar('neighbour')).toContain('SUMMARY:Срок: 1.2 Участие')
})

describe('the language of a person', () => {
  test('is Russian until she says otherwise, and then the last one that she said', async () => {
    expect(await languageOf('neighbour')).toBe('ru')
    for (const language of ['en', 'en', 'ru'] as const) {
      expect((await choose('neighbour', language)).status).toBe(200)
      expect(await languageOf('neighbour')).toBe(language)
    }
  })

  test('is nobody else’s to choose: others keep theirs', async () => {
    await choose('neighbour', 'en')
    expect([await languageOf('director'), await languageOf('deputy')]).toEqual(['ru', 'en'])
    expect((await app.as('nobody').call(accessContract.chooseLanguage, { language: 'en' })).status).toBe(401)
  })

  test('does not stand in the way of whoever changes her card meanwhile', async () => {
    const people = async () => (await app.as('coordinator').call(accessContract.listPeople, {})).body.people
    const card = (await people()).find(({ id }) => id === app.district.people.neighbour)
    await choose('neighbour', 'ru')
    const { id = '', rowVersion = 0, name = '' } = card ?? {}
    const changed = { id, rowVersion, name, position: 'директор', disabled: false }
    expect((await app.as('coordinator').call(accessContract.changePerson, changed)).status).toBe(200)
    expect(await languageOf('neighbour')).toBe('ru')
  })
})

/** What people typed is theirs in any language: titles of rows, names of organisations. */
async function withoutTyped(text: string): Promise<string> {
  const titles = await askHouse<{ text: string }>(
    app.opora,
    'select distinct title as text from activity_revision union select short_name from organisation',
  )
  return titles.map((one) => one.text).reduce((rest, typed) => rest.replaceAll(typed, ''), text)
}
