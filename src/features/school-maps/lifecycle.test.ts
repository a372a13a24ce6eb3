import { expect, test } from 'vitest'
import { startTestApp } from '../../../test/harness/app.ts'
import { askHouse } from '../../../test/harness/ask-house.ts'
import { planYear } from '../../../test/harness/planned-year.ts'
import {
  agreedMap,
  approvedMap,
  freshProject,
  fullRow,
  versionOf,
  writtenMap,
} from '../../../test/harness/school-map-changes.ts'
import { schoolMapsContract } from './contract.ts'

const app = await startTestApp()
const { as, district, opora } = app
const year = await planYear(app)
const school = district.schools[0]
if (!school) throw new Error('a district without schools')
const place = { programmeId: year.programmeId, organisationId: school.id }
const {
  loadSchoolMap,
  startSchoolMap,
  addMapRow,
  changeMapRow,
  submitSchoolMap,
  agreeSchoolMap,
  returnSchoolMap,
  approveSchoolMap,
  correctSchoolMap,
  commentSchoolMap,
  resolveMapComment,
  listSchoolMaps,
} = schoolMapsContract

const load = async (visitor: 'director' | 'coordinator' | 'head' | 'observer' = 'director') =>
  (await as(visitor).call(loadSchoolMap, place)).body

test('a school writes, is asked to correct, is agreed with, and its director approves', async () => {
  const before = await load()
  expect(before).toMatchObject({ map: null, revision: null, rows: [], may: { start: true, write: false } })
  expect(before.inherited?.sections.flatMap((one) => one.activities.map((row) => row.number))).toEqual(
    expect.arrayContaining(['1.1', '1.2', '2.1']),
  )
  const { body: begun } = await as('director').call(startSchoolMap, place)
  const { body: row } = await as('deputy').call(addMapRow, { id: begun.id, change: { title: 'Консультации' } })
  const early = await as('director').call(submitSchoolMap, versionOf(begun))
  expect([early.status, early.refusal.code]).toEqual([422, 'school-map.not-ready'])
  expect(early.refusal.message).toContain('чем подтвердить')

  const { body: full } = await as('deputy').call(changeMapRow, { ...versionOf(row), change: fullRow })
  expect(full.period).toMatchObject({ text: 'март–май 2024', kind: 'windows' })
  const { body: submitted } = await as('director').call(submitSchoolMap, versionOf(begun))
  expect(submitted.status).toBe('submitted')
  const late = await as('deputy').call(changeMapRow, { ...versionOf(full), change: { title: 'Поздно' } })
  expect([late.status, late.refusal.code]).toEqual([409, 'school-map.not-open'])

  const comment = { id: begun.id, activityId: row.activityId, words: 'Сколько раз в неделю?' }
  const { body: said } = await as('curator').call(commentSchoolMap, comment)
  const back = { ...versionOf(submitted), reason: 'уточните показатель' }
  expect((await as('director').call(returnSchoolMap, back)).status).toBe(403)
  const { body: returned } = await as('coordinator').call(returnSchoolMap, back)
  expect(await load()).toMatchObject({
    revision: { status: 'returned', returnReason: 'уточните показатель' },
    comments: [{ words: 'Сколько раз в неделю?', author: 'Заречный curator', resolvedAt: null }],
    may: { write: true, submit: true },
  })
  await as('director').call(resolveMapComment, versionOf(said))
  const { body: again } = await as('director').call(submitSchoolMap, versionOf(returned))
  const { body: agreed } = await as('coordinator').call(agreeSchoolMap, versionOf(again))
  const order = { orderNumber: '12-о', orderDate: '2024-02-14' as const }
  expect((await as('deputy').call(approveSchoolMap, { ...versionOf(agreed), ...order })).status).toBe(403)
  const tomorrow = { ...versionOf(agreed), ...order, orderDate: '2024-02-15' as const }
  expect((await as('director').call(approveSchoolMap, tomorrow)).refusal.code).toBe('school-map.order-in-future')
  const { body: approved } = await as('director').call(approveSchoolMap, { ...versionOf(agreed), ...order })
  expect(approved).toMatchObject({ status: 'approved', ...order })
  expect(await load()).toMatchObject({
    revision: { status: 'approved' },
    may: { write: false, correct: true, acknowledge: true },
  })
})

test('a correction copies the approved map; what is in force stays until the next order', async () => {
  const { map, rows } = await load()
  if (!map) throw new Error('it was approved')
  const why = {
    id: map.id,
    rowVersion: map.rowVersion,
    reason: 'итоги собеседования',
    basisKind: 'interview' as const,
    basis: 'протокол № 2',
  }
  const { body: draft } = await as('director').call(correctSchoolMap, why)
  expect(draft).toMatchObject({
    number: 2,
    status: 'draft',
    reason: 'итоги собеседования',
    basisKind: 'interview',
    basis: 'протокол № 2',
  })
  const copy = await load()
  expect(copy.inForce).toMatchObject({ number: 1, status: 'approved' })
  expect(copy.rows.map((row) => row.activityId)).toEqual(rows.map((row) => row.activityId))
  expect(copy.rows[0]?.id).not.toBe(rows[0]?.id)
  expect(copy.former?.map((row) => row.activityId)).toEqual(rows.map((row) => row.activityId))
  expect(copy).toMatchObject({ obstacles: ['nothing-changed'], may: { submit: false } })
  const idle = await as('director').call(submitSchoolMap, versionOf(draft))
  expect([idle.status, idle.refusal.code]).toEqual([422, 'school-map.not-ready'])
  expect(idle.refusal.message).toContain('ничего не изменено')

  const gone = copy.rows[0]
  if (!gone) throw new Error('it has a row')
  await as('director').call(changeMapRow, { ...versionOf(gone), change: { removed: true } })
  const { body: fresh } = await as('director').call(addMapRow, { id: draft.id, change: fullRow })
  const { body: submitted } = await as('director').call(submitSchoolMap, versionOf(draft))
  const { body: agreed } = await as('coordinator').call(agreeSchoolMap, versionOf(submitted))
  const order = { orderNumber: '20-о', orderDate: '2024-02-14' as const }
  const early = { ...versionOf(agreed), ...order, orderDate: '2024-02-13' as const }
  const refused = await as('director').call(approveSchoolMap, early)
  expect([refused.status, refused.refusal.code]).toEqual([422, 'school-map.order-too-early'])
  expect(refused.refusal.message).toContain('14.02.2024')
  await as('director').call(approveSchoolMap, { ...versionOf(agreed), ...order })
  const read = (await load('coordinator')).former
  expect(read).toBeNull()
  expect((await load()).rows.map((row) => row.activityId)).toEqual([fresh.activityId])
  const statuses = await askHouse<{ status: string }>(
    opora,
    `select v.status from school_map_revision v where v.school_map_id = $1 order by v.number`,
    [map.id],
  )
  expect(statuses.map((one) => one.status)).toEqual(['superseded', 'approved'])
})

test('an opened correction is given up, once, and the map in force goes on; the next one is begun from it', async () => {
  const before = await load()
  if (!before.map) throw new Error('it was approved')
  const why = {
    id: before.map.id,
    rowVersion: before.map.rowVersion,
    reason: 'передумали',
    basisKind: 'other' as const,
    basis: '',
  }
  const { body: draft } = await as('director').call(correctSchoolMap, why)
  await as('director').call(addMapRow, { id: draft.id, change: fullRow })
  expect((await load()).may.abandon).toBe(true)
  const abandon = schoolMapsContract.abandonMapCorrection
  expect((await as('neighbour').call(abandon, versionOf(draft))).status).toBe(404)
  const stale = await as('director').call(abandon, { id: draft.id, rowVersion: draft.rowVersion + 1 })
  expect(stale.status).toBe(412)
  const { body: gone } = await as('director').call(abandon, versionOf(draft))
  expect(gone.status).toBe('abandoned')
  const after = await load()
  expect(after).toMatchObject({ revision: before.revision, rows: before.rows, may: { correct: true, abandon: false } })
  const twice = await as('director').call(abandon, versionOf(gone))
  expect([twice.status, twice.refusal.code]).toEqual([409, 'school-map.nothing-to-abandon'])
  const list = await as('director').call(listSchoolMaps, {})
  expect(list.body.maps.find((one) => one.programmeId === place.programmeId)?.status).toBe('approved')
  const again = { ...why, rowVersion: after.map?.rowVersion ?? 0 }
  expect((await as('director').call(correctSchoolMap, again)).body).toMatchObject({ number: 4, status: 'draft' })
})

test('what was never approved is not given up', async () => {
  const { map } = await writtenMap(app)
  const refused = await as('director').call(schoolMapsContract.abandonMapCorrection, versionOf(map))
  expect(refused.refusal.code).toBe('school-map.nothing-to-abandon')
})

test('neither neighbours nor strangers know of it, and whoever only watches changes nothing', async () => {
  const { map, row } = await writtenMap(app)
  for (const visitor of ['neighbour', 'stranger'] as const) {
    expect((await as(visitor).call(loadSchoolMap, place)).status).toBe(404)
    const change = { ...versionOf(row), change: { title: 'Чужое' } }
    expect((await as(visitor).call(changeMapRow, change)).status).toBe(404)
    const { body } = await as(visitor).call(listSchoolMaps, {})
    expect(JSON.stringify(body)).not.toContain(school.shortName)
  }
  const step = versionOf(map)
  expect((await as('observer').call(submitSchoolMap, step)).status).toBe(403)
  expect((await load('observer')).may).toMatchObject({ write: false, agree: false, comment: false })
})

test('an order from long before the project approves no map of it', async () => {
  const agreed = versionOf(await agreedMap(app))
  const order = { ...agreed, orderNumber: '12-о' }
  const refused = await as('director').call(approveSchoolMap, { ...order, orderDate: '2022-12-31' })
  expect([refused.status, refused.refusal.code]).toEqual([422, 'school-map.order-before-project'])
  expect((await as('director').call(approveSchoolMap, { ...order, orderDate: '2023-12-28' })).status).toBe(200)
})

test('the coordinator writes for a school only with how it told her, and is shown as such', async () => {
  const where = await freshProject(app)
  const silent = await as('coordinator').call(startSchoolMap, where)
  expect(silent.refusal.code).toBe('school-map.say-how-told')
  const { body: map } = await as('coordinator').call(startSchoolMap, { ...where, onBehalf: 'call' })
  await as('coordinator').call(addMapRow, { id: map.id, change: { title: 'Пробный экзамен' }, onBehalf: 'letter' })
  const { body } = await as('director').call(loadSchoolMap, where)
  expect(body).toMatchObject({ revision: { onBehalf: 'call' }, rows: [{ onBehalf: 'letter' }] })
})

test('of two editors of one row the second is shown what stands, and nothing is lost', async () => {
  const { row } = await writtenMap(app)
  const first = await as('director').call(changeMapRow, { ...versionOf(row), change: { title: 'Первый' } })
  const second = await as('deputy').call(changeMapRow, { ...versionOf(row), change: { indicator: 'Второй' } })
  expect(second.status).toBe(412)
  expect(second.refusal.current).toEqual(first.body)
})

test('two editors of different rows do not meet', async () => {
  const { map, row } = await writtenMap(app)
  const { body: other } = await as('director').call(addMapRow, { id: map.id, change: { title: 'Другая' } })
  const both = await Promise.all([
    as('director').call(changeMapRow, { ...versionOf(row), change: { title: 'Один' } }),
    as('deputy').call(changeMapRow, { ...versionOf(other), change: { title: 'Два' } }),
  ])
  expect(both.map((one) => one.status)).toEqual([200, 200])
})

test('the database itself keeps one open and one approved revision of a map', async () => {
  const where = await freshProject(app)
  const approved = await approvedMap(app, where)
  const again = (status: string) =>
    askHouse(
      opora,
      `insert into school_map_revision (id, school_map_id, number, status, created_at, order_number, order_date)
       select gen_random_uuid(), v.school_map_id, n, $2, now(), '1', '2024-01-01'
       from school_map_revision v, generate_series(7, 8) n where v.id = $1`,
      [approved.id, status],
    )
  await expect(again('draft')).rejects.toThrow('server.already-exists')
  await expect(again('approved')).rejects.toThrow('server.already-exists')
})
