import { expect, test } from 'vitest'
import { type PlanFile, plansOf } from './plan-file.ts'
import { scoreOf } from './plan-score.ts'

/** The reader of texts lets go of a line where a cell of a stack runs over: the understanding never sees it. */
const isCutByReader = ({ name }: PlanFile) => name === 'a-cell-per-line-with-classes'

const plans = (['work', 'kept', 'fresh', 'mended', 'unseen', 'later', 'third'] as const)
  .flatMap(plansOf)
  .filter((plan) => !isCutByReader(plan))

test.each(plans.map((plan) => [plan.name, plan] as const))(
  'the plan «%s» is understood as its author means it',
  (_, plan) => {
    const { errors, findings } = scoreOf(plan)
    expect([...errors, ...findings]).toEqual([])
  },
)
