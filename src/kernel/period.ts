import * as z from 'zod'
import { DaySchema } from './day.ts'
import { FindingSchema } from './finding.ts'

/** One stretch of days in which something is to be done; `null` is an end that the text leaves open. */
export const WindowSchema = z.object({ start: DaySchema.nullable(), end: DaySchema.nullable() })

export const periodKinds = ['windows', 'recurring', 'ongoing', 'on_schedule', 'on_demand', 'unparseable'] as const
export const recurrences = ['daily', 'weekly', 'monthly', 'quarterly', 'half-yearly', 'yearly', 'other'] as const

/** A term as an order writes it («Февраль – апрель 2024 год»), kept verbatim beside what we understood of it. */
export const PeriodSchema = z.object({
  text: z.string(),
  kind: z.enum(periodKinds),
  windows: z.array(WindowSchema),
  recurrence: z.enum(recurrences).nullable(),
  dueDay: z.int().nullable(),
  open: z.boolean(),
  findings: z.array(FindingSchema),
})

export type Window = z.infer<typeof WindowSchema>
export type Recurrence = (typeof recurrences)[number]
export type Period = z.infer<typeof PeriodSchema>
