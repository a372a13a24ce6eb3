import { expect, test } from 'vitest'
import { mailContract } from '../src/features/messages/mail-contract.ts'
import { startTestApp } from './harness/app.ts'
import { startMailServer } from './harness/mail-server.ts'
import { giveAddress } from './harness/message-changes.ts'
import { planYear } from './harness/planned-year.ts'
import { digestKills } from './soak/digest-kills.ts'

const rounds = Number(process.env.OPORA_DIGEST_KILLS ?? 2)
const seed = Number(process.env.OPORA_SEED ?? 3)

const app = await startTestApp({ now: '2024-05-02T02:30:00Z' })

test('the worker of letters is killed at any step: nobody gets a letter twice or two a day, and nothing is lost', {
  timeout: 60_000 * Math.max(2, rounds),
}, async () => {
  await planYear(app)
  for (const visitor of ['coordinator', 'curator', 'director', 'deputy', 'neighbour'] as const) {
    await giveAddress(app, visitor, `${visitor}@example.test`)
  }
  const server = await startMailServer()
  const { body } = await app.as('chief').call(mailContract.loadMail, {})
  const { hasPassword: _, ...settings } = body.settings
  const changed = await app.as('chief').call(mailContract.changeMailSettings, {
    ...settings,
    ...{ way: 'smtp', host: '127.0.0.1', port: server.port, security: 'none', login: '', password: null },
    fromAddress: 'opora@office.example',
  })
  expect(changed.status).toBe(200)
  const found = await digestKills(app, server, { rounds, seed })
  await server.stop()
  const { kills, mornings, sent, unclear, twice, lost } = found
  if (rounds > 2) {
    process.stderr.write(`${kills} kills in ${mornings} mornings: ${sent} letters sent, ${unclear} unclear, `)
    process.stderr.write(`${twice.length} twice, ${lost.length} lost\n`)
  }
  expect({ twice, lost }).toEqual({ twice: [], lost: [] })
  expect(sent).toBeGreaterThan(4)
  expect(kills).toBeGreaterThan(0)
})
