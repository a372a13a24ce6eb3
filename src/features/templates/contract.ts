import * as z from 'zod'
import { Done, defineContract, Moment, RowVersion } from '../../kernel/contract.ts'
import { DaySchema } from '../../kernel/day.ts'
import { idOf } from '../../kernel/id.ts'
import { PeriodSchema } from '../../kernel/period.ts'
import { calendarPeriodKinds } from '../calendar/calendar.ts'
import { ImportSummary } from '../road-maps/import-contract.ts'
import { TemplateContentSchema, TemplateRowSchema, templateKinds } from './template.ts'

/** Who writes plans, of an authority or of a school. */
const planners = ['municipal_coordinator', 'curator', 'school_head', 'school_team'] as const
const coordinators = ['municipal_coordinator'] as const
const keepers = ['municipal_coordinator', 'school_head'] as const

const Year = z.coerce.number<string | number>().int().min(2000).max(2100)
const Title = z.string().trim().min(2).max(300)
/** The id of an organisation's own template, or the name of one that comes with Opora. */
export const TemplateKey = z.string().min(1).max(64)

export const TemplateSummary = z.object({
  key: TemplateKey,
  kind: z.enum(templateKinds),
  title: z.string(),
  /** The risk factor that its measures answer. */
  factor: z.string().nullable(),
  isSchoolYear: z.boolean(),
  rows: z.int(),
  /** Null where it comes with Opora. */
  own: z.object({ ownerName: z.string(), createdAt: Moment, rowVersion: z.int(), mayChange: z.boolean() }).nullable(),
})

/** A row in the chosen year, beside the section that it stands in. */
const DatedRowView = TemplateRowSchema.omit({ term: true, parts: true }).extend({
  section: z.string().nullable(),
  period: PeriodSchema.nullable(),
})

export const DatedTemplate = z.object({
  template: TemplateSummary,
  year: z.int(),
  isSchoolYear: z.boolean(),
  rows: z.array(DatedRowView),
  /** The days of the place that adopts it, around that year. */
  calendar: z.object({
    dayChanges: z.record(z.string(), z.boolean()),
    periods: z.array(
      z.object({
        kind: z.enum(calendarPeriodKinds),
        title: z.string(),
        startsOn: DaySchema,
        endsOn: DaySchema,
      }),
    ),
  }),
  /** Up to how many days an event is short, and is moved whole. */
  shortDays: z.int(),
})

const MOST_MOVES = 500
export const Moves = z.array(z.object({ row: z.int().min(0), window: z.int().min(0), end: DaySchema })).max(MOST_MOVES)

const ofRoadMap = { roadMapId: idOf<'roadMap'>() }
const ofTemplate = { key: idOf<'template'>(), rowVersion: RowVersion }

export const templatesContract = defineContract({
  listTemplates: {
    method: 'GET',
    path: '/templates',
    callers: planners,
    input: z.object({}),
    output: z.object({ templates: z.array(TemplateSummary) }),
  },
  /** Its rows with their dates in a year, and the days of whoever would adopt it: by default of one's own authority. */
  dateTemplate: {
    method: 'GET',
    path: '/templates/:key/dates',
    callers: planners,
    input: z.object({
      key: TemplateKey,
      year: Year,
      /** What a year means to the project that adopts it; by default, what it means to the template. */
      yearKind: z.enum(['calendar', 'school']).optional(),
      organisationId: idOf<'organisation'>().optional(),
    }),
    output: DatedTemplate,
  },
  /** Becomes an import, to be looked over and confirmed like any other. */
  adoptTemplate: {
    method: 'POST',
    path: '/templates/:key/adoption',
    callers: coordinators,
    input: z.object({ key: TemplateKey, year: Year, moves: Moves.default([]) }),
    output: ImportSummary,
  },
  /** What would be kept of a road map: without its year, its people and its organisations. */
  previewTemplate: {
    method: 'GET',
    path: '/road-maps/:roadMapId/template',
    callers: coordinators,
    input: z.object(ofRoadMap),
    output: TemplateContentSchema,
  },
  saveAsTemplate: {
    method: 'POST',
    path: '/road-maps/:roadMapId/templates',
    callers: coordinators,
    input: z.object({ ...ofRoadMap, title: Title }),
    output: TemplateSummary,
  },
  /** The road map in force takes the place of what the template was; plans begun with it are offered the difference. */
  renewTemplate: {
    method: 'PUT',
    path: '/templates/:key/content',
    callers: coordinators,
    input: z.object({ ...ofTemplate, ...ofRoadMap }),
    output: TemplateSummary,
  },
  renameTemplate: {
    method: 'PUT',
    path: '/templates/:key',
    callers: keepers,
    input: z.object({ ...ofTemplate, title: Title }),
    output: TemplateSummary,
  },
  removeTemplate: {
    method: 'DELETE',
    path: '/templates/:key',
    callers: keepers,
    input: z.object(ofTemplate),
    output: Done,
  },
})

export type TemplateSummary = z.infer<typeof TemplateSummary>
export type DatedTemplate = z.infer<typeof DatedTemplate>
