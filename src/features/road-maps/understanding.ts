import * as z from 'zod'
import { DaySchema } from '../../kernel/day.ts'
import { idOf } from '../../kernel/id.ts'
import { assignmentParts } from '../../kernel/part.ts'
import { supportVariants } from '../programmes/programme.ts'
import { ParsedActivitySchema, ParsedSectionSchema } from './order.ts'
import { findingDecisions } from './road-map.ts'

const Part = z.enum(assignmentParts).nullable()

/** One row as it will stand: the signed words, our understanding, and what was proposed around them. */
export const UnderstoodActivitySchema = ParsedActivitySchema.extend({
  /** Stable inside the import: the place of the row in the paper. */
  key: z.string(),
  /** The words by which the coordinator had the period understood; the paper's own stay in `period.text`. */
  periodReading: z.string().nullable(),
  parts: z.object({ authority: Part, institute: Part, school: Part }),
  /** Names of what a person changed after reading: shown as such. */
  changed: z.array(z.string()),
})

/** A school or authority of the order, matched to one that exists or to be made. */
export const UnderstoodOrganisationSchema = z.object({
  /** The order's own words. */
  text: z.string(),
  organisationId: idOf<'organisation'>().nullable(),
  shortName: z.string(),
  fullName: z.string(),
  variant: z.enum(supportVariants),
  included: z.boolean(),
})

/** What Opora makes of a paper, open to change until it is confirmed. The paper itself stays as it was read. */
export const UnderstandingSchema = z.object({
  title: z.string(),
  year: z.int().nullable(),
  schoolYear: z.int().nullable(),
  orderNumber: z.string().nullable(),
  orderDate: DaySchema.nullable(),
  authorityName: z.string(),
  coordinatorText: z.string(),
  controllerText: z.string(),
  sections: z.array(ParsedSectionSchema.extend({ activities: z.array(UnderstoodActivitySchema) })),
  participants: z.array(UnderstoodOrganisationSchema),
  /** By the finding's place in the list of the parse answer. */
  decisions: z.array(z.object({ finding: z.int(), decision: z.enum(findingDecisions), note: z.string() })),
})

export type UnderstoodActivity = z.infer<typeof UnderstoodActivitySchema>
export type UnderstoodOrganisation = z.infer<typeof UnderstoodOrganisationSchema>
export type Understanding = z.infer<typeof UnderstandingSchema>
