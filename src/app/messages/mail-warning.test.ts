import { expect, test } from 'vitest'
import { startTestApp } from '../../../test/harness/app.ts'
import { askHouse } from '../../../test/harness/ask-house.ts'
import { mailContract } from '../../features/messages/mail-contract.ts'

const app = await startTestApp({ now: '2024-02-14T06:00:00Z' })

test('the administrator of an authority learns that letters of her people wait, and who mends it', async () => {
  const silent = await app.as('administrator').call(mailContract.loadMailWarning, {})
  expect(silent.body).toEqual({ warning: 'none', waiting: 0, keeper: 'Заречная область' })
  // The letters of her own people alone: a letter to another district is not hers to worry about.
  const fail = (person: string) =>
    askHouse(
      app.opora,
      `insert into mail (id, person_id, kind, period, to_address, subject, body, status, created_at, next_try_at, fault)
        values (gen_random_uuid(), $1, 'at-once', 'проба', 'a@example.test', 'Проба', 'Проба', 'waiting', now(), now(), 'unreachable')`,
      [person],
    )
  await fail(app.district.people.stranger)
  expect((await app.as('administrator').call(mailContract.loadMailWarning, {})).body.warning).toBe('none')
  await fail(app.district.people.director)
  const told = await app.as('administrator').call(mailContract.loadMailWarning, {})
  expect(told.body).toEqual({ warning: 'waiting', waiting: 1, keeper: 'Заречная область' })
  expect((await app.as('chief').call(mailContract.loadMailWarning, {})).body.keeper).toBe(null)
})
