import { expect, test } from 'vitest'
import { startTestApp } from '../../../test/harness/app.ts'
import { planYear, spring } from '../../../test/harness/planned-year.ts'
import { day } from '../../kernel/day.ts'
import { giveRole } from '../access/people.service.ts'
import { filesContract } from '../files/contract.ts'
import { organisationsContract } from '../organisations/contract.ts'
import { assignmentsContract as contract } from './contract.ts'

const app = await startTestApp({ now: '2024-03-15T06:00:00Z' })
const { as, district, opora } = app
const year = await planYear(app)

test('who owns the road map accepts what a school handed in before it moved to another authority', async () => {
  const [school] = district.schools
  const activityId = year.activities['1.2']
  if (!school || !activityId) throw new Error('no plan')
  const cell = { activityId, organisationId: school.id }
  const given = { ...cell, window: spring }
  const event = { form: 'outside-event' as const, heldOn: day(2024, 3, 12), tookPart: 'Директор' }
  await as('director').call(contract.recordProof, { ...given, proof: event })
  const paper = { ...cell, windowStart: spring.start, windowEnd: spring.end, form: 'file' as const, name: 'Список.txt' }
  const kept = await as('director').call(contract.recordProofFile, paper, { upload: Buffer.from('Директор, завуч') })
  expect(kept.status).toBe(200)
  await as('director').call(contract.submit, given)

  await opora.perform({ kind: 'operator' }, (work) =>
    giveRole(work, district.people.observer, 'administrator', district.region.id),
  )
  const { rowVersion } = school
  const move = { id: school.id, rowVersion, parentId: district.otherAuthority.id, validFrom: '2024-03-14' as const }
  const moved = await as('observer').call(organisationsContract.moveOrganisation, { ...move, basis: 'закон № 12' })
  expect(moved.status).toBe(200)

  const ofOld = await as('coordinator').call(contract.loadCell, cell)
  const waiting = ofOld.body.windows[0]?.attempts[0]
  const file = ofOld.body.windows[0]?.proofs.find((one) => one.file)?.file
  if (!waiting || !file) throw new Error('nothing waits')
  expect(ofOld.body.windows[0]?.may).toMatchObject({ accept: true, return: true })
  expect((await as('coordinator').call(filesContract.openFile, { id: file.id })).status).toBe(200)

  const decision = { id: waiting.id, rowVersion: waiting.rowVersion }
  const ofNew = await as('stranger').call(contract.loadCell, cell)
  expect(ofNew.body.windows[0]?.may).toMatchObject({ record: false, accept: false, return: false })
  expect((await as('stranger').call(contract.accept, decision)).status).toBe(403)
  expect((await as('neighbour').call(contract.loadCell, cell)).status).toBe(404)

  expect((await as('coordinator').call(contract.accept, decision)).body.state).not.toBe('waiting')
  expect((await as('director').call(contract.loadCell, cell)).body.windows[0]?.state).toBe('accepted')
  const own = await as('director').call(contract.loadMatrix, { programmeId: year.programmeId })
  expect(own.body.rows.map((row) => row.organisationId)).toEqual([school.id])
})
