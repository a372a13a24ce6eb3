import * as z from 'zod'
import { defineContract, RowVersion } from '../../kernel/contract.ts'
import { DaySchema } from '../../kernel/day.ts'
import { idOf } from '../../kernel/id.ts'
import { onBehalfWays } from '../../kernel/on-behalf.ts'
import { WindowSchema } from '../../kernel/period.ts'
import { CellView } from './cell-view.ts'

const doers = ['municipal_coordinator', 'curator', 'school_head', 'school_team'] as const
const controllers = ['authority_head', 'municipal_coordinator'] as const

const move = { id: idOf<'deadlineMove'>(), rowVersion: RowVersion }
const Words = z.string().trim().min(3).max(2000)

/** The date of the paper resolution: compulsory where the coordinator records the controller's decision. */
const resolved = { resolutionOn: DaySchema.nullable().default(null) }

/** «Перенести срок»: asked for one window of one organisation, decided by whoever takes off control. */
export const moveEndpoints = defineContract({
  askDeadlineMove: {
    method: 'POST',
    path: '/activities/:activityId/organisations/:organisationId/deadline-moves',
    callers: doers,
    input: z.object({
      activityId: idOf<'activity'>(),
      organisationId: idOf<'organisation'>(),
      window: WindowSchema,
      until: DaySchema,
      reason: Words,
      onBehalf: z.enum(onBehalfWays).nullable().default(null),
    }),
    output: CellView,
  },
  /** The day may differ from the one that was asked for. */
  grantDeadlineMove: {
    method: 'POST',
    path: '/deadline-moves/:id/grant',
    callers: controllers,
    input: z.object({ ...move, ...resolved, until: DaySchema, resolution: z.string().trim().max(1000).default('') }),
    output: CellView,
  },
  declineDeadlineMove: {
    method: 'POST',
    path: '/deadline-moves/:id/refusal',
    callers: controllers,
    input: z.object({ ...move, ...resolved, reason: Words }),
    output: CellView,
  },
  /** The side that asked no longer needs it. */
  withdrawDeadlineMove: {
    method: 'POST',
    path: '/deadline-moves/:id/withdrawal',
    callers: doers,
    input: z.object(move),
    output: CellView,
  },
  /** A grant that was a mistake: the deadline stands again where it stood. */
  revokeDeadlineMove: {
    method: 'POST',
    path: '/deadline-moves/:id/revocation',
    callers: controllers,
    input: z.object(move),
    output: CellView,
  },
})
