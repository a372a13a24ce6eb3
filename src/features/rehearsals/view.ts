import * as z from 'zod'
import { DaySchema } from '../../kernel/day.ts'
import { idOf } from '../../kernel/id.ts'
import { proofKinds } from '../../kernel/proof.ts'
import { supportVariants } from '../programmes/programme.ts'
import { clashKinds } from './clashes.ts'
import { lacks } from './unready-rows.ts'

/** Rows, schools and tasks are told once and named by their places. */
const Place = z.int().min(0)
const Places = z.array(Place)

const RowView = z.object({
  /** By what its own page calls it. */
  key: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  periodText: z.string().nullable(),
  executors: z.string().nullable(),
  proof: z.array(z.enum(proofKinds)),
})

const During = z.object({ title: z.string(), startsOn: DaySchema, endsOn: DaySchema })

/** A number with the day from which it holds and its source. */
const Limit = z.object({ value: z.int(), validFrom: DaySchema, source: z.string() })

export const RehearsalView = z.object({
  title: z.string(),
  limits: z.object({ shortDays: Limit, crowd: Limit }),
  rows: z.array(RowView),
  schools: z.array(z.object({ shortName: z.string(), variant: z.enum(supportVariants) })),
  /** Given already, outside the map. */
  tasks: z.array(z.object({ activityId: idOf<'activity'>(), text: z.string(), dueOn: DaySchema })),
  load: z.object({
    months: z.array(z.string()),
    schools: z.array(z.object({ months: z.array(z.object({ rows: Places, tasks: Places })), allYear: Places })),
  }),
  clashes: z.array(
    z.object({
      kind: z.enum(clashKinds),
      rows: Places,
      start: DaySchema,
      end: DaySchema,
      schools: Places,
      organisers: z.array(z.string()),
    }),
  ),
  badDays: z.array(
    z.object({ rows: Places, on: DaySchema, during: During.nullable(), before: DaySchema, after: DaySchema }),
  ),
  unready: z.array(z.object({ row: Place, lacks: z.array(z.enum(lacks)) })),
  order: z.array(z.object({ row: Place, message: z.string(), advice: z.string() })),
  handIns: z.array(z.array(z.object({ row: Place.nullable(), task: Place.nullable(), by: DaySchema.nullable() }))),
})

export type RehearsalView = z.infer<typeof RehearsalView>
