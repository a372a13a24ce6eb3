import * as z from 'zod'
import { defineContract, Moment, RowVersion } from '../../kernel/contract.ts'
import { DaySchema } from '../../kernel/day.ts'
import { FindingSchema } from '../../kernel/finding.ts'
import { idOf } from '../../kernel/id.ts'
import { audiences, holders, proofKinds } from '../../kernel/proof.ts'
import { MAX_FILE_BYTES } from '../files/contract.ts'
import { supportVariants } from '../programmes/programme.ts'
import { comparedFields, comparisonKinds, outcomes } from './compare-revisions.ts'
import { leftoverAnswers } from './leftover.ts'
import { ParsedOrderSchema, ParsedRoadMapSchema, SourceBlockSchema } from './order.ts'
import { findingDecisions, importStatuses, rowBeginnings } from './road-map.ts'
import { DecisionSchema, PartsSchema, UnderstandingSchema } from './understanding.ts'

const callers = ['municipal_coordinator'] as const
const ImportId = idOf<'orderImport'>()
const Year = z.int().min(2000).max(2100)
const Line = z.string().trim().max(400)
const Paragraph = z.string().trim().max(4000)

export const ImportSummary = z.object({
  id: ImportId,
  name: z.string(),
  status: z.enum(importStatuses),
  /** The road map that it will revise, where one is known. */
  roadMapId: idOf<'roadMap'>().nullable(),
  hasFile: z.boolean(),
  createdAt: Moment,
  rowVersion: z.int(),
})

/** The whole of an import: what was read, never changed, and what we make of it. */
export const ImportView = ImportSummary.extend({
  fileId: idOf<'file'>().nullable(),
  scanId: idOf<'scan'>().nullable(),
  /** The paper is a scan: its rows are typed beside it. */
  isScan: z.boolean(),
  contextYear: z.int().nullable(),
  /** The road maps of the file, while it is not chosen which of them become imports. */
  maps: z.array(
    z.object({
      title: z.string().nullable(),
      year: z.int().nullable(),
      schoolYear: z.int().nullable(),
      rows: z.int(),
    }),
  ),
  order: ParsedOrderSchema.nullable(),
  /** The rows in their signed words. */
  signed: ParsedRoadMapSchema.nullable(),
  source: z.array(SourceBlockSchema),
  findings: z.array(FindingSchema),
  understanding: UnderstandingSchema.nullable(),
})

/** What an edit answers with: the understanding as it stands now. */
const EditAnswer = z.object({ rowVersion: z.int(), understanding: UnderstandingSchema })

const edit = { id: ImportId, rowVersion: RowVersion }

const ActivityChange = z.object({
  number: Line.nullable().optional(),
  title: Paragraph.optional(),
  /** «Понимать как…»: words of a period; empty brings the paper's own back. */
  periodReading: Line.optional(),
  executors: z.array(Line.min(1)).max(40).optional(),
  expectedResult: Paragraph.nullable().optional(),
  targetGroups: z.array(Line.min(1)).max(20).optional(),
  heldBy: z.enum(holders).optional(),
  proof: z.array(z.enum(proofKinds)).max(proofKinds.length).optional(),
  parts: PartsSchema.optional(),
  removed: z.boolean().optional(),
})

const ParticipantChange = z.object({
  organisationId: idOf<'organisation'>().nullable().optional(),
  shortName: Line.optional(),
  fullName: Line.optional(),
  variant: z.enum(supportVariants).optional(),
  included: z.boolean().optional(),
})

const HeaderChange = z.object({
  title: Paragraph.optional(),
  programmeTitle: Line.optional(),
  year: Year.nullable().optional(),
  schoolYear: Year.nullable().optional(),
  orderNumber: Line.nullable().optional(),
  orderDate: DaySchema.nullable().optional(),
  authorityName: Line.optional(),
  coordinatorText: Line.optional(),
  controllerText: Line.optional(),
  signatoryText: Line.optional(),
})

const ComparedRowSchema = z.object({
  kind: z.enum(comparisonKinds),
  number: z.string().nullable(),
  title: z.string(),
  previousNumber: z.string().nullable(),
  previousTitle: z.string().nullable(),
  changes: z.array(z.object({ field: z.enum(comparedFields), before: z.string(), after: z.string() })),
})

/** What confirming would change in the road map that stands. */
export const DifferenceView = z.object({
  roadMapId: idOf<'roadMap'>(),
  title: z.string(),
  revision: z.int(),
  orderNumber: z.string().nullable(),
  orderDate: DaySchema.nullable(),
  outcome: z.enum(outcomes),
  rows: z.array(ComparedRowSchema),
  /** Schools that join, leave or get another variant. */
  schools: z.array(z.string()),
})

export const importsContract = defineContract({
  importOrder: {
    method: 'POST',
    path: '/imports',
    callers,
    input: z.object({
      name: z.string().trim().min(1).max(255),
      roadMapId: idOf<'roadMap'>().optional(),
      contextYear: z.coerce.number<string | number>().int().min(2000).max(2100).optional(),
    }),
    upload: { maxBytes: MAX_FILE_BYTES },
    output: ImportSummary,
  },
  startFromTemplate: {
    method: 'POST',
    path: '/imports/template',
    callers,
    input: z.object({ year: Year }),
    output: ImportSummary,
  },
  clarifyRoadMap: {
    method: 'POST',
    path: '/road-maps/:roadMapId/clarification',
    callers,
    input: z.object({ roadMapId: idOf<'roadMap'>() }),
    output: ImportSummary,
  },
  listImports: {
    method: 'GET',
    path: '/imports',
    callers,
    input: z.object({}),
    output: z.object({ imports: z.array(ImportSummary) }),
  },
  loadImport: { method: 'GET', path: '/imports/:id', callers, input: z.object({ id: ImportId }), output: ImportView },
  /** Road maps of one file by their place in it, from 0. */
  chooseRoadMaps: {
    method: 'POST',
    path: '/imports/:id/road-maps',
    callers,
    input: z.object({ ...edit, maps: z.array(z.int().min(0).max(99)).min(1).max(100) }),
    output: z.object({ imports: z.array(ImportSummary) }),
  },
  /** For a scan, which cannot be read: the rows to begin with. `year` is the first of a school year where the earlier road map is of one. */
  typeRows: {
    method: 'POST',
    path: '/imports/:id/rows',
    callers,
    input: z.object({ ...edit, from: z.enum(rowBeginnings), year: Year, roadMapId: idOf<'roadMap'>().optional() }),
    output: ImportSummary,
  },
  layImportScan: {
    method: 'POST',
    path: '/imports/:id/scan',
    callers,
    input: z.object({ id: ImportId, name: z.string().trim().min(1).max(255) }),
    upload: { maxBytes: MAX_FILE_BYTES },
    output: z.object({ scanId: idOf<'scan'>() }),
  },
  changeHeader: {
    method: 'PUT',
    path: '/imports/:id/understanding/header',
    callers,
    input: z.object({ ...edit, change: HeaderChange }),
    output: EditAnswer,
  },
  changeSection: {
    method: 'PUT',
    path: '/imports/:id/understanding/sections/:section',
    callers,
    input: z.object({ ...edit, section: z.coerce.number<string>().int().min(0), audience: z.enum(audiences) }),
    output: EditAnswer,
  },
  addSection: {
    method: 'POST',
    path: '/imports/:id/understanding/sections',
    callers,
    input: z.object({ ...edit, number: Line.nullable(), title: Paragraph.min(2) }),
    output: EditAnswer,
  },
  addActivity: {
    method: 'POST',
    path: '/imports/:id/understanding/activities',
    callers,
    input: z.object({ ...edit, section: z.int().min(0), number: Line.nullable(), title: Paragraph.min(2) }),
    output: EditAnswer,
  },
  changeActivity: {
    method: 'PUT',
    path: '/imports/:id/understanding/activities/:key',
    callers,
    input: z.object({ ...edit, key: z.string().max(40), change: ActivityChange }),
    output: EditAnswer,
  },
  addParticipant: {
    method: 'POST',
    path: '/imports/:id/understanding/participants',
    callers,
    input: z.object({ ...edit, organisationId: idOf<'organisation'>().nullable(), shortName: Line.min(2) }),
    output: EditAnswer,
  },
  changeParticipant: {
    method: 'PUT',
    path: '/imports/:id/understanding/participants/:participant',
    callers,
    input: z.object({ ...edit, participant: z.coerce.number<string>().int().min(0), change: ParticipantChange }),
    output: EditAnswer,
  },
  decideFinding: {
    method: 'PUT',
    path: '/imports/:id/understanding/decisions/:finding',
    callers,
    input: z.object({
      ...edit,
      finding: z.coerce.number<string>().int().min(0),
      decision: z.enum(findingDecisions).nullable(),
      note: Paragraph,
    }),
    output: EditAnswer,
  },
  /** A mention of the old year, by its place in the list: replaced as proposed, or left. */
  settleLeftover: {
    method: 'PUT',
    path: '/imports/:id/understanding/leftovers/:leftover',
    callers,
    input: z.object({
      ...edit,
      leftover: z.coerce.number<string>().int().min(0),
      answer: z.enum(leftoverAnswers),
    }),
    output: EditAnswer,
  },
  draftAmendments: {
    method: 'GET',
    path: '/imports/:id/amendments',
    callers,
    input: z.object({ id: ImportId }),
    output: z.object({ decisions: z.array(DecisionSchema), text: z.string() }),
  },
  compareImport: {
    method: 'GET',
    path: '/imports/:id/difference',
    callers,
    input: z.object({ id: ImportId }),
    output: z.object({ difference: DifferenceView.nullable() }),
  },
  confirmUnderstanding: {
    method: 'POST',
    path: '/imports/:id/confirmation',
    callers,
    input: z.object({ ...edit, orderNumber: Line.min(1), orderDate: DaySchema, reason: Line.optional() }),
    output: z.object({
      roadMapId: idOf<'roadMap'>(),
      programmeId: idOf<'programme'>(),
      outcome: z.enum(['created', ...outcomes]),
      revision: z.int(),
    }),
  },
  abandonImport: {
    method: 'POST',
    path: '/imports/:id/abandonment',
    callers,
    input: z.object(edit),
    output: ImportSummary,
  },
})

export type ImportView = z.infer<typeof ImportView>
export type ImportSummary = z.infer<typeof ImportSummary>
export type DifferenceView = z.infer<typeof DifferenceView>
export type ActivityChange = z.infer<typeof ActivityChange>
export type ParticipantChange = z.infer<typeof ParticipantChange>
export type HeaderChange = z.infer<typeof HeaderChange>
