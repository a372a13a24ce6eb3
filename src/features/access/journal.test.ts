import { describe, expect, test } from 'vitest'
import { startTestApp } from '../../../test/harness/app.ts'
import { askHouse } from '../../../test/harness/ask-house.ts'
import { newPerson, school } from '../../../test/harness/someone.ts'
import { newId } from '../../kernel/id.ts'
import { readPaperBytes } from '../../paper/open-paper.ts'
import { accessContract } from './contract.ts'
import { journalContract } from './journal-contract.ts'

const app = await startTestApp()
const { as, opora, district } = app

async function journal(visitor: 'administrator' | 'head', filters: object = {}) {
  return (await as(visitor).call(journalContract.listJournal, filters)).body
}

describe('the journal', () => {
  test('tells who did what to whom, and what was and became', async () => {
    const { body } = await as('coordinator').call(accessContract.addPerson, newPerson(app))
    const card = { id: body.id, rowVersion: 1, name: 'Ольга Заречная', position: 'директор', disabled: false }
    await as('coordinator').call(accessContract.changePerson, card)
    const { entries } = await journal('administrator', { person: body.id })
    expect(entries.map(({ action }) => action)).toEqual(['person.changed', 'membership.given', 'person.added'])
    expect(entries[0]).toMatchObject({ personName: 'Заречный coordinator', subjectName: 'Ольга Заречная' })
    expect(JSON.parse(entries[0]?.after ?? '')).toMatchObject({ position: 'директор' })
    expect(entries[1]?.organisationName).toBe('МБОУ «Берёзовская СОШ»')
  })

  test('is for administrators and heads, each in what is below their own organisation', async () => {
    for (const visitor of ['coordinator', 'director', 'stranger', 'observer'] as const) {
      expect((await as(visitor).call(journalContract.listJournal, {})).status).toBe(403)
    }
    const stranger = {
      name: 'Чужой Лесной',
      position: '',
      role: 'observer' as const,
      organisationId: district.otherAuthority.id,
    }
    const added = await as('stranger').call(accessContract.addPerson, stranger)
    expect(added.status).toBe(200)
    expect(JSON.stringify(await journal('head'))).not.toContain('Лесной')
    expect((await journal('head')).entries.length).toBeGreaterThan(0)
    // Another role of the same person, higher up, opens no journal there.
    await askHouse(
      opora,
      `insert into membership (id, person_id, organisation_id, role) values ($1, $2, $3, 'observer')`,
      [newId(), district.people.head, district.region.id],
    )
    expect(JSON.stringify(await journal('head'))).not.toContain('Лесной')
  })

  test('is read page by page without a gap and without anything twice, while others write', async () => {
    await askHouse(
      opora,
      `insert into audit_entry (id, at, actor_kind, request_id, action, subject_id, organisation_id)
       select gen_random_uuid(), timestamptz '2024-01-10' + (n / 3) * interval '1 minute', 'operator', 'x', 'task.given', n::text, $1
       from generate_series(1, 250) n`,
      [district.authority.id],
    )
    const seen: string[] = []
    let before: string | undefined
    do {
      const page: Awaited<ReturnType<typeof journal>> = await journal('administrator', {
        to: '2024-01-11',
        ...(before && { before }),
      })
      seen.push(...page.entries.map(({ id }) => id))
      before = page.next ?? undefined
      await as('coordinator').call(accessContract.addPerson, newPerson(app))
    } while (before)
    expect([seen.length, new Set(seen).size]).toEqual([250, 250])
  })

  test('finds the newest wherever they lie: all at one place, at many, or at none', async () => {
    const { authority, otherAuthority, schools, people } = district
    const deeds = await askHouse<{ id: string; at: Date }>(
      opora,
      `insert into audit_entry (id, at, actor_kind, request_id, action, subject_id, person_id, organisation_id)
       select gen_random_uuid(), timestamptz '2023-03-01' + n * interval '7 seconds', 'person', 'x', 'task.given',
         case when n % 4 = 1 then $3::text else n::text end, case when n % 4 = 0 then $4::uuid else $5::uuid end,
         case n % 4 when 0 then null when 1 then null when 2 then ($1::uuid[])[1 + n % 3] else ($1::uuid[])[1] end
       from generate_series(1, 900) n
       union all
       select gen_random_uuid(), timestamptz '2023-03-02' + n * interval '1 second', 'person', 'x', 'task.given',
         n::text, $5::uuid, case when n % 2 = 0 then $2::uuid end
       from generate_series(1, 300) n
       returning id, at`,
      [
        [authority.id, ...schools.slice(0, 2).map(({ id }) => id)],
        otherAuthority.id,
        people.director,
        people.coordinator,
        people.stranger,
      ],
    )
    const own = deeds.filter(({ at }) => at.toISOString() < '2023-03-02').sort((one, two) => +two.at - +one.at)
    const seen: string[] = []
    let before: string | undefined
    do {
      const days = { from: '2023-03-01', to: '2023-03-02', ...(before && { before }) }
      const page: Awaited<ReturnType<typeof journal>> = await journal('administrator', days)
      seen.push(...page.entries.map(({ id }) => id))
      before = page.next ?? undefined
    } while (before)
    expect(own).toHaveLength(900)
    expect(seen).toEqual(own.map(({ id }) => id))
  })

  test('is filtered by organisation, kind and local days', async () => {
    const { entries } = await journal('administrator', { kind: 'assignments' })
    expect(new Set(entries.map(({ action }) => action))).toEqual(new Set(['task.given']))
    // 2024-01-10 00:00 UTC is five in the morning of the same day in Yekaterinburg.
    expect((await journal('administrator', { from: '2024-01-10', to: '2024-01-10' })).entries).toHaveLength(100)
    expect((await journal('administrator', { from: '2024-01-08', to: '2024-01-09' })).entries).toEqual([])
    const own = await journal('administrator', { organisation: school(app) })
    expect(new Set(own.entries.map((one) => one.organisationName))).toEqual(new Set(['МБОУ «Берёзовская СОШ»']))
  })

  test('leaves as a table for Excel, every cell a text', async () => {
    const { raw, status } = await as('administrator').call(journalContract.exportJournal, { kind: 'access' })
    expect(status).toBe(200)
    const { blocks } = await readPaperBytes(new Uint8Array(raw))
    const text = JSON.stringify(blocks)
    for (const word of ['Добавлен человек', 'Заречный coordinator', 'имя: Ольга Заречная']) expect(text).toContain(word)
  })
})

describe('who looked at a card', () => {
  test('the report names every reader of the card and of the lists that show it, and nobody else', async () => {
    const id = district.people.director
    await as('coordinator').call(accessContract.listPeople, {})
    await as('stranger').call(accessContract.listPeople, {})
    await as('head').call(journalContract.listPersonReads, { id })
    const { body } = await as('administrator').call(journalContract.listPersonReads, { id })
    const readers = body.reads.map((read) => `${read.readerName} ${read.route} ${read.isList}`)
    expect(readers).toContain('Заречный head journal.listPersonReads false')
    expect(readers).toContain('Заречный coordinator access.listPeople true')
    expect(readers.join()).not.toContain('stranger')
    const foreign = await as('administrator').call(journalContract.listPersonReads, { id: district.people.stranger })
    expect(foreign.status).toBe(404)
  })
})
