import { expect, test } from 'vitest'
import { startTestApp } from '../../../test/harness/app.ts'
import { askHouse } from '../../../test/harness/ask-house.ts'
import { administratorSession } from '../../../test/harness/someone.ts'
import { organisationsContract } from '../organisations/contract.ts'
import { accessContract } from './contract.ts'
import { viewAsContract } from './view-as-contract.ts'

const app = await startTestApp()
const { as, opora, district } = app
const own = (cookie: string) => ({ headers: { cookie: `opora=${cookie}` } })

test('an administrator sees what another person sees, changes nothing, and comes back', async () => {
  const window = own(await administratorSession(app, null))
  const wanted = { personId: district.people.coordinator }
  expect((await as('nobody').call(viewAsContract.viewAs, wanted, window)).status).toBe(200)

  const me = await as('nobody').call(accessContract.loadMe, {}, window)
  expect(me.body.person).toMatchObject({ id: district.people.coordinator, seenBy: 'Заречный administrator' })
  const seen = await as('nobody').call(organisationsContract.listOrganisations, {}, window)
  const hers = await as('coordinator').call(organisationsContract.listOrganisations, {})
  expect(seen.body).toEqual(hers.body)

  const change = { id: district.people.director, rowVersion: 1, name: 'Другая', position: '', disabled: true }
  const refused = await as('nobody').call(accessContract.changePerson, change, window)
  expect([refused.status, refused.refusal.code]).toEqual([403, 'server.looking-only'])
  const second = await as('nobody').call(viewAsContract.viewAs, { personId: district.people.director }, window)
  expect(second.status).toBe(403)

  const read = await as('nobody').call(accessContract.listPeople, {}, window)
  expect(read.status).toBe(200)
  const reads = await askHouse(opora, 'select reader_id from person_read where request_id = $1', [read.requestId])
  expect(reads).toEqual([{ reader_id: district.people.administrator }])

  expect((await as('nobody').call(viewAsContract.comeBack, {}, window)).status).toBe(200)
  const back = await as('nobody').call(accessContract.loadMe, {}, window)
  expect(back.body.person).toMatchObject({ id: district.people.administrator, seenBy: null })
  const traces = await askHouse(
    opora,
    `select action, person_id, subject_id from audit_entry where action ~ '^view-as' order by at, id`,
  )
  const both = { person_id: district.people.administrator, subject_id: district.people.coordinator }
  expect(traces).toEqual([
    { action: 'view-as.started', ...both },
    { action: 'view-as.ended', ...both },
  ])
})

test('nobody looks through the eyes of somebody with a wider scope, of a stranger, or of herself', async () => {
  const look = (personId: typeof district.people.head) => as('administrator').call(viewAsContract.viewAs, { personId })
  for (const visitor of ['methodist', 'stranger'] as const) {
    expect([403, 404]).toContain((await look(district.people[visitor])).status)
  }
  expect((await look(district.people.administrator)).status).toBe(409)
  for (const visitor of ['coordinator', 'head', 'director'] as const) {
    const answer = await as(visitor).call(viewAsContract.viewAs, { personId: district.people.deputy })
    expect(answer.status).toBe(403)
  }
})
