import * as z from 'zod'
import { DaySchema } from '../../kernel/day.ts'
import { idOf } from '../../kernel/id.ts'
import { assignmentParts } from '../../kernel/part.ts'
import { supportVariants } from '../programmes/programme.ts'
import { NextYearSchema } from './leftover.ts'
import { ParsedActivitySchema, ParsedSectionSchema } from './order.ts'
import { findingDecisions } from './road-map.ts'

const Part = z.enum(assignmentParts).nullable()

export const PartsSchema = z.object({ authority: Part, institute: Part, school: Part })

/** One row as it will stand: the signed words, our understanding, and what was proposed around them. */
export const UnderstoodActivitySchema = ParsedActivitySchema.extend({
  /** Stable inside the import: the place of the row in the reading («0.3»), or `new-1` for a row added by hand. */
  key: z.string(),
  /** The words by which the coordinator had the period understood; the paper's own stay in `period.text`. */
  periodReading: z.string().nullable(),
  parts: PartsSchema,
  /** A row that was misread: kept in sight, left out of the road map. */
  removed: z.boolean(),
  /** Names of what a person changed after reading: shown as such. */
  changed: z.array(z.string()),
})

/** A school of the order, matched to one that exists or to be made. */
export const UnderstoodOrganisationSchema = z.object({
  /** The order's own words. */
  text: z.string(),
  organisationId: idOf<'organisation'>().nullable(),
  shortName: z.string(),
  fullName: z.string(),
  variant: z.enum(supportVariants),
  included: z.boolean(),
})

export const DecisionSchema = z.object({
  /** The finding's place in the list of the parse answer. */
  finding: z.int().min(0),
  decision: z.enum(findingDecisions),
  note: z.string(),
})

export const UnderstoodSectionSchema = ParsedSectionSchema.extend({ activities: z.array(UnderstoodActivitySchema) })

/** What Opora makes of a paper, open to change until it is confirmed. The paper itself stays as it was read. */
export const UnderstandingSchema = z.object({
  /** The road map's title, as signed unless changed. */
  title: z.string(),
  /** The project it belongs to: the title without its year and the words «дорожная карта». */
  programmeTitle: z.string(),
  year: z.int().nullable(),
  schoolYear: z.int().nullable(),
  orderNumber: z.string().nullable(),
  orderDate: DaySchema.nullable(),
  authorityName: z.string(),
  coordinatorText: z.string(),
  controllerText: z.string(),
  /** Who signed it; an understanding of before this was asked knows nobody. */
  signatoryText: z.string().default(''),
  sections: z.array(UnderstoodSectionSchema),
  participants: z.array(UnderstoodOrganisationSchema),
  decisions: z.array(DecisionSchema),
  /** Names of the values above that a person changed. */
  changed: z.array(z.string()),
  /** Of a road map that goes on from the year before: what still speaks of that year. */
  nextYear: NextYearSchema.optional(),
})

export type UnderstoodActivity = z.infer<typeof UnderstoodActivitySchema>
export type UnderstoodSection = z.infer<typeof UnderstoodSectionSchema>
export type UnderstoodOrganisation = z.infer<typeof UnderstoodOrganisationSchema>
export type Decision = z.infer<typeof DecisionSchema>
export type Understanding = z.infer<typeof UnderstandingSchema>

/** The rows that will stand in the road map, each with its section. */
export function standingRows(understanding: Pick<Understanding, 'sections'>) {
  return understanding.sections.flatMap((section) =>
    section.activities.filter((row) => !row.removed).map((row) => ({ section, row })),
  )
}

export const obstacles = [
  'no-year',
  'no-rows',
  'no-title',
  'row-without-title',
  'school-without-name',
  'school-twice',
] as const
export type Obstacle = (typeof obstacles)[number]

/** What keeps an understanding from being confirmed; nothing, where the list is empty. */
export function obstaclesOf(understanding: Understanding): Obstacle[] {
  const rows = standingRows(understanding)
  const schools = understanding.participants.filter((one) => one.included)
  const known = schools.flatMap((one) => one.organisationId ?? [])
  const checks: [Obstacle, boolean][] = [
    ['no-year', understanding.year === null && understanding.schoolYear === null],
    ['no-rows', rows.length === 0],
    ['no-title', understanding.title.trim() === '' || understanding.programmeTitle.trim() === ''],
    ['row-without-title', rows.some(({ row }) => row.title.trim() === '')],
    ['school-without-name', schools.some((one) => one.shortName.trim().length < 2)],
    ['school-twice', new Set(known).size < known.length || hasTwins(schools)],
  ]
  return checks.filter(([, stands]) => stands).map(([obstacle]) => obstacle)
}

function hasTwins(schools: UnderstoodOrganisation[]): boolean {
  const names = schools.filter((one) => !one.organisationId).map((one) => one.shortName.trim().toLowerCase())
  return new Set(names).size < names.length
}
