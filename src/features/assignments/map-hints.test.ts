import { expect, test } from 'vitest'
import { startTestApp } from '../../../test/harness/app.ts'
import { freshProject, submittedMap, versionOf } from '../../../test/harness/school-map-changes.ts'
import { schoolMapsContract } from '../school-maps/contract.ts'
import { assignmentsContract } from './contract.ts'

const app = await startTestApp()
const { as, district } = app
const [school] = district.schools

test('«Сегодня» says what waits: to the coordinator what to agree to, to the school what came back', async () => {
  const hints = async (visitor: 'coordinator' | 'director' | 'neighbour') =>
    (await as(visitor).call(assignmentsContract.loadToday, {})).body.hints.filter((one) => one.kind.startsWith('map-'))
  const before = await hints('coordinator')
  const where = await freshProject(app)
  const submitted = await submittedMap(app, where)
  const waiting = (await hints('coordinator')).filter((one) => one.programmeId === where.programmeId)
  expect(waiting).toMatchObject([{ kind: 'map-to-agree', count: 1, organisationId: school?.id }])
  expect(await hints('coordinator')).toHaveLength(before.length + 1)
  await as('coordinator').call(schoolMapsContract.returnSchoolMap, { ...versionOf(submitted), reason: 'уточните срок' })
  const own = (await hints('director')).filter((one) => one.programmeId === where.programmeId)
  expect(own).toMatchObject([{ kind: 'map-to-correct', count: 1 }])
  expect(await hints('neighbour')).toEqual([])
})
