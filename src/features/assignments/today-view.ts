import * as z from 'zod'
import { assignmentStates } from '../../kernel/assignment-state.ts'
import { DaySchema } from '../../kernel/day.ts'
import { idOf } from '../../kernel/id.ts'

/** What to press: give proof, remind, accept or return, take off control, say by when, correct what was returned, or only look. */
const todayActions = ['prove', 'remind', 'decide', 'release', 'move', 'correct', 'open'] as const

/** One thing in «Сегодня»: what, who, by when, what to press. */
export const TodayLine = z.object({
  activityId: idOf<'activity'>(),
  programmeId: idOf<'programme'>().nullable(),
  programmeTitle: z.string().nullable(),
  number: z.string().nullable(),
  title: z.string(),
  state: z.enum(assignmentStates),
  dueOn: DaySchema.nullable(),
  dueTime: z.string().nullable(),
  /** Null where no deadline is counted or it has passed. */
  workingDaysLeft: z.int().nullable(),
  action: z.enum(todayActions),
  /** The first few of those concerned; for a school, itself. */
  organisations: z.array(z.object({ id: idOf<'organisation'>(), shortName: z.string() })),
  /** All of them. */
  count: z.int(),
})

const TodayList = z.object({ lines: z.array(TodayLine), total: z.int() })

const todayHints = [
  'variant-undefined',
  'not-sent',
  'never-opened',
  'to-acknowledge',
  'map-to-begin',
  'map-to-answer',
  'map-to-agree',
  'map-to-correct',
  'map-to-approve',
] as const

export const TodayHint = z.object({
  kind: z.enum(todayHints),
  programmeId: idOf<'programme'>(),
  programmeTitle: z.string(),
  roadMapId: idOf<'roadMap'>().nullable(),
  /** The school whose map waits, where there is only one. */
  organisationId: idOf<'organisation'>().nullable(),
  count: z.int(),
})

/** Nothing to show yet: what to do first. */
const firstSteps = ['drop-order', 'nothing-sent', 'wait-for-coordinator'] as const

export const TodayView = z.object({
  today: DaySchema,
  firstStep: z.enum(firstSteps).nullable(),
  late: TodayList,
  thisWeek: TodayList,
  waiting: TodayList,
  hints: z.array(TodayHint),
})

export type TodayView = z.infer<typeof TodayView>
export type TodayLine = z.infer<typeof TodayLine>
export type TodayHint = z.infer<typeof TodayHint>
