import { beforeAll, expect, test } from 'vitest'
import { startTestApp } from '../../../test/harness/app.ts'
import { type PlannedYear, planYear, spring } from '../../../test/harness/planned-year.ts'
import { assignmentsContract as contract } from './contract.ts'

const ATTEMPTS = 8

const app = await startTestApp({ now: '2024-03-15T06:00:00Z' })
let year: PlannedYear

beforeAll(async () => {
  year = await planYear(app)
})

test('a proof withdrawn while its window is handed in leaves no window without proof', async () => {
  const activityId = year.activities['1.2']
  const organisationId = app.district.schools[0]?.id
  if (!activityId || !organisationId) throw new Error('no such cell')
  const cell = { activityId, organisationId }
  const director = app.as('director')
  const words = { form: 'words' as const, note: 'Проведён семинар' }

  const outcomes: string[] = []
  for (let round = 0; round < ATTEMPTS; round++) {
    const recorded = await director.call(contract.recordProof, { ...cell, window: spring, proof: words })
    const proof = recorded.body.windows[0]?.proofs.find((one) => one.mayWithdraw)
    if (!proof) throw new Error('nothing to withdraw')
    const [submitted, withdrawn] = await Promise.all([
      director.call(contract.submit, { ...cell, window: spring }),
      director.call(contract.withdrawProof, { id: proof.id, rowVersion: proof.rowVersion }),
    ])
    outcomes.push([submitted.status, withdrawn.status].join(' '))
    const { body } = await director.call(contract.loadCell, cell)
    const attempt = body.windows[0]?.attempts.at(-1)
    if (submitted.status === 200 && attempt) {
      const again = { id: attempt.id, rowVersion: attempt.rowVersion, comment: 'Ещё раз' }
      await app.as('coordinator').call(contract.returnSubmission, again)
      const { id, rowVersion } = proof
      if (withdrawn.status !== 200) await director.call(contract.withdrawProof, { id, rowVersion })
    }
  }
  expect(outcomes).not.toContain('200 200')
})
