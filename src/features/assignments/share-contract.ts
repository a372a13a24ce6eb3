import * as z from 'zod'
import { defineContract, RowVersion } from '../../kernel/contract.ts'
import { idOf } from '../../kernel/id.ts'
import { onBehalfWays } from '../../kernel/on-behalf.ts'
import { CellView } from './cell-view.ts'
import { OpenCell, OtherCells } from './shared-proof.ts'

const doers = ['municipal_coordinator', 'curator', 'school_head', 'school_team'] as const

/** «Это же подтверждает…»: one event proves several cells of one organisation, each with a life of its own. */
export const shareEndpoints = defineContract({
  /** What still takes a proof of this organisation, in all open projects and tasks, the nearest deadline first. */
  listOpenCells: {
    method: 'GET',
    path: '/organisations/:organisationId/open-cells',
    callers: doers,
    input: z.object({ organisationId: idOf<'organisation'>() }),
    output: z.object({ cells: z.array(OpenCell) }),
  },
  /** A proof that stands already, recorded for other cells too: for all of them, or for none. */
  shareProof: {
    method: 'POST',
    path: '/proofs/:id/shares',
    callers: doers,
    input: z.object({
      id: idOf<'proofItem'>(),
      rowVersion: RowVersion,
      cells: OtherCells.min(1),
      onBehalf: z.enum(onBehalfWays).nullable().default(null),
    }),
    output: CellView,
  },
  /** «Сдать во всех»: every row that the event of this proof proves and that is still to be handed in, or none. */
  submitShared: {
    method: 'POST',
    path: '/proofs/:id/submissions',
    callers: ['school_head', 'school_team'],
    input: z.object({ id: idOf<'proofItem'>(), rowVersion: RowVersion }),
    output: CellView,
  },
})
