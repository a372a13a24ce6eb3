import { readXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { startTestApp } from '../../../test/harness/app.ts'
import type { Visitor } from '../../../test/harness/district.ts'
import { autumn, NO_WINDOW, periodOf, planYear, rowsOfTheYear, spring } from '../../../test/harness/planned-year.ts'
import { newId } from '../../kernel/id.ts'
import { assignmentsContract as contract } from './contract.ts'
import type { MatrixView } from './matrix-view.ts'
import { submissions } from './tables.ts'

const app = await startTestApp({ now: '2024-05-15T06:00:00Z' })
const { district } = app
const formula = { number: '1.9', title: "=cmd|' /C calc'!A0", period: periodOf({ windows: [spring] }) }
const year = await planYear(app, { rows: [...rowsOfTheYear, formula] })
const programme = { programmeId: year.programmeId }
/** The cell that stands at this row and column of an answer; null where nothing is asked. */
const cellAt = (view: MatrixView, row: number, column: number) => {
  const place = view.rows[row]?.cells[column]
  return place === undefined ? null : (view.kinds[place] ?? null)
}
const matrixAs = async (visitor: Visitor) => app.as(visitor).call(contract.loadMatrix, programme)

describe('the matrix', () => {
  test('has the authority on top and schools by variant, the undefined last', async () => {
    const { body } = await matrixAs('coordinator')
    expect(body.columns.map((one) => one.number)).toEqual(['1.1', '1.2', '2.1', '3.2', '3.3', '1.9'])
    expect(body.rows.map((one) => one.variant)).toEqual([
      null,
      'first-or-repeated',
      'first-or-repeated',
      'first-or-repeated',
      'persistent-or-signs',
      'persistent-or-signs',
      'undefined',
    ])
  })

  test('asks each organisation only what is its own', async () => {
    const { body } = await matrixAs('observer')
    const states = body.rows.map((row) => row.cells.map((place) => body.kinds[place]?.state ?? null))
    expect(states[0]).toEqual(['late', null, null, null, null, null])
    expect(states[1]).toEqual([null, 'window-missed', 'open', null, 'no-date', 'late'])
    expect(states[4]).toEqual([null, 'window-missed', null, 'open', 'no-date', 'late'])
    expect(states[6]).toEqual([null, 'window-missed', null, null, 'no-date', 'late'])
    expect(cellAt(body, 1, 1)).toMatchObject({ missed: spring, accepted: 0, windows: 2, dueOn: '2024-04-27' })
  })

  test('tells each window of a cell, the day by which it is due, and the year that they lie in', async () => {
    const { body } = await matrixAs('coordinator')
    expect(cellAt(body, 1, 1)?.cycles).toEqual([
      { window: spring, dueOn: '2024-04-27', state: 'window-missed' },
      { window: autumn, dueOn: '2024-11-29', state: 'ahead' },
    ])
    expect(cellAt(body, 4, 3)?.cycles).toEqual([{ window: NO_WINDOW, dueOn: null, state: 'open' }])
    expect(body.columns.map((one) => one.period?.kind)).toEqual([
      'windows',
      'windows',
      'ongoing',
      'on_demand',
      undefined,
      'windows',
    ])
    expect(body.boards.map((one) => [one.startsOn, one.endsOn])).toEqual([['2024-01-01', '2024-12-31']])
  })

  test('shows a school its own row, and no word of another', async () => {
    const { body, raw } = await matrixAs('director')
    expect(body.rows.map((one) => one.organisationId)).toEqual([district.schools[0]?.id])
    for (const other of district.schools.slice(1)) {
      expect(raw.toString()).not.toContain(other.id)
      expect(raw.toString()).not.toContain(other.shortName)
    }
  })

  test.each<[Visitor, number]>([
    ['head', 200],
    ['administrator', 200],
    ['curator', 200],
    ['methodist', 200],
    ['teacher', 403],
    ['stranger', 404],
    ['nobody', 401],
  ])('%s gets %i', async (visitor, status) => {
    expect((await matrixAs(visitor)).status).toBe(status)
  })

  test('a wrong id is refused', async () => {
    const { status } = await app.as('coordinator').call(contract.loadMatrix, { programmeId: 'none' })
    expect(status).toBe(400)
  })

  test('costs as many statements for a thousand facts as for ten', async () => {
    const few = (await matrixAs('coordinator')).statements
    const activityId = year.activities['1.2']
    const [organisationId, person] = [district.schools[0]?.id, district.people.director]
    if (!activityId || !organisationId) throw new Error('no such cell')
    await app.opora.perform({ kind: 'operator' }, async ({ db, now }) => {
      const rows = Array.from({ length: 1000 }, (_, index) => ({
        id: newId<'submission'>(),
        activityId,
        organisationId,
        windowStart: spring.start,
        windowEnd: spring.end,
        attempt: index + 1,
        status: 'returned' as const,
        comment: 'Дополните',
        submittedBy: person,
        submittedAt: now,
      }))
      await db.insert(submissions).values(rows)
    })
    const many = await matrixAs('coordinator')
    expect(many.statements).toBe(few)
    expect(many.statements).toBeLessThanOrEqual(12)
    expect(cellAt(many.body, 1, 1)?.state).toBe('returned')
    const today = await app.as('coordinator').call(contract.loadToday, {})
    expect(today.statements).toBeLessThanOrEqual(14)
  })
})

describe('the tables for an office program', () => {
  test('carry the sign and the word, and what looks like a formula is text', async () => {
    const { raw, status } = await app.as('coordinator').call(contract.exportMatrix, programme)
    expect(status).toBe(200)
    const { sheets } = await readXlsx(raw)
    const rows = sheets[0]?.rows ?? []
    expect(sheets[0]?.name).toBe('Дорожная карта')
    expect(rows[1]?.at(-1)).toBe("1.9. =cmd|' /C calc'!A0")
    expect(rows[2]?.[2]).toBe('! просрочено\nдо 29.02.2024')
    const listed = await readXlsx((await app.as('head').call(contract.exportList, programme)).raw)
    const row = listed.sheets[0]?.rows.find((one) => String(one[4]).startsWith('=cmd'))
    expect(row?.[4]).toBe("=cmd|' /C calc'!A0")
    expect([...(listed.sheets[0]?.cells?.values() ?? [])].some((cell) => cell.formula)).toBe(false)
  })

  test('give a school its own rows only', async () => {
    const { raw } = await app.as('director').call(contract.exportList, programme)
    const names = (await readXlsx(raw)).sheets[0]?.rows.slice(2).map((one) => one[0])
    expect(new Set(names)).toEqual(new Set([district.schools[0]?.shortName]))
    expect((await app.as('stranger').call(contract.exportList, programme)).status).toBe(404)
  })
})

test('the institute has a row where the road map asks something of it, and the coordinator writes for it', async () => {
  const other = await startTestApp({ now: '2024-03-15T06:00:00Z' })
  const lectures = { number: '1.4', title: 'Лекции института', period: periodOf({ windows: [spring] }) }
  const parts = { institute: 'executes', school: 'is-informed' } as const
  const planned = await planYear(other, { rows: [{ ...lectures, parts }] })
  const { body } = await other.as('coordinator').call(contract.loadMatrix, { programmeId: planned.programmeId })
  expect(body.rows.map((one) => one.kind).slice(0, 3)).toEqual(['authority', 'institute', 'school'])
  const cell = { activityId: planned.activities['1.4'] ?? '', organisationId: other.district.institute.id }
  const proof = { form: 'words' as const, note: 'Прошли три лекции' }
  const recorded = await other
    .as('coordinator')
    .call(contract.recordProof, { ...cell, window: spring, proof, onBehalf: 'letter' })
  expect(recorded.body.state).toBe('accepted')
  expect((await other.as('director').call(contract.loadCell, cell)).status).toBe(404)
  expect((await other.as('stranger').call(contract.loadCell, cell)).status).toBe(404)
})

describe('a road map that was not sent', () => {
  test('is not seen by its schools', async () => {
    const other = await startTestApp()
    const unsent = await planYear(other, { isSent: false })
    const { body } = await other.as('director').call(contract.loadMatrix, { programmeId: unsent.programmeId })
    expect([body.roadMap, body.columns]).toEqual([null, []])
    const cell = { activityId: unsent.activities['1.2'] ?? '', organisationId: other.district.schools[0]?.id ?? '' }
    expect((await other.as('director').call(contract.loadCell, cell)).status).toBe(404)
    expect((await other.as('coordinator').call(contract.loadCell, cell)).status).toBe(200)
  })
})

test('the year of a region puts activities of the same words into one column, each with its own activity', async () => {
  const other = await startTestApp({ now: '2024-05-15T06:00:00Z' })
  const planned = await planYear(other)
  const { body, statements } = await other.as('methodist').call(contract.loadYear, { year: 2024 })
  const own = await other.as('coordinator').call(contract.loadMatrix, { programmeId: planned.programmeId })
  expect(body.programme).toBeNull()
  expect(body.rows.map((one) => one.cells)).toEqual(own.body.rows.map((one) => one.cells))
  expect(body.boards[0]?.activityIds).toEqual(own.body.boards[0]?.activityIds)
  expect(statements).toBeLessThanOrEqual(8)
  const strange = await other.as('stranger').call(contract.loadYear, { year: 2024 })
  expect([strange.status, strange.body.rows]).toEqual([200, []])
})
