import * as z from 'zod'
import { defineContract } from '../../kernel/contract.ts'
import { idOf } from '../../kernel/id.ts'
import { supportVariants } from '../programmes/programme.ts'
import { ImportSummary } from '../road-maps/import-contract.ts'

const callers = ['municipal_coordinator'] as const
const RoadMapId = idOf<'roadMap'>()
const OrganisationId = idOf<'organisation'>()

/** What would go on into the next year. */
const NextYearView = z.object({
  title: z.string(),
  year: z.int(),
  isSchoolYear: z.boolean(),
  rows: z.int(),
  /** Rows that somebody has not finished, and who. */
  unfinished: z.array(
    z.object({
      activityId: idOf<'activity'>(),
      number: z.string().nullable(),
      title: z.string(),
      names: z.array(z.string()),
    }),
  ),
  schools: z.array(
    z.object({ organisationId: OrganisationId, shortName: z.string(), variant: z.enum(supportVariants) }),
  ),
  /** What was begun for the year after already. */
  started: ImportSummary.nullable(),
})

export const rolloversContract = defineContract({
  previewNextYear: {
    method: 'GET',
    path: '/road-maps/:roadMapId/next-year',
    callers,
    input: z.object({ roadMapId: RoadMapId }),
    output: NextYearView,
  },
  /** Asked for twice, it is the same import. `listed` is a new list, a name each: where it has any, it alone counts. */
  startNextYear: {
    method: 'POST',
    path: '/road-maps/:roadMapId/next-year',
    callers,
    input: z.object({
      roadMapId: RoadMapId,
      toYear: z.int().min(2000).max(2100),
      schools: z.array(OrganisationId).max(2000),
      listed: z.array(z.string().trim().min(2).max(400)).max(2000),
    }),
    output: ImportSummary,
  },
})

export type NextYearView = z.infer<typeof NextYearView>
