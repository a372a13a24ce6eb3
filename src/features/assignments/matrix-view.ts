import * as z from 'zod'
import { assignmentStates } from '../../kernel/assignment-state.ts'
import { Moment } from '../../kernel/contract.ts'
import { DaySchema } from '../../kernel/day.ts'
import { idOf } from '../../kernel/id.ts'
import { assignmentParts } from '../../kernel/part.ts'
import { PeriodSchema, WindowSchema } from '../../kernel/period.ts'
import { audiences, holders } from '../../kernel/proof.ts'
import { organisationKinds } from '../organisations/organisation.ts'
import { supportVariants } from '../programmes/programme.ts'

/** One window of a cell: where it stands, and by when. */
const MatrixCycle = z.object({
  window: WindowSchema,
  /** Null where nothing says by when. */
  dueOn: DaySchema.nullable(),
  state: z.enum(assignmentStates),
})

export const MatrixCell = z.object({
  state: z.enum(assignmentStates),
  part: z.enum(assignmentParts),
  dueOn: DaySchema.nullable(),
  /** The day to which that deadline was moved; null where it stands as written. */
  movedTo: DaySchema.nullable(),
  /** A later day was asked for, and the request waits. */
  isMoveAsked: z.boolean(),
  isOverdue: z.boolean(),
  accepted: z.int(),
  /** Windows that wait for acceptance, whatever the worst of them shows. */
  waiting: z.int(),
  windows: z.int(),
  cycles: z.array(MatrixCycle),
  /** The first window that was not confirmed in time. */
  missed: WindowSchema.nullable(),
  isOutsideVariant: z.boolean(),
  /** Left out of the road map; what was done stays. */
  isRemoved: z.boolean(),
})

/** In the place of a cell where the activity asks nothing of the organisation. */
export const NOTHING_ASKED = -1

export const MatrixRow = z.object({
  /** Whose road map asks: a place in `boards`. */
  board: z.int(),
  organisationId: idOf<'organisation'>(),
  kind: z.enum(organisationKinds),
  /** The full one is told where its cell is opened: of a region they were half of the answer. */
  shortName: z.string(),
  /** Null for the authority and the institute. */
  variant: z.enum(supportVariants).nullable(),
  /** Whether a school was sent the road map. */
  isSent: z.boolean(),
  /** One for each column, in their order: a place in `kinds`, or NOTHING_ASKED. */
  cells: z.array(z.int()),
})

export const MatrixColumn = z.object({
  number: z.string().nullable(),
  title: z.string(),
  sectionNumber: z.string().nullable(),
  sectionTitle: z.string().nullable(),
  audience: z.enum(audiences),
  periodText: z.string().nullable(),
  /** How its time runs; null where the paper says nothing of it. */
  period: PeriodSchema.pick({ kind: true, windows: true, recurrence: true, dueDay: true }).nullable(),
  heldBy: z.enum(holders),
  /** The revision that left it out of the road map; null: in force. */
  removedBy: z.int().nullable(),
})

/** One authority's road map among those of the matrix. */
const MatrixBoard = z.object({
  programmeId: idOf<'programme'>(),
  authorityId: idOf<'organisation'>(),
  shortName: z.string(),
  /** The project's year. */
  startsOn: DaySchema,
  endsOn: DaySchema,
  /** Its activity in each column; null where it has none. */
  activityIds: z.array(idOf<'activity'>().nullable()),
})

export const MatrixView = z.object({
  /** Null for the projects of a whole region in one year. */
  programme: z
    .object({ id: idOf<'programme'>(), title: z.string(), year: z.int(), isSchoolYear: z.boolean() })
    .nullable(),
  /** Null while there is no road map in force, or none was sent to the one who asks; and for a whole region. */
  roadMap: z.object({ id: idOf<'roadMap'>(), title: z.string(), revision: z.int() }).nullable(),
  today: DaySchema,
  /** When it was read. */
  asOf: Moment,
  timeZone: z.string(),
  boards: z.array(MatrixBoard),
  columns: z.array(MatrixColumn),
  /** Every cell that stands in the matrix, once: most of thousands are equal. */
  kinds: z.array(MatrixCell),
  rows: z.array(MatrixRow),
})

export type MatrixView = z.infer<typeof MatrixView>
export type MatrixRow = z.infer<typeof MatrixRow>
export type MatrixColumn = z.infer<typeof MatrixColumn>
export type MatrixCell = z.infer<typeof MatrixCell>
export type MatrixCycle = z.infer<typeof MatrixCycle>
