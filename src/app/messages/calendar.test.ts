import { beforeAll, describe, expect, test } from 'vitest'
import { ORIGIN, startTestApp } from '../../../test/harness/app.ts'
import { askHouse } from '../../../test/harness/ask-house.ts'
import type { Visitor } from '../../../test/harness/district.ts'
import { calendarToken } from '../../../test/harness/message-changes.ts'
import { type PlannedYear, planYear } from '../../../test/harness/planned-year.ts'
import { assignmentsContract } from '../../features/assignments/contract.ts'
import { feedContract } from '../../features/messages/feed-contract.ts'
import { calendarContract } from './calendar-contract.ts'

const app = await startTestApp({ now: '2024-02-14T06:00:00Z' })
let year: PlannedYear

beforeAll(async () => {
  year = await planYear(app)
  await app.as('coordinator').call(assignmentsContract.giveTask, {
    ...{ text: 'Сообщите число слушателей', dueOn: '2024-02-20', dueTime: '16:00', letter: null },
    organisationIds: [app.district.schools[1]?.id ?? ''],
  })
})

const read = (token: string) => app.as('nobody').call(calendarContract.readCalendar, { token })
const calendarOf = async (visitor: Visitor) => (await read(await calendarToken(app, visitor))).raw.toString()

describe('a calendar by a secret link', () => {
  test('holds the deadlines and beginnings of the school, in lines that every program reads', async () => {
    const raw = await calendarOf('director')
    expect(raw.startsWith('BEGIN:VCALENDAR\r\n') && raw.trimEnd().endsWith('END:VCALENDAR')).toBe(true)
    for (const line of raw.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(raw).not.toContain('TIMEZONE')
    expect(parse(raw).every(({ URL }) => URL?.endsWith(`.${app.district.schools[0]?.id}`))).toBe(true)
    const dates = parse(raw).map(({ SUMMARY, DTSTART }) => [DTSTART, SUMMARY])
    expect(dates).toEqual([
      ['20240201', 'Начало: 1.2 Участие в вебинарах для управленческих команд'],
      ['20240427', 'Срок: 1.2 Участие в вебинарах для управленческих команд'],
      ['20240901', 'Начало: 1.2 Участие в вебинарах для управленческих команд'],
      ['20241129', 'Срок: 1.2 Участие в вебинарах для управленческих команд'],
    ])
  })

  test('an hour of a deadline is that hour on the wall of the organisation', async () => {
    const task = parse(await calendarOf('neighbour')).find(({ SUMMARY }) => SUMMARY?.includes('слушателей'))
    expect([task?.DTSTART, task?.DTEND]).toEqual(['20240220T103000Z', '20240220T110000Z'])
    expect(task?.URL).toBe(`${ORIGIN}/tasks?cell=${task?.UID?.split('.')[0]}.${app.district.schools[1]?.id}`)
  })

  test('holds nothing of others', async () => {
    expect(await calendarOf('director')).not.toContain('слушателей')
    const names = app.district.schools.map(({ shortName }) => shortName)
    for (const visitor of ['director', 'neighbour', 'coordinator', 'stranger'] as const) {
      const text = unfold(await calendarOf(visitor))
      for (const name of names) expect(text).not.toContain(name)
    }
    expect(parse(await calendarOf('stranger'))).toEqual([])
  })

  test('a date that moves keeps its number and grows its sequence', async () => {
    const before = parse(await calendarOf('director')).find(({ DTSTART }) => DTSTART === '20240427')
    const windows = JSON.stringify([
      { start: '2024-02-01', end: '2024-05-20' },
      { start: '2024-09-01', end: '2024-11-30' },
    ])
    await askHouse(
      app.opora,
      `update activity_revision set period = jsonb_set(period, '{windows}', $2::jsonb) where activity_id = $1`,
      [year.activities['1.2'], windows],
    )
    await askHouse(app.opora, 'update road_map_revision set number = 2 where road_map_id = $1', [year.roadMapId])
    const after = parse(await calendarOf('director')).find(({ UID }) => UID === before?.UID)
    expect([before?.SEQUENCE, after?.SEQUENCE, after?.DTSTART]).toEqual(['1', '2', '20240520'])
  })

  test('is closed by a new link, by its end, and with the role of its owner', async () => {
    const first = await calendarToken(app, 'deputy')
    const second = await calendarToken(app, 'deputy')
    expect([(await read(first)).status, (await read(second)).status]).toEqual([404, 200])
    expect((await app.as('deputy').call(feedContract.endFeed, {})).status).toBe(200)
    expect((await read(second)).status).toBe(404)
    const third = await calendarToken(app, 'deputy')
    await askHouse(app.opora, 'update membership set ended_at = now() where person_id = $1', [
      app.district.people.deputy,
    ])
    expect((await read(third)).status).toBe(404)
    expect((await read('нет такой ссылки нигде'.padEnd(43, 'x'))).status).toBe(404)
  })
})

/** Read again by other eyes than those that wrote it: folded lines joined, escapes undone. */
function parse(raw: string): Record<string, string>[] {
  return unfold(raw)
    .split('BEGIN:VEVENT')
    .slice(1)
    .map((event) =>
      Object.fromEntries(
        (event.split('END:VEVENT')[0] ?? '').split('\r\n').flatMap((line) => {
          const [, name, value] = /^([A-Z-]+)[^:]*:(.*)$/.exec(line) ?? []
          return name && value !== undefined ? [[name, value.replace(/\\([,;\\])/g, '$1')]] : []
        }),
      ),
    )
}

function unfold(raw: string): string {
  return raw.replace(/\r\n[ \t]/g, '')
}
