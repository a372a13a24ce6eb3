import * as z from 'zod'
import { type Actor, holds } from '../../kernel/actor.ts'
import { assignmentParts } from '../../kernel/part.ts'
import { periodKinds, recurrences } from '../../kernel/period.ts'
import { audiences, holders, proofKinds } from '../../kernel/proof.ts'

/** What a template becomes: an authority's road map, or rows of a school's own map. */
export const templateKinds = ['road-map', 'school-map'] as const
export type TemplateKind = (typeof templateKinds)[number]

/** A day without a year: months from the first one of the project's year, and the 31st of a shorter month is its last. */
export const RelativeDaySchema = z.object({ month: z.int(), day: z.int().min(1).max(31) })

const RelativeWindow = z.object({ start: RelativeDaySchema.nullable(), end: RelativeDaySchema.nullable() })

/** A period that belongs to no year yet. */
export const TermSchema = z.object({
  /** The office's own words, with `{год}` in the place of its year. */
  words: z.string(),
  kind: z.enum(periodKinds),
  windows: z.array(RelativeWindow),
  recurrence: z.enum(recurrences).nullable(),
  dueDay: z.int().nullable(),
  open: z.boolean(),
})

const Part = z.enum(assignmentParts).nullable()

/** A row without years and names. `cause` and `indicator` are said of a school's own rows. */
export const TemplateRowSchema = z.object({
  number: z.string().nullable(),
  title: z.string(),
  term: TermSchema.nullable(),
  executors: z.array(z.string()),
  expectedResult: z.string().nullable(),
  targetGroups: z.array(z.string()),
  heldBy: z.enum(holders),
  proof: z.array(z.enum(proofKinds)),
  parts: z.object({ authority: Part, institute: Part, school: Part }),
  cause: z.string(),
  indicator: z.string(),
})

export const TemplateSectionSchema = z.object({
  number: z.string().nullable(),
  title: z.string().nullable(),
  audience: z.enum(audiences),
  rows: z.array(TemplateRowSchema),
})

/** A plan that belongs to no year, no organisation and nobody. */
export const TemplateContentSchema = z.object({
  /** The title that the road map gets, with `{год}` in the place of its year. */
  mapTitle: z.string(),
  /** Its year begins in September. */
  isSchoolYear: z.boolean(),
  sections: z.array(TemplateSectionSchema),
})

export type RelativeDay = z.infer<typeof RelativeDaySchema>
export type Term = z.infer<typeof TermSchema>
export type TemplateRow = z.infer<typeof TemplateRowSchema>
export type TemplateContent = z.infer<typeof TemplateContentSchema>

/** All rows, each with its section, in their order: a row is named by its place here. */
export function rowsOf({ sections }: Pick<TemplateContent, 'sections'>) {
  return sections.flatMap((section) => section.rows.map((row) => ({ section, row })))
}

/** An authority's templates are kept by whoever coordinates there, a school's by its director too. */
export function canKeepTemplate(actor: Actor, owner: { path: string }): boolean {
  return holds(actor, ['municipal_coordinator', 'school_head'], owner)
}
