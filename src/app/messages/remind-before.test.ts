import { expect, test } from 'vitest'
import { ORIGIN, startTestApp } from '../../../test/harness/app.ts'
import { askHouse } from '../../../test/harness/ask-house.ts'
import { planYear } from '../../../test/harness/planned-year.ts'
import { messagesContract } from '../../features/messages/contract.ts'
import { mailContract } from '../../features/messages/mail-contract.ts'
import { turn } from './keep-messages.ts'

// Five working days before the 27th, which is one itself; the usual three have not come.
const app = await startTestApp({ now: '2024-04-22T02:30:00Z' })
await planYear(app)

const chief = app.as('chief')
const settings = async () => (await chief.call(mailContract.loadMail, {})).body.settings

async function remindBefore(days: number) {
  const { hasPassword: _, ...kept } = await settings()
  return chief.call(mailContract.changeMailSettings, { ...kept, remindBefore: days, password: null })
}

async function reminders() {
  const { body } = await app.as('director').call(messagesContract.listMessages, {})
  return body.messages.filter(({ event }) => event === 'deadline-near')
}

test('a reminder comes as many working days before as is set, and it is kept who set it', async () => {
  expect((await settings()).remindBefore).toBe(3)
  expect((await remindBefore(5)).status).toBe(200)
  expect((await settings()).remindBefore).toBe(5)
  const kept = await askHouse<{ before: object; after: object }>(
    app.opora,
    `select v.before::json as before, v.after::json as after from audit_entry e
       join audit_value v on v.entry_id = e.id where e.action = 'mail.settings-changed'`,
  )
  expect(kept).toMatchObject([{ before: { remindBefore: 3 }, after: { remindBefore: 5 } }])

  app.clock.moveTo(new Date('2024-04-22T03:00:30Z'))
  await turn(app.opora.perform, ORIGIN, (error) => {
    throw error
  })
  expect(await reminders()).toMatchObject([{ number: '1.2', day: '2024-04-27' }])
})

test.each([0, 6, 1.5])('%s days are refused: a reminder looks a week ahead', async (days) => {
  expect((await remindBefore(days)).status).toBe(400)
})

test('the coordinator of a district does not set it for all', async () => {
  const { hasPassword: _, ...kept } = await settings()
  const wanted = { ...kept, remindBefore: 1, password: null }
  expect((await app.as('coordinator').call(mailContract.changeMailSettings, wanted)).status).toBe(403)
})
