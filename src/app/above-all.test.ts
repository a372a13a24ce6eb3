import { expect, test } from 'vitest'
import { startTestApp } from '../../test/harness/app.ts'
import type { Visitor } from '../../test/harness/district.ts'
import { accessContract } from '../features/access/contract.ts'
import { mailContract } from '../features/messages/mail-contract.ts'
import { administersAll } from '../features/organisations/organisation.ts'
import { upkeepContract } from '../features/upkeep/contract.ts'
import { settleKeeping } from '../features/upkeep/keeping.service.ts'
import { newId } from '../kernel/id.ts'

const app = await startTestApp()
await app.opora.perform({ kind: 'job', name: 'test' }, settleKeeping)

/** What the settings decide by: whether the sections of copies and of mail stand in the row. */
async function isShown(visitor: Visitor): Promise<boolean> {
  const { person } = (await app.as(visitor).call(accessContract.loadMe, {})).body
  if (!person) throw new Error(`${visitor} is not signed in`)
  const { id: personId, name } = person
  const memberships = person.memberships.map((one) => ({ ...one, substitutesFor: null }))
  return administersAll({ kind: 'person', personId, name, sessionId: newId<'session'>(), memberships })
}

test.each([
  ['chief', true],
  ['administrator', false],
  ['coordinator', false],
  ['head', false],
  ['director', false],
] as const)('copies and mail are shown to whoever may open them: %s, %s', async (visitor, may) => {
  expect(await isShown(visitor)).toBe(may)
  for (const endpoint of [upkeepContract.loadBackups, mailContract.loadMail]) {
    expect((await app.as(visitor).call(endpoint, {})).status).toBe(may ? 200 : 403)
  }
})
