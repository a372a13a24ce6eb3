import * as z from 'zod'
import { assignmentStates } from '../../kernel/assignment-state.ts'
import { DaySchema } from '../../kernel/day.ts'
import { idOf } from '../../kernel/id.ts'
import { WindowSchema } from '../../kernel/period.ts'
import { MOST_SHARED } from './assignment.ts'

const row = {
  activityId: idOf<'activity'>(),
  /** Null for a task. */
  programmeId: idOf<'programme'>().nullable(),
  programmeTitle: z.string().nullable(),
  number: z.string().nullable(),
  title: z.string(),
  window: WindowSchema,
}

/** A window of an organisation that still takes a proof, with the version of its cell. */
export const OpenCell = z.object({
  ...row,
  state: z.enum(assignmentStates),
  dueOn: DaySchema.nullable(),
  version: z.int().min(0),
})

/** Where else the event of a proof is recorded. */
export const AlsoProved = z.object(row)

/** A cell that the same event proves, as its caller has seen it. */
const OtherCell = z.strictObject({
  activityId: idOf<'activity'>(),
  window: WindowSchema,
  version: z
    .int()
    .min(0)
    .max(2 ** 31 - 1),
})

export const OtherCells = z.array(OtherCell).max(MOST_SHARED)

/** The same in a query, where the body is a file. */
export const OtherCellsInQuery = z
  .string()
  .max(8000)
  .transform((text, context) => {
    const read = OtherCells.safeParse(readJson(text))
    if (read.success) return read.data
    context.addIssue({ code: 'custom', message: 'cells as JSON' })
    return z.NEVER
  })

export type OpenCell = z.infer<typeof OpenCell>
export type AlsoProved = z.infer<typeof AlsoProved>
export type OtherCell = z.infer<typeof OtherCell>

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // What is no JSON is no list of cells: the schema says so.
    return null
  }
}
