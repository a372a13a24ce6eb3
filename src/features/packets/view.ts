import * as z from 'zod'
import { assignmentStates } from '../../kernel/assignment-state.ts'
import { DaySchema } from '../../kernel/day.ts'
import { idOf } from '../../kernel/id.ts'
import { WindowSchema } from '../../kernel/period.ts'
import { proofKinds } from '../../kernel/proof.ts'
import { answerFaults } from './packet.ts'

const PacketRow = z.object({
  activityId: idOf<'activity'>(),
  number: z.string().nullable(),
  title: z.string(),
  sectionTitle: z.string().nullable(),
  window: WindowSchema,
  /** The order's own words, where the activity has but one window or none. */
  periodText: z.string().nullable(),
  dueOn: DaySchema.nullable(),
  state: z.enum(assignmentStates),
  proof: z.array(z.enum(proofKinds)),
})

export const PacketView = z.object({
  programme: z.object({ id: idOf<'programme'>(), title: z.string(), year: z.int() }),
  organisation: z.object({ id: idOf<'organisation'>(), shortName: z.string(), fullName: z.string() }),
  revision: z.int().nullable(),
  today: DaySchema,
  /** Whoever brings it back writes for the school and says how it was told. */
  isOnBehalf: z.boolean(),
  rows: z.array(PacketRow),
})

/** What becomes of a row of a returned packet. */
export const rowFates = ['ready', 'recorded', 'known', 'closed', 'gone', 'damaged', ...answerFaults] as const

const ReturnedRow = z.object({
  /** As its table numbers it. */
  row: z.int(),
  activity: z.string(),
  /** What it says, in one line. */
  said: z.string(),
  fate: z.enum(rowFates),
})

export const ReturnView = z.object({
  fileId: idOf<'file'>(),
  name: z.string(),
  isOnBehalf: z.boolean(),
  /** Rows into which nothing was written. */
  untouched: z.int(),
  rows: z.array(ReturnedRow),
})

export type PacketView = z.infer<typeof PacketView>
export type PacketRow = z.infer<typeof PacketRow>
export type ReturnView = z.infer<typeof ReturnView>
export type RowFate = (typeof rowFates)[number]
