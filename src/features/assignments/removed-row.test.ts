import { readXlsx } from 'hucre/xlsx'
import { beforeAll, describe, expect, test } from 'vitest'
import { startTestApp } from '../../../test/harness/app.ts'
import type { Visitor } from '../../../test/harness/district.ts'
import { type PlannedYear, planYear, spring } from '../../../test/harness/planned-year.ts'
import { day } from '../../kernel/day.ts'
import type { OrganisationId } from '../../kernel/id.ts'
import { correctionsContract } from '../corrections/contract.ts'
import { assignmentsContract as contract } from './contract.ts'

const app = await startTestApp({ now: '2024-05-15T06:00:00Z' })
const event = { form: 'outside-event' as const, heldOn: day(2024, 3, 12), tookPart: 'Директор и два учителя' }
let year: PlannedYear

/** Row 1.2 has a proof of the first school and an accepted window of the second; 3.2 has nothing. Both are left out. */
beforeAll(async () => {
  year = await planYear(app)
  await app.as('director').call(contract.recordProof, { ...webinars(0), window: spring, proof: event })
  const told = { window: spring, proof: event, onBehalf: 'letter' as const }
  await app.as('coordinator').call(contract.recordProof, { ...webinars(1), ...told })
  await leaveOut(['1.2', '3.2'])
})

function idOf(number: string) {
  const id = year.activities[number]
  if (!id) throw new Error(number)
  return id
}

function webinars(school: number): { activityId: ReturnType<typeof idOf>; organisationId: OrganisationId } {
  const found = app.district.schools[school]
  if (!found) throw new Error('no such school')
  return { activityId: idOf('1.2'), organisationId: found.id }
}

async function leaveOut(numbers: string[]) {
  const coordinator = app.as('coordinator')
  const head = { reason: 'Повторяют друг друга', basisKind: 'interview', basis: 'протокол № 3' } as const
  const { roadMapId } = year
  const { id } = (await coordinator.call(correctionsContract.startCorrection, { roadMapId, ...head })).body
  for (const number of numbers) {
    await coordinator.call(correctionsContract.removeRow, { id, activityId: idOf(number), rowVersion: 1 })
  }
  const order = { orderNumber: '45', orderDate: '2024-05-14' }
  const { rowVersion } = (await coordinator.call(correctionsContract.loadCorrection, { id })).body
  const { status } = await coordinator.call(correctionsContract.approveCorrection, { id, rowVersion, ...order })
  expect(status).toBe(200)
}

const matrixAs = async (visitor: Visitor) =>
  (await app.as(visitor).call(contract.loadMatrix, { programmeId: year.programmeId })).body

describe('a row that a later revision left out', () => {
  test('keeps its column at the end of its section while something was done there; without that it is gone', async () => {
    const { columns } = await matrixAs('coordinator')
    expect(columns.map((one) => [one.number, one.removedBy])).toEqual([
      ['1.1', null],
      ['1.2', 2],
      ['2.1', null],
      ['3.3', null],
    ])
  })

  test('has a cell only where something was done, and nothing there is late', async () => {
    const { rows, kinds } = await matrixAs('coordinator')
    const cells = rows.map((row) => kinds[row.cells[1] ?? -1] ?? null)
    const done = cells.filter((one) => one !== null)
    expect(done.map((one) => [one.state, one.isRemoved, one.isOverdue, one.missed])).toEqual(
      expect.arrayContaining([
        ['not-applicable', true, false, null],
        ['accepted', true, false, null],
      ]),
    )
    expect(done).toHaveLength(2)
  })

  test('is seen by the school that did something; where nothing was done there is no cell', async () => {
    const own = await matrixAs('director')
    expect(own.columns.map((one) => one.number)).toContain('1.2')
    const { body } = await app.as('director').call(contract.loadCell, webinars(0))
    expect([body.removedBy, body.state, body.windows[0]?.proofs.length]).toEqual([2, 'not-applicable', 1])
    expect(body.windows.map((one) => [one.window, one.state, one.missing])).toEqual([[spring, 'not-applicable', []]])
    expect(body.windows.map(({ may }) => Object.values(may))).toEqual(body.windows.map(() => Array(5).fill(false)))
    const undone = await app.as('coordinator').call(contract.loadCell, webinars(2))
    expect([undone.status, undone.refusal.code]).toEqual([404, 'assignment.nothing-asked'])
  })

  test.each<[Visitor, null | 'letter']>([
    ['director', null],
    ['coordinator', 'letter'],
  ])('takes nothing more from the %s', async (visitor, onBehalf) => {
    const more = { ...webinars(0), window: spring, proof: event, onBehalf }
    const { status, refusal } = await app.as(visitor).call(contract.recordProof, more)
    expect([status, refusal.code]).toEqual([409, 'assignment.nothing-asked'])
  })

  test('waits on nobody’s «Сегодня», and cannot be taken off control', async () => {
    const { raw } = await app.as('coordinator').call(contract.loadToday, {})
    expect(raw.toString()).not.toContain(idOf('1.2'))
    const { organisationId, activityId } = webinars(1)
    const released = await app
      .as('coordinator')
      .call(contract.releaseFromControl, { activityId, organisationIds: [organisationId], resolution: 'Выполнено' })
    expect(released.status).not.toBe(200)
  })

  test('is marked in both tables that leave the product', async () => {
    const programme = { programmeId: year.programmeId }
    for (const endpoint of [contract.exportMatrix, contract.exportList]) {
      const { raw } = await app.as('coordinator').call(endpoint, programme)
      const { sheets } = await readXlsx(raw)
      expect(JSON.stringify(sheets[0]?.rows)).toContain('исключено редакцией 2')
    }
  })
})
