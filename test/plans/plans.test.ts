import { expect, test } from 'vitest'
import { plansOf } from './plan-file.ts'
import { scoreOf } from './plan-score.ts'

const plans = (['work', 'kept', 'fresh', 'mended', 'unseen', 'later', 'third'] as const).flatMap(plansOf)

test.each(plans.map((plan) => [plan.name, plan] as const))(
  'the plan «%s» is understood as its author means it',
  (_, plan) => {
    const { errors, findings } = scoreOf(plan)
    expect([...errors, ...findings]).toEqual([])
  },
)
