import * as z from 'zod'

/** What we did not understand, or what contradicts itself, in a document (design: «замечание к документу»). */
export const findingCodes = [
  'year-mismatch',
  'basis-later-than-order',
  'missing-period',
  'missing-executor',
  'missing-result',
  'missing-audience',
  'missing-number',
  'duplicate-number',
  'cell-cut-short',
  'unbalanced-quotes',
  'period-not-understood',
  'period-without-year',
  'period-approximate',
  'period-outside-year',
  'unknown-organisation',
  'order-of-activities',
  'columns-not-recognised',
  'columns-guessed',
  'row-not-understood',
  'unsupported-format',
  'unsafe-file',
] as const

export type FindingCode = (typeof findingCodes)[number]

export const FindingSchema = z.object({
  code: z.enum(findingCodes),
  /** error: nothing can be made of it; warning: someone must decide; note: worth knowing. */
  severity: z.enum(['error', 'warning', 'note']),
  message: z.string(),
  advice: z.string(),
  where: z.object({
    part: z.enum(['order', 'title', 'table']),
    activity: z.string().nullable(),
    column: z.string().nullable(),
    row: z.int().nullable(),
  }),
  /** From 0 to 1 where something was guessed, null where the finding is a plain fact. */
  confidence: z.number().nullable(),
})

export type Finding = z.infer<typeof FindingSchema>
