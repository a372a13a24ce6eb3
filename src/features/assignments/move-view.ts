import * as z from 'zod'
import { Moment, RowVersion } from '../../kernel/contract.ts'
import { DaySchema } from '../../kernel/day.ts'
import { idOf } from '../../kernel/id.ts'
import { onBehalfWays } from '../../kernel/on-behalf.ts'
import { moveStatuses } from './deadline-move.ts'
import { Doer } from './doer.ts'

/** One request for a later day, and what became of it. */
export const MoveView = z.object({
  id: idOf<'deadlineMove'>(),
  status: z.enum(moveStatuses),
  askedUntil: DaySchema,
  reason: z.string(),
  askedBy: Doer,
  askedAt: Moment,
  onBehalf: z.enum(onBehalfWays).nullable(),
  grantedUntil: DaySchema.nullable(),
  decidedBy: Doer.nullable(),
  decidedAt: Moment.nullable(),
  resolutionOn: DaySchema.nullable(),
  resolution: z.string(),
  endedAt: Moment.nullable(),
  endedBy: Doer.nullable(),
  rowVersion: RowVersion,
  may: z.object({ grant: z.boolean(), decline: z.boolean(), withdraw: z.boolean(), revoke: z.boolean() }),
})

export type MoveView = z.infer<typeof MoveView>
