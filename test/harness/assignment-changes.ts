import { assignmentsContract } from '../../src/features/assignments/contract.ts'
import type { ActivityId, OrganisationId } from '../../src/kernel/id.ts'
import { newId } from '../../src/kernel/id.ts'
import type { Change, Stage } from './changes.ts'
import { school } from './someone.ts'

const DUE = '2024-06-20'

/** Calls on a task given for this call alone, and on what was done for it. */
export const assignmentChanges: Record<string, (stage: Stage) => Promise<Change>> = {
  'assignments.recordProof': async (stage) => ({ as: 'director', input: { ...(await task(stage)).cell, ...words } }),
  'assignments.recordProofFile': async (stage) => {
    const { cell } = await task(stage)
    const place = { activityId: cell.activityId, organisationId: cell.organisationId, windowEnd: DUE }
    return {
      as: 'director',
      input: { ...place, form: 'file', name: 'Протокол.txt', note: 'с подписью' },
      upload: text(),
    }
  },
  'assignments.withdrawProof': async (stage) => {
    const { proof } = await proved(stage)
    return { as: 'director', input: proof }
  },
  'assignments.shareProof': async (stage) => {
    const { proof } = await proved(stage)
    const { activityId, window } = (await task(stage)).cell
    return { as: 'director', input: { ...proof, cells: [{ activityId, window, version: 0 }] } }
  },
  'assignments.submitShared': async (stage) => ({ as: 'director', input: (await proved(stage)).proof }),
  'assignments.submit': async (stage) => ({ as: 'director', input: { ...(await proved(stage)).cell, note: 'готово' } }),
  'assignments.accept': async (stage) => ({ as: 'coordinator', input: { ...(await submitted(stage)), comment: 'да' } }),
  'assignments.acceptMany': async (stage) => {
    const { activityId, organisationId } = await waiting(stage)
    return { as: 'coordinator', input: { cells: [{ activityId, organisationId }], seenAt: '2199-01-01T00:00:00Z' } }
  },
  'assignments.remindMany': async (stage) => {
    const { activityId, organisationId } = (await task(stage)).cell
    return { as: 'coordinator', input: { cells: [{ activityId, organisationId }] } }
  },
  'assignments.returnSubmission': async (stage) => {
    return { as: 'coordinator', input: { ...(await submitted(stage)), comment: 'нет даты' } }
  },
  'assignments.releaseFromControl': async (stage) => ({ as: 'head', input: release((await task(stage)).cell) }),
  'assignments.revokeRelease': async (stage) => {
    const { cell } = await task(stage)
    await stage.as('head').call(assignmentsContract.releaseFromControl, release(cell))
    return { as: 'head', input: only((await look(stage, cell)).releases) }
  },
  'assignments.exempt': async (stage) => ({ as: 'coordinator', input: exemption((await task(stage)).cell) }),
  'assignments.revokeExemption': async (stage) => {
    const { cell } = await task(stage)
    await stage.as('coordinator').call(assignmentsContract.exempt, exemption(cell))
    return { as: 'coordinator', input: only((await look(stage, cell)).exemptions) }
  },
  'assignments.keepLetterFile': async () => ({ as: 'coordinator', input: { name: 'Письмо.txt' }, upload: text() }),
  'assignments.giveTask': async (stage) => ({ as: 'coordinator', input: newTask(stage) }),
  'assignments.noteTaskSeen': async (stage) => {
    const { cell } = await task(stage)
    return { as: 'director', input: { activityId: cell.activityId, organisationId: cell.organisationId } }
  },
  'assignments.cancelTask': async (stage) => {
    return { as: 'coordinator', input: { activityId: (await task(stage)).cell.activityId, rowVersion: 1 } }
  },
}

type Cell = { activityId: ActivityId; organisationId: OrganisationId; window: { start: null; end: string } }

const words = { proof: { form: 'words' as const, note: 'Двое пройдут курсы' } }

/** Bytes that nobody has given yet. */
function text(): Uint8Array {
  return new TextEncoder().encode(`Протокол ${newId()}`)
}

function newTask(stage: Stage) {
  const letter = { number: '17', signedOn: '2024-02-12', sender: 'Министерство', fileId: null }
  return { text: 'Сообщите число слушателей', dueOn: DUE, dueTime: '16:00', organisationIds: [school(stage)], letter }
}

async function task(stage: Stage): Promise<{ cell: Cell }> {
  const { body } = await stage.as('coordinator').call(assignmentsContract.giveTask, newTask(stage))
  return {
    cell: { activityId: body.activityId, organisationId: school(stage), window: { start: null, end: DUE } },
  }
}

async function proved(stage: Stage) {
  const { cell } = await task(stage)
  const { body } = await stage.as('director').call(assignmentsContract.recordProof, { ...cell, ...words })
  return { cell, proof: only(body.windows[0]?.proofs ?? []) }
}

async function waiting(stage: Stage) {
  const { cell } = await proved(stage)
  await stage.as('director').call(assignmentsContract.submit, cell)
  return cell
}

async function submitted(stage: Stage) {
  const { cell } = await proved(stage)
  const { body } = await stage.as('director').call(assignmentsContract.submit, cell)
  return only(body.windows[0]?.attempts ?? [])
}

async function look(stage: Stage, { activityId, organisationId }: Cell) {
  return (await stage.as('coordinator').call(assignmentsContract.loadCell, { activityId, organisationId })).body
}

function release({ activityId, organisationId }: Cell) {
  return { activityId, organisationIds: [organisationId], resolution: 'снято по докладу' }
}

function exemption({ activityId, organisationId }: Cell) {
  return { activityId, organisationId, reason: 'школа на ремонте' }
}

function only<Row extends { id: string; rowVersion: number }>(rows: Row[]) {
  const [row] = rows
  if (!row) throw new Error('nothing to change')
  return { id: row.id, rowVersion: row.rowVersion }
}
