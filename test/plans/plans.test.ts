import { expect, test } from 'vitest'
import { plansOf } from './plan-file.ts'
import { scoreOf } from './plan-score.ts'

test.each(
  [...plansOf('work'), ...plansOf('kept'), ...plansOf('fresh'), ...plansOf('mended'), ...plansOf('unseen')].map(
    (plan) => [plan.name, plan] as const,
  ),
)('the plan «%s» is understood as its author means it', (_, plan) => {
  const { errors, findings } = scoreOf(plan)
  expect([...errors, ...findings]).toEqual([])
})
