import { expect, test } from 'vitest'
import { startTestApp } from '../../../test/harness/app.ts'
import { askHouse } from '../../../test/harness/ask-house.ts'
import { freshProject } from '../../../test/harness/school-map-changes.ts'
import type { OrganisationId, ProgrammeId } from '../../kernel/id.ts'
import { schoolMapsContract as contract } from './contract.ts'

const app = await startTestApp()
const { as, district } = app
const [school27, school12, village] = district.schools.map(({ id }) => id)
if (!school27 || !school12 || !village) throw new Error('a district of three schools')

/** A project in which the first three schools of the district take part. */
async function ofThree(): Promise<ProgrammeId> {
  const { programmeId } = await freshProject(app)
  await askHouse(
    app.opora,
    `insert into participant (programme_id, organisation_id, variant, joined_at)
     select $1, unnest($2::uuid[]), 'undefined', now()`,
    [programmeId, [school12, village]],
  )
  return programmeId
}

const start = (programmeId: ProgrammeId, organisationIds: OrganisationId[]) =>
  as('coordinator').call(contract.startSchoolMaps, { programmeId, organisationIds, onBehalf: 'letter' })

async function mapsOf(programmeId: ProgrammeId) {
  const { body } = await as('coordinator').call(contract.listSchoolMaps, {})
  return body.maps.filter((one) => one.programmeId === programmeId && one.status !== null)
}

test('all schools without a map begin theirs in one press; what was begun before stays as it is', async () => {
  const programmeId = await ofThree()
  const own = { programmeId, organisationId: school27 }
  const { body: before } = await as('director').call(contract.startSchoolMap, own)
  const { status, body } = await start(programmeId, [school27, school12, village])
  expect([status, new Set(body.started), body.had]).toEqual([200, new Set([school12, village]), [school27]])
  expect((await mapsOf(programmeId)).map((one) => [one.status, one.revision])).toEqual([
    ['draft', 1],
    ['draft', 1],
    ['draft', 1],
  ])
  const { body: after } = await as('director').call(contract.loadSchoolMap, own)
  expect(after.revision).toEqual(before)
  const traces = await askHouse<{ subject_id: string }>(
    app.opora,
    `select e.subject_id from audit_entry e join school_map m on m.id = e.subject_id::uuid
     where e.action = 'school-map.started' and m.programme_id = $1`,
    [programmeId],
  )
  expect(new Set(traces.map((one) => one.subject_id)).size).toBe(3)
})

test('pressed again it begins nothing and says so', async () => {
  const programmeId = await ofThree()
  await start(programmeId, [school12])
  const again = await start(programmeId, [school12])
  expect([again.status, again.refusal.code]).toEqual([409, 'school-map.all-started'])
  expect(await mapsOf(programmeId)).toHaveLength(1)
})

test('two who press at once begin each map once', async () => {
  const programmeId = await ofThree()
  const answers = await Promise.all([
    start(programmeId, [school27, school12, village]),
    start(programmeId, [village, school12, school27]),
  ])
  expect(answers.map((one) => one.status).sort()).toEqual([200, 409])
  expect(await mapsOf(programmeId)).toHaveLength(3)
})

test('for all of them or for nobody: one school that has left, or is of another district, stops it', async () => {
  const programmeId = await ofThree()
  const foreign = await start(programmeId, [school27, district.otherSchool.id])
  expect([foreign.status, foreign.refusal.code]).toEqual([404, 'school-map.missing'])
  await askHouse(app.opora, 'update participant set left_at = now() where programme_id = $1 and organisation_id = $2', [
    programmeId,
    village,
  ])
  const left = await start(programmeId, [school27, village])
  expect([left.status, left.refusal.code]).toEqual([409, 'school-map.left-project'])
  expect(await mapsOf(programmeId)).toEqual([])
})

test('it is the coordinator’s press: she says how the schools told it, a stranger finds nothing, a closed project takes none', async () => {
  const programmeId = await ofThree()
  const input = { programmeId, organisationIds: [school27] }
  const untold = await as('coordinator').call(contract.startSchoolMaps, input)
  expect([untold.status, untold.refusal.code]).toEqual([400, 'school-map.say-how-told'])
  expect((await as('director').call(contract.startSchoolMaps, input)).status).toBe(403)
  expect((await as('stranger').call(contract.startSchoolMaps, { ...input, onBehalf: 'letter' })).status).toBe(404)
  await askHouse(app.opora, 'update programme set closed_at = now() where id = $1', [programmeId])
  expect((await start(programmeId, [school27])).status).toBe(409)
  expect(await mapsOf(programmeId)).toEqual([])
})

test('it takes as many statements for three schools as for one', async () => {
  const [few, many] = [await ofThree(), await ofThree()]
  const one = await start(few, [school27])
  const three = await start(many, [school27, school12, village])
  expect([three.status, three.statements]).toEqual([200, one.statements])
})
