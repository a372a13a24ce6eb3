import { expect, test } from 'vitest'
import { assignmentsContract } from '../src/features/assignments/contract.ts'
import { startTestApp } from './harness/app.ts'
import { askHouse } from './harness/ask-house.ts'

const app = await startTestApp()
const MB = 1024 * 1024

function give(visitor: 'coordinator' | 'administrator', bytes: number) {
  return app
    .as(visitor)
    .call(
      assignmentsContract.keepLetterFile,
      { name: 'Письмо.txt' },
      { upload: new Uint8Array(bytes).fill(65 + (bytes % 20)) },
    )
}

test('a person gives so many megabytes within an hour and is told to wait; others and the next hour are free', async () => {
  await askHouse(app.opora, `update threshold set value = '2' where name = 'file.megabytes-per-person-per-hour'`)
  expect((await give('coordinator', MB)).status).toBe(200)
  expect((await give('coordinator', MB)).status).toBe(200)
  const refused = await give('coordinator', 1)
  expect([refused.status, refused.refusal.code]).toEqual([429, 'file.over-budget'])
  expect(refused.refusal.message).toContain('2 МБ')
  expect((await give('administrator', MB)).status).not.toBe(429)
  app.clock.moveTo(new Date(app.clock.now().getTime() + 61 * 60_000))
  expect((await give('coordinator', MB)).status).toBe(200)
})
