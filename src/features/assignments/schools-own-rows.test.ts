import { expect, test } from 'vitest'
import { startTestApp } from '../../../test/harness/app.ts'
import { askHouse } from '../../../test/harness/ask-house.ts'
import type { Visitor } from '../../../test/harness/district.ts'
import { approvedMap, freshProject, fullRow, versionOf, writtenMap } from '../../../test/harness/school-map-changes.ts'
import { day } from '../../kernel/day.ts'
import type { ActivityId, OrganisationId, ProgrammeId } from '../../kernel/id.ts'
import { schoolMapsContract as maps } from '../school-maps/contract.ts'
import { assignmentsContract } from './contract.ts'

const app = await startTestApp({ now: '2024-05-28T06:00:00Z' })
const { as } = app
const { countSchoolsOwnRows, listSchoolsOwnRows, recordProof, submit, askDeadlineMove } = assignmentsContract

type Of = { programmeId: ProgrammeId; organisationId: OrganisationId }

async function inForce(): Promise<Of & { activityId: ActivityId }> {
  const place = await freshProject(app)
  await approvedMap(app, place)
  const { body } = await as('director').call(maps.loadSchoolMap, place)
  const [row] = body.rows
  if (!row) throw new Error('a map without rows')
  return { ...place, activityId: row.activityId }
}

const listAs = async (visitor: Visitor, { programmeId }: Pick<Of, 'programmeId'>, more = {}) =>
  as(visitor).call(listSchoolsOwnRows, { programmeId, year: 2024, ...more })

const countAs = async (visitor: Visitor, { programmeId }: Pick<Of, 'programmeId'>) =>
  (await as(visitor).call(countSchoolsOwnRows, { programmeId, year: 2024 })).body

/** Closed as the database sees it. */
const close = ({ programmeId }: Pick<Of, 'programmeId'>) =>
  askHouse(app.opora, 'update programme set closed_at = now() where id = $1', [programmeId])

test('the authority sees what a school has set itself, by when, who does it and where it stands', async () => {
  const place = await inForce()
  expect(await countAs('coordinator', place)).toEqual({ schools: 1, rows: 1 })
  const { body } = await listAs('coordinator', place)
  expect(body).toMatchObject({
    schools: [
      {
        ...{ programmeId: place.programmeId, organisationId: place.organisationId },
        rows: [
          {
            ...{ activityId: place.activityId, number: 'Ш.1', title: fullRow.title, periodText: 'март–май 2024' },
            ...{ responsible: fullRow.responsible, cell: { state: 'due-soon', dueOn: '2024-05-31' } },
          },
        ],
      },
    ],
    states: [{ state: 'due-soon', count: 1 }],
    shown: { schools: 1, rows: 1 },
    total: { rows: 1 },
  })
})

test('its state follows what the school does', async () => {
  const place = await inForce()
  const { activityId, organisationId } = place
  const window = { start: '2024-03-01', end: '2024-05-31' }
  const cell = { activityId, organisationId, window }
  await as('director').call(askDeadlineMove, { ...cell, until: '2024-06-14', reason: 'кабинет на ремонте' })
  expect((await listAs('head', place, { timing: 'asked' })).body.shown.rows).toBe(1)
  expect((await listAs('head', place, { timing: 'overdue' })).body.shown.rows).toBe(0)
  await as('director').call(recordProof, { ...cell, proof: { form: 'words', note: 'Прошло восемь занятий' } })
  await as('director').call(submit, cell)
  const { body } = await listAs('observer', place, { state: 'waiting' })
  expect(body.schools[0]?.rows[0]?.cell).toMatchObject({ state: 'waiting', waiting: 1, isMoveAsked: false })
  expect((await listAs('observer', place, { state: 'late' })).body).toMatchObject({ schools: [], total: { rows: 1 } })
})

test('what is still being written, and what was taken out of the map, is not shown', async () => {
  const writing = await freshProject(app)
  await writtenMap(app, writing)
  expect(await countAs('coordinator', writing)).toEqual({ schools: 0, rows: 0 })
  expect((await listAs('coordinator', writing)).body).toMatchObject({ schools: [], total: { rows: 0 } })

  const place = await inForce()
  const { programmeId, organisationId } = place
  const { body } = await as('director').call(maps.loadSchoolMap, { programmeId, organisationId })
  if (!body.map) throw new Error('it was approved')
  const why = { reason: 'итоги собеседования', basisKind: 'interview' as const, basis: '' }
  const { body: correction } = await as('director').call(maps.correctSchoolMap, { ...versionOf(body.map), ...why })
  const { body: changed } = await as('director').call(maps.loadSchoolMap, { programmeId, organisationId })
  const [row] = changed.rows
  if (!row) throw new Error('it has a row')
  await as('director').call(maps.changeMapRow, { ...versionOf(row), change: { removed: true } })
  await as('director').call(maps.addMapRow, { id: correction.id, change: { ...fullRow, title: 'Летняя школа' } })
  // The map in force goes on as it was.
  expect((await listAs('coordinator', place)).body.schools[0]?.rows).toMatchObject([{ title: fullRow.title }])
  const { body: submitted } = await as('director').call(maps.submitSchoolMap, versionOf(correction))
  const { body: agreed } = await as('coordinator').call(maps.agreeSchoolMap, versionOf(submitted))
  const order = { orderNumber: '15-о', orderDate: day(2024, 5, 20) }
  await as('director').call(maps.approveSchoolMap, { ...versionOf(agreed), ...order })
  expect((await listAs('coordinator', place)).body.schools[0]?.rows).toMatchObject([
    { number: 'Ш.1', title: 'Летняя школа' },
  ])
})

test('a school sees only its own rows, another district none', async () => {
  const place = await inForce()
  expect((await listAs('director', place)).body.shown).toEqual({ schools: 1, rows: 1 })
  for (const visitor of ['neighbour', 'stranger'] as const) {
    expect((await listAs(visitor, place)).status).toBe(404)
    expect(await countAs(visitor, place)).toEqual({ schools: 0, rows: 0 })
    const { body } = await as(visitor).call(listSchoolsOwnRows, { year: 2024 })
    expect([visitor, body.schools]).toEqual([visitor, []])
  }
})

test('of a whole year it tells whose project asks, and another variant has none of it', async () => {
  const place = await inForce()
  const { body } = await as('coordinator').call(listSchoolsOwnRows, { year: 2024 })
  const found = body.schools.find((one) => one.programmeId === place.programmeId)
  expect(found?.authorityName).toBe(app.district.authority.shortName)
  expect((await as('coordinator').call(listSchoolsOwnRows, { year: 2023 })).body.schools).toEqual([])
  expect((await listAs('coordinator', place, { variant: 'first-or-repeated' })).body.total.rows).toBe(0)
  expect((await listAs('coordinator', place, { variant: 'undefined' })).body.total.rows).toBe(1)
})

test('of a closed project it is read as it was; a school that has left is not in it', async () => {
  const place = await inForce()
  await close(place)
  expect((await listAs('coordinator', place)).body.shown).toEqual({ schools: 1, rows: 1 })

  const left = await inForce()
  await askHouse(app.opora, 'update participant set left_at = now() where programme_id = $1', [left.programmeId])
  expect(await countAs('coordinator', left)).toEqual({ schools: 0, rows: 0 })
  expect((await listAs('coordinator', left)).body.schools).toEqual([])
})

test('what lies beyond the last page is empty, not refused', async () => {
  const place = await inForce()
  const { status, body } = await listAs('coordinator', place, { page: 7 })
  expect([status, body.schools, body.shown]).toEqual([200, [], { schools: 1, rows: 1 }])
})
