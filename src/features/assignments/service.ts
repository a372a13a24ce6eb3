import { holdsSomewhere } from '../../kernel/actor.ts'
import { dayAt } from '../../kernel/day.ts'
import type { ActivityId, OrganisationId } from '../../kernel/id.ts'
import type { Service, Work } from '../../server/work.ts'
import { DEFAULT_TIME_ZONE } from '../organisations/organisation.ts'
import { acceptMany } from './accept-many.service.ts'
import { askDeadlineMove } from './ask-move.service.ts'
import type { assignmentsContract } from './contract.ts'
import { exemptCell, releaseFromControl, revokeExemption, revokeRelease } from './control.service.ts'
import {
  declineDeadlineMove,
  grantDeadlineMove,
  revokeDeadlineMove,
  withdrawDeadlineMove,
} from './decide-move.service.ts'
import { exportList, exportMatrix } from './export.service.ts'
import { cancelTask, giveTask, keepLetterFile, noteTaskSeen } from './give-task.service.ts'
import { listTaskDeadlines } from './list-task-deadlines.service.ts'
import { listTasks, loadTask, viewTask } from './list-tasks.service.ts'
import { listMapOrderRows, proveByMapOrder } from './map-order.service.ts'
import { listOpenCells } from './open-cells.service.ts'
import { viewCell } from './read-cell.service.ts'
import { loadMatrix, loadYear } from './read-matrix.service.ts'
import { loadToday } from './read-today.service.ts'
import { recordProof, recordProofFile, withdrawProof } from './record-proof.service.ts'
import { remindMany } from './remind-many.service.ts'
import { listSchoolsOwnRows } from './schools-own-rows.service.ts'
import { countSchoolsOwnRows } from './select-own-rows.service.ts'
import { shareProof } from './share-proof.service.ts'
import { acceptSubmission, returnSubmission, submitWindow } from './submit.service.ts'
import { submitShared } from './submit-shared.service.ts'

export const assignmentsService: Service<typeof assignmentsContract> = {
  loadMatrix: (work, { programmeId }) => loadMatrix(work, programmeId),
  loadYear: (work, { year }) => loadYear(work, year),
  countSchoolsOwnRows: (work, input) => countSchoolsOwnRows(work, input),
  listSchoolsOwnRows: (work, input) => listSchoolsOwnRows(work, input),
  exportMatrix: (work, { programmeId }) => exportMatrix(work, programmeId),
  exportList: (work, { programmeId }) => exportList(work, programmeId),
  loadToday: (work) => loadToday(work),

  loadCell: (work, input) => viewCell(work, input.activityId, input.organisationId),
  async recordProof(work, { proof, also = [], ...recording }) {
    await recordProof(work, recording, { ...proof, also })
    return viewCell(work, recording.activityId, recording.organisationId)
  },
  async recordProofFile(
    work,
    { windowStart = null, windowEnd = null, onBehalf = null, also = [], ...input },
    received,
  ) {
    const { activityId, organisationId, form, name, note } = input
    const window = { start: windowStart, end: windowEnd }
    const given = { received, name, form, note, also }
    await recordProofFile(work, given, { activityId, organisationId, window, onBehalf })
    return viewCell(work, activityId, organisationId)
  },
  withdrawProof: async (work, input) => again(work, await withdrawProof(work, input)),

  listOpenCells: (work, { organisationId }) => listOpenCells(work, organisationId),
  shareProof: async (work, input) => again(work, await shareProof(work, input)),
  submitShared: async (work, input) => again(work, await submitShared(work, input)),

  listMapOrderRows: (work, input) => listMapOrderRows(work, input),
  async proveByMapOrder(work, input) {
    await proveByMapOrder(work, input)
    return viewCell(work, input.activityId, input.organisationId)
  },

  async submit(work, input) {
    await submitWindow(work, input)
    return viewCell(work, input.activityId, input.organisationId)
  },
  accept: async (work, input) => again(work, await acceptSubmission(work, input)),
  acceptMany: (work, input) => acceptMany(work, input),
  remindMany: (work, input) => remindMany(work, input),
  returnSubmission: async (work, input) => again(work, await returnSubmission(work, input)),

  releaseFromControl: async (work, input) => ({ released: await releaseFromControl(work, input) }),
  revokeRelease: async (work, { id, rowVersion }) => again(work, await revokeRelease(work, id, rowVersion)),
  async exempt(work, input) {
    await exemptCell(work, input)
    return viewCell(work, input.activityId, input.organisationId)
  },
  revokeExemption: async (work, { id, rowVersion }) => again(work, await revokeExemption(work, id, rowVersion)),

  async askDeadlineMove(work, input) {
    await askDeadlineMove(work, input)
    return viewCell(work, input.activityId, input.organisationId)
  },
  grantDeadlineMove: async (work, input) => again(work, await grantDeadlineMove(work, input)),
  declineDeadlineMove: async (work, { reason, ...input }) =>
    again(work, await declineDeadlineMove(work, { ...input, resolution: reason })),
  withdrawDeadlineMove: async (work, input) => again(work, await withdrawDeadlineMove(work, input)),
  revokeDeadlineMove: async (work, input) => again(work, await revokeDeadlineMove(work, input)),

  async listTasks(work, { page }) {
    const { tasks, total } = await listTasks(work, page)
    return {
      total,
      tasks: tasks.map((one) => viewTask(work, one)),
      today: dayAt(work.now, tasks[0]?.owner.timeZone ?? DEFAULT_TIME_ZONE),
      mayGive: holdsSomewhere(work.actor, ['municipal_coordinator']),
    }
  },
  listTaskDeadlines: async (work, { from, to }) => ({ tasks: await listTaskDeadlines(work, from, to) }),
  loadTask: async (work, { activityId }) => viewTask(work, await loadTask(work, activityId)),
  keepLetterFile: (work, input, received) => keepLetterFile(work, received, input),
  giveTask: async (work, input) => viewTask(work, await giveTask(work, input)),
  noteTaskSeen: async (work, input) => viewTask(work, await noteTaskSeen(work, input.activityId, input.organisationId)),
  cancelTask: async (work, { activityId, rowVersion }) =>
    viewTask(work, await cancelTask(work, activityId, rowVersion)),
}

type Ids = { activityId: ActivityId; organisation: { id: OrganisationId } }

/** The cell as it stands after the change. */
function again(work: Work, { activityId, organisation }: Ids) {
  return viewCell(work, activityId, organisation.id)
}
