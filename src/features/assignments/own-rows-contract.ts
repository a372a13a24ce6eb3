import * as z from 'zod'
import { readers } from '../../kernel/actor.ts'
import { assignmentStates } from '../../kernel/assignment-state.ts'
import { defineContract } from '../../kernel/contract.ts'
import { idOf } from '../../kernel/id.ts'
import { supportVariants } from '../programmes/programme.ts'
import { MatrixCell } from './matrix-view.ts'

/** How many schools come at once: their rows fill a few screens. */
export const SCHOOLS_IN_PAGE = 40

/** By what became of a deadline. */
export const timings = ['overdue', 'asked', 'moved'] as const
export type RowTiming = (typeof timings)[number]

const OrganisationId = idOf<'organisation'>()

/** The projects of a year that the reader sees, or one of them. */
const whose = {
  year: z.coerce.number().int().min(1900).max(2199),
  programmeId: idOf<'programme'>().optional(),
}

/** A row of a school's own map in force, as it stands. */
const OwnRowView = z.object({
  activityId: idOf<'activity'>(),
  /** «Ш.1» */
  number: z.string(),
  title: z.string(),
  /** As the school wrote it. */
  periodText: z.string().nullable(),
  responsible: z.string(),
  cell: MatrixCell.omit({ cycles: true }),
})

const OwnRowsOfSchool = z.object({
  programmeId: idOf<'programme'>(),
  organisationId: OrganisationId,
  shortName: z.string(),
  fullName: z.string(),
  /** Whose project asks it. */
  authorityName: z.string(),
  rows: z.array(OwnRowView),
})

export type OwnRowView = z.infer<typeof OwnRowView>
export type OwnRowsOfSchool = z.infer<typeof OwnRowsOfSchool>

/** What schools have set themselves, where their authority looks. */
export const ownRowsEndpoints = defineContract({
  /** How much there is; nothing is derived for it. */
  countSchoolsOwnRows: {
    method: 'GET',
    path: '/own-rows/count',
    callers: readers,
    input: z.object(whose),
    output: z.object({ schools: z.int(), rows: z.int() }),
  },
  /** School by school, a page at a time; the numbers are of all pages. */
  listSchoolsOwnRows: {
    method: 'GET',
    path: '/own-rows',
    callers: readers,
    input: z.object({
      ...whose,
      authorityId: OrganisationId.optional(),
      organisationId: OrganisationId.optional(),
      variant: z.enum(supportVariants).optional(),
      state: z.enum(assignmentStates).optional(),
      timing: z.enum(timings).optional(),
      page: z.coerce.number().int().min(1).max(10_000).default(1),
    }),
    output: z.object({
      schools: z.array(OwnRowsOfSchool),
      states: z.array(z.object({ state: z.enum(assignmentStates), count: z.int() })),
      shown: z.object({ schools: z.int(), rows: z.int() }),
      total: z.object({ rows: z.int() }),
    }),
  },
})
