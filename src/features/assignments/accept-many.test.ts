import { describe, expect, test } from 'vitest'
import { startTestApp } from '../../../test/harness/app.ts'
import { planYear, spring } from '../../../test/harness/planned-year.ts'
import { assignmentsContract as contract } from './contract.ts'

const app = await startTestApp({ now: '2024-03-15T06:00:00Z' })
const { district } = app
const year = await planYear(app)
const activityId = year.activities['1.2'] ?? ''
const cellOf = (place: number) => ({ activityId, organisationId: district.schools[place]?.id ?? '' })
const seenAt = '2024-03-15T08:00:00.000Z'

async function handIn(visitor: 'director' | 'neighbour', place: number) {
  const cell = cellOf(place)
  const proof = { form: 'words' as const, note: 'Провели вебинар' }
  await app.as(visitor).call(contract.recordProof, { ...cell, window: spring, proof })
  const { status } = await app.as(visitor).call(contract.submit, { ...cell, window: spring })
  expect(status).toBe(200)
}

describe('«Принять» over many cells', () => {
  test('accepts what waits and names what does not', async () => {
    await handIn('director', 0)
    await handIn('neighbour', 1)
    const cells = [cellOf(0), cellOf(1), cellOf(2)]
    const { status, body } = await app.as('coordinator').call(contract.acceptMany, { cells, seenAt })
    expect(status).toBe(200)
    expect(body.accepted).toEqual([cellOf(0), cellOf(1)])
    expect(body.left).toEqual([{ ...cellOf(2), reason: 'nothing-waits' }])
    const cell = await app.as('director').call(contract.loadCell, cellOf(0))
    expect(cell.body.windows[0]?.attempts.at(-1)?.status).toBe('accepted')
  })

  test('twice is harmless: nothing is left to accept', async () => {
    const { status } = await app.as('coordinator').call(contract.acceptMany, { cells: [cellOf(0)], seenAt })
    expect(status).toBe(409)
  })

  test('what was handed in after she looked waits for her eyes', async () => {
    const cell = { activityId: year.activities['2.1'] ?? '', organisationId: district.schools[0]?.id ?? '' }
    const { body } = await app.as('director').call(contract.loadCell, cell)
    const window = body.windows[0]?.window ?? spring
    const proof = { form: 'words' as const, note: 'Сделано' }
    await app.as('director').call(contract.recordProof, { ...cell, window, proof })
    await app.as('director').call(contract.submit, { ...cell, window })
    const early = { cells: [cell], seenAt: '2024-03-15T05:59:59.000Z' }
    expect((await app.as('coordinator').call(contract.acceptMany, early)).status).toBe(409)
    expect((await app.as('coordinator').call(contract.acceptMany, { cells: [cell], seenAt })).status).toBe(200)
  })

  test('a school, a head and a stranger accept nothing', async () => {
    const cells = [cellOf(0)]
    expect((await app.as('director').call(contract.acceptMany, { cells, seenAt })).status).toBe(403)
    expect((await app.as('head').call(contract.acceptMany, { cells, seenAt })).status).toBe(403)
    expect((await app.as('stranger').call(contract.acceptMany, { cells, seenAt })).status).toBe(409)
    const many = Array.from({ length: 201 }, () => cellOf(0))
    expect((await app.as('coordinator').call(contract.acceptMany, { cells: many, seenAt })).status).toBe(400)
  })
})
