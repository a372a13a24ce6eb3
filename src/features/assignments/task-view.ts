import * as z from 'zod'
import { assignmentStates } from '../../kernel/assignment-state.ts'
import { Moment, RowVersion } from '../../kernel/contract.ts'
import { DaySchema } from '../../kernel/day.ts'
import { idOf } from '../../kernel/id.ts'
import { FileView } from '../files/contract.ts'

/** The incoming letter that a task comes from. */
const LetterView = z.object({
  number: z.string().nullable(),
  signedOn: DaySchema.nullable(),
  sender: z.string().nullable(),
  title: z.string(),
  file: FileView.nullable(),
})

/** One organisation that was asked. A school finds only itself here. */
const RecipientView = z.object({
  organisationId: idOf<'organisation'>(),
  shortName: z.string(),
  fullName: z.string(),
  state: z.enum(assignmentStates),
  /** The day to which the recipient's deadline was moved. */
  movedTo: DaySchema.nullable(),
  isMoveAsked: z.boolean(),
  seenAt: Moment.nullable(),
})

/** The longest list that a screen is sent at once. */
export const TASKS_IN_PAGE = 50

export const TaskView = z.object({
  activityId: idOf<'activity'>(),
  ownerId: idOf<'organisation'>(),
  ownerName: z.string(),
  text: z.string(),
  dueOn: DaySchema,
  dueTime: z.string().nullable(),
  givenAt: Moment,
  cancelled: z.boolean(),
  rowVersion: RowVersion,
  letter: LetterView.nullable(),
  recipients: z.array(RecipientView),
  mayCancel: z.boolean(),
})

/** A task in its time: when it was given and is due, and how many of its recipients stand where. */
export const TaskDeadline = z.object({
  activityId: idOf<'activity'>(),
  ownerId: idOf<'organisation'>(),
  text: z.string(),
  /** The day on which its owner gave it. */
  givenOn: DaySchema,
  dueOn: DaySchema,
  states: z.array(z.object({ state: z.enum(assignmentStates), count: z.int() })),
  /** The recipient, where the reader sees but one. */
  onlyId: idOf<'organisation'>().nullable(),
})

export type TaskDeadline = z.infer<typeof TaskDeadline>
export type TaskView = z.infer<typeof TaskView>
export type RecipientView = z.infer<typeof RecipientView>
