import * as z from 'zod'
import { DaySchema } from '../../kernel/day.ts'
import { FindingSchema } from '../../kernel/finding.ts'
import { PeriodSchema } from '../../kernel/period.ts'
import { audiences, holders, proofKinds } from '../../kernel/proof.ts'

/** A document that the order leans on («В соответствии с …»). */
export const ParsedBasisSchema = z.object({
  text: z.string(),
  number: z.string().nullable(),
  date: DaySchema.nullable(),
})

/** A numbered clause of the order, in its own words. */
export const ParsedClauseSchema = z.object({ number: z.string(), text: z.string() })

const orderRoles = ['coordinator', 'controller', 'signatory'] as const

/** Whom the order names, in the words and the case in which it names them. */
export const ParsedPersonSchema = z.object({ role: z.enum(orderRoles), text: z.string() })

/** What an order says above its road map; nothing here is corrected, only understood. */
export const ParsedOrderSchema = z.object({
  number: z.string().nullable(),
  date: DaySchema.nullable(),
  authority: z.string().nullable(),
  place: z.string().nullable(),
  title: z.string().nullable(),
  basis: z.array(ParsedBasisSchema),
  clauses: z.array(ParsedClauseSchema),
  people: z.array(ParsedPersonSchema),
  participants: z.array(z.string()),
})

export const columnRoles = [
  'number',
  'title',
  'period',
  'start',
  'end',
  'executors',
  'result',
  'audience',
  'place',
  'other',
] as const

/** Where in the file a row stands: the table and its row as in the file, from 1, the head included. */
const SourcePlaceSchema = z.object({
  table: z.int(),
  row: z.int().nullable(),
  page: z.int().nullable(),
})

/** The executors as the cell has them, and the names we read out of it. */
export const ParsedExecutorsSchema = z.object({ text: z.string(), names: z.array(z.string()) })

/** One row of a road map. */
export const ParsedActivitySchema = z.object({
  number: z.string().nullable(),
  title: z.string(),
  period: PeriodSchema.nullable(),
  executors: ParsedExecutorsSchema.nullable(),
  expectedResult: z.string().nullable(),
  targetGroups: z.array(z.string()),
  heldBy: z.enum(holders),
  proof: z.array(z.enum(proofKinds)),
  source: SourcePlaceSchema,
})

/** A section and its rows; rows outside a section stand in one whose number and title are null. */
export const ParsedSectionSchema = z.object({
  number: z.string().nullable(),
  title: z.string().nullable(),
  audience: z.enum(audiences),
  activities: z.array(ParsedActivitySchema),
})

export const ParsedColumnSchema = z.object({ header: z.string(), role: z.enum(columnRoles) })

/** A road map as its table has it. A school year is the integer of its first calendar year. */
export const ParsedRoadMapSchema = z.object({
  title: z.string().nullable(),
  year: z.int().nullable(),
  schoolYear: z.int().nullable(),
  columns: z.array(ParsedColumnSchema),
  sections: z.array(ParsedSectionSchema),
})

/** Rows of a road map that were put together from this block, where it is no row of a table itself. */
const places = z.array(z.object({ table: z.int(), row: z.int() })).optional()

/** The document itself, plain enough to be drawn beside the understanding. */
export const SourceBlockSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), text: z.string(), places }),
  z.object({
    kind: z.literal('table'),
    table: z.int(),
    places,
    rows: z.array(
      z.object({
        row: z.int(),
        isHeader: z.boolean(),
        cells: z.array(z.object({ text: z.string(), colSpan: z.int(), rowSpan: z.int() })),
      }),
    ),
  }),
])

/** Everything that reading a paper gives. `roadMaps` stands only where there are several; `source` only where asked for. */
export const ParseAnswerSchema = z.object({
  order: ParsedOrderSchema.nullable(),
  roadMap: ParsedRoadMapSchema.nullable(),
  roadMaps: z.array(ParsedRoadMapSchema).optional(),
  /** What is found about each of `roadMaps`, in their order; `findings` has each once. */
  mapFindings: z.array(z.array(FindingSchema)).optional(),
  findings: z.array(FindingSchema),
  source: z.array(SourceBlockSchema).optional(),
  /** The paper is pictures of sheets: whoever has it reads it herself. */
  isScan: z.boolean().optional(),
})

export type ParsedBasis = z.infer<typeof ParsedBasisSchema>
export type ParsedClause = z.infer<typeof ParsedClauseSchema>
export type ParsedPerson = z.infer<typeof ParsedPersonSchema>
export type ParsedOrder = z.infer<typeof ParsedOrderSchema>
export type ColumnRole = (typeof columnRoles)[number]
export type ParsedExecutors = z.infer<typeof ParsedExecutorsSchema>
export type ParsedActivity = z.infer<typeof ParsedActivitySchema>
export type ParsedSection = z.infer<typeof ParsedSectionSchema>
export type ParsedColumn = z.infer<typeof ParsedColumnSchema>
export type ParsedRoadMap = z.infer<typeof ParsedRoadMapSchema>
export type SourceBlock = z.infer<typeof SourceBlockSchema>
export type ParseAnswer = z.infer<typeof ParseAnswerSchema>
