import { expect, test } from 'vitest'
import { startTestApp } from '../../../test/harness/app.ts'
import { askedMap, takeOut } from '../../../test/harness/school-map-changes.ts'
import { roadMapsContract } from '../road-maps/contract.ts'
import { schoolMapsContract } from './contract.ts'

const app = await startTestApp()
const { as } = app
const { answerForRow, listSchoolMaps, loadSchoolMap } = schoolMapsContract

/** A school's line in the list of maps. */
async function listed(place: { programmeId: string; organisationId: string }) {
  const { body } = await as('coordinator').call(listSchoolMaps, {})
  const isThere = (one: (typeof body.maps)[number]) =>
    one.programmeId === place.programmeId && one.organisationId === place.organisationId
  return body.maps.find(isThere)
}

test('what the authority takes out is said to the school, whose own row stays until it answers', async () => {
  const { id, activityId, place, supported, year } = await askedMap(app)
  const { body } = await as('director').call(loadSchoolMap, place)
  expect(body.changes).toMatchObject([{ kind: 'removed', number: '1.2', activityId: supported }])
  expect(body.questions).toMatchObject([{ kind: 'removed', activityId, number: '1.2' }])
  expect(body.rows.map((row) => [row.activityId, row.supportsActivityId])).toEqual([[activityId, supported]])

  expect(await listed(place)).toMatchObject({ asked: 1, isUnread: true })
  const keep = { id, activityId, answer: 'keep' as const }
  expect((await as('neighbour').call(answerForRow, keep)).status).toBe(404)
  expect((await as('observer').call(answerForRow, keep)).status).toBe(403)
  const kept = await as('director').call(answerForRow, keep)
  expect(kept.body).toMatchObject({ questions: [], revision: { status: 'approved', number: 1 } })
  expect(kept.body.rows.map((row) => row.activityId)).toEqual([activityId])
  const said = { id: year.roadMapId, organisationId: place.organisationId }
  expect((await as('director').call(roadMapsContract.acknowledge, said)).status).toBe(200)
  expect(await listed(place)).toMatchObject({ asked: 0, isUnread: false })
  expect((await as('director').call(answerForRow, keep)).refusal.code).toBe('school-map.nothing-asked')

  await takeOut(app, year.roadMapId, year.activities['2.1'] ?? null)
  const { body: later } = await as('director').call(loadSchoolMap, place)
  expect(later.questions).toMatchObject([{ kind: 'removed', activityId }])
})

test('«снять» begins a correction in which the row is marked; what is in force stays whole', async () => {
  const { id, activityId, place } = await askedMap(app)
  const silent = await as('coordinator').call(answerForRow, { id, activityId, answer: 'remove' })
  expect(silent.refusal.code).toBe('school-map.say-how-told')
  const { body } = await as('coordinator').call(answerForRow, { id, activityId, answer: 'remove', onBehalf: 'call' })
  expect(body.revision).toMatchObject({ status: 'draft', number: 2 })
  expect(body.revision?.reason).toContain('1.2')
  expect(body.inForce).toMatchObject({ status: 'approved', number: 1 })
  expect(body.rows).toMatchObject([{ activityId, removed: true }])
  const { body: again } = await as('director').call(loadSchoolMap, place)
  expect(again.questions).toEqual([])
})
