import { assignmentsContract } from '../../src/features/assignments/contract.ts'
import type { Change, Stage } from './changes.ts'
import { school } from './someone.ts'

const DUE = '2024-06-20'
const UNTIL = '2024-07-01'

/** Calls on the deadline of a task given for this call alone. */
export const moveChanges: Record<string, (stage: Stage) => Promise<Change>> = {
  'assignments.askDeadlineMove': async (stage) => ({ as: 'director', input: await asking(stage) }),
  'assignments.grantDeadlineMove': async (stage) => {
    return { as: 'head', input: { ...(await asked(stage)), until: UNTIL, resolution: 'согласна' } }
  },
  'assignments.declineDeadlineMove': async (stage) => {
    return { as: 'head', input: { ...(await asked(stage)), reason: 'времени достаточно' } }
  },
  'assignments.withdrawDeadlineMove': async (stage) => ({ as: 'director', input: await asked(stage) }),
  'assignments.revokeDeadlineMove': async (stage) => {
    const input = { ...(await asked(stage)), until: UNTIL }
    const { body } = await stage.as('head').call(assignmentsContract.grantDeadlineMove, input)
    return { as: 'head', input: moveIn(body) }
  },
}

async function asking(stage: Stage) {
  const organisationId = school(stage)
  const given = { text: 'Сообщите число слушателей', dueOn: DUE, organisationIds: [organisationId] }
  const { body } = await stage.as('coordinator').call(assignmentsContract.giveTask, given)
  const window = { start: null, end: DUE }
  return { activityId: body.activityId, organisationId, window, until: UNTIL, reason: 'карантин' }
}

async function asked(stage: Stage) {
  return moveIn((await stage.as('director').call(assignmentsContract.askDeadlineMove, await asking(stage))).body)
}

function moveIn({ windows }: { windows: { moves: { id: string; rowVersion: number }[] }[] }) {
  const move = windows[0]?.moves[0]
  if (!move) throw new Error('nobody asks')
  return { id: move.id, rowVersion: move.rowVersion }
}
