import * as z from 'zod'
import { defineContract, Moment, RowVersion } from '../../kernel/contract.ts'
import { DaySchema } from '../../kernel/day.ts'
import { idOf } from '../../kernel/id.ts'
import { audiences, holders, proofKinds } from '../../kernel/proof.ts'
import { documentStatuses } from '../documents/document.ts'
import { comparedFields, comparisonKinds } from '../road-maps/compare-revisions.ts'
import { ActivityView } from '../road-maps/contract.ts'
import { PartsSchema } from '../road-maps/understanding.ts'
import { basisKinds, correctionStatuses } from './correction.ts'

const callers = ['municipal_coordinator'] as const
const CorrectionId = idOf<'correction'>()
const RoadMapId = idOf<'roadMap'>()
const ActivityId = idOf<'activity'>()
const Line = z.string().trim().max(400)
const Paragraph = z.string().trim().max(4000)

export const CorrectedRow = ActivityView.extend({
  sectionNumber: z.string().nullable(),
  sectionTitle: z.string().nullable(),
  audience: z.enum(audiences),
})

/** One row of the map under correction. `rowVersion` is 1 while nobody has changed it. */
export const CorrectionRowView = z.object({
  activityId: ActivityId,
  rowVersion: z.int(),
  kind: z.enum(comparisonKinds),
  before: CorrectedRow.nullable(),
  after: CorrectedRow.nullable(),
  changes: z.array(z.object({ field: z.enum(comparedFields), before: z.string(), after: z.string() })),
  /** The map in force changed the same meanwhile: the row as it is there (null: it is gone), and in which fields they differ. */
  conflict: z.object({ current: CorrectedRow.nullable(), fields: z.array(z.enum(comparedFields)) }).nullable(),
  changedBy: z.string().nullable(),
  changedAt: Moment.nullable(),
})

const CorrectionSummary = z.object({
  id: CorrectionId,
  roadMapId: RoadMapId,
  status: z.enum(correctionStatuses),
  reason: z.string(),
  basisKind: z.enum(basisKinds),
  basis: z.string(),
  /** What the map is to be called; null: as it is in force. */
  newTitle: z.string().nullable(),
  orderNumber: z.string().nullable(),
  orderDate: DaySchema.nullable(),
  startedAt: Moment,
  decidedAt: Moment.nullable(),
  rowVersion: z.int(),
})

/**
 * The amending order as it was drafted here. `isOutdated`: the rows were changed after it was written. `repeals`: the
 * registered one in whose place it was drafted.
 */
const AmendingOrderView = z.object({
  id: idOf<'document'>(),
  status: z.enum(documentStatuses),
  number: z.string().nullable(),
  date: DaySchema.nullable(),
  isOutdated: z.boolean(),
  repeals: z.object({ id: idOf<'document'>(), number: z.string().nullable(), date: DaySchema.nullable() }).nullable(),
})

export const CorrectionView = CorrectionSummary.extend({
  title: z.string(),
  /** The revision that it corrects, and the order behind it. */
  revision: z.int(),
  signedNumber: z.string().nullable(),
  signedDate: DaySchema.nullable(),
  rows: z.array(CorrectionRowView),
  /** The signed words change: an amending order is needed. */
  needsOrder: z.boolean(),
  order: AmendingOrderView.nullable(),
  /** Schools whose own plan it changes, by their short names. */
  schools: z.array(z.string()),
})

const RowChangeInput = z.object({
  number: Line.nullable().optional(),
  title: Paragraph.min(1).optional(),
  /** The words of the term; empty: none. */
  period: Line.optional(),
  executors: Line.optional(),
  expectedResult: Paragraph.nullable().optional(),
  targetGroups: z.array(Line.min(1)).max(20).optional(),
  heldBy: z.enum(holders).optional(),
  proof: z.array(z.enum(proofKinds)).max(proofKinds.length).optional(),
  parts: PartsSchema.optional(),
})

const place = { id: CorrectionId, activityId: ActivityId, rowVersion: RowVersion }
const head = { reason: Paragraph.min(3), basisKind: z.enum(basisKinds), basis: Paragraph }

export const correctionsContract = defineContract({
  listCorrections: {
    method: 'GET',
    path: '/road-maps/:roadMapId/corrections',
    callers,
    input: z.object({ roadMapId: RoadMapId }),
    output: z.object({ corrections: z.array(CorrectionSummary) }),
  },
  startCorrection: {
    method: 'POST',
    path: '/road-maps/:roadMapId/corrections',
    callers,
    input: z.object({ roadMapId: RoadMapId, ...head }),
    output: CorrectionSummary,
  },
  loadCorrection: {
    method: 'GET',
    path: '/corrections/:id',
    callers,
    input: z.object({ id: CorrectionId }),
    output: CorrectionView,
  },
  describeCorrection: {
    method: 'PUT',
    path: '/corrections/:id',
    callers,
    input: z.object({ id: CorrectionId, rowVersion: RowVersion, ...head }),
    output: CorrectionSummary,
  },
  /** The map is to be called so; its title in force takes the change back. */
  nameMap: {
    method: 'PUT',
    path: '/corrections/:id/title',
    callers,
    input: z.object({ id: CorrectionId, rowVersion: RowVersion, title: Paragraph.min(1) }),
    output: CorrectionSummary,
  },
  /** The row is added below another one, in its section. */
  addRow: {
    method: 'POST',
    path: '/corrections/:id/rows',
    callers,
    input: z.object({ id: CorrectionId, above: ActivityId, number: Line.nullable(), title: Paragraph.min(1) }),
    output: CorrectionRowView,
  },
  changeRow: {
    method: 'PUT',
    path: '/corrections/:id/rows/:activityId',
    callers,
    input: z.object({ ...place, change: RowChangeInput }),
    output: CorrectionRowView,
  },
  removeRow: {
    method: 'POST',
    path: '/corrections/:id/rows/:activityId/removal',
    callers,
    input: z.object(place),
    output: CorrectionRowView,
  },
  /** The row is again as in the map in force; an added one is gone. */
  restoreRow: {
    method: 'POST',
    path: '/corrections/:id/rows/:activityId/restoration',
    callers,
    input: z.object(place),
    output: z.object({ restored: z.literal(true) }),
  },
  /** Of two versions of a row ours stands: it is made anew on the one in force. */
  keepRow: {
    method: 'POST',
    path: '/corrections/:id/rows/:activityId/retention',
    callers,
    input: z.object(place),
    output: CorrectionRowView,
  },
  approveCorrection: {
    method: 'POST',
    path: '/corrections/:id/approval',
    callers,
    input: z.object({
      id: CorrectionId,
      rowVersion: RowVersion,
      orderNumber: Line.min(1).nullable(),
      orderDate: DaySchema.nullable(),
    }),
    output: z.object({ revision: z.int(), schools: z.array(z.string()) }),
  },
  abandonCorrection: {
    method: 'POST',
    path: '/corrections/:id/abandonment',
    callers,
    input: z.object({ id: CorrectionId, rowVersion: RowVersion }),
    output: CorrectionSummary,
  },
  /** «Приказ о внесении изменений» as a draft in the journal of documents, in the words of the changes. */
  draftAmendingOrder: {
    method: 'POST',
    path: '/corrections/:id/order',
    callers,
    input: z.object({ id: CorrectionId, rowVersion: RowVersion }),
    output: z.object({ documentId: idOf<'document'>() }),
  },
})

export type CorrectionView = z.infer<typeof CorrectionView>
export type AmendingOrderView = z.infer<typeof AmendingOrderView>
export type CorrectionSummary = z.infer<typeof CorrectionSummary>
export type CorrectionRowView = z.infer<typeof CorrectionRowView>
export type RowChangeInput = z.infer<typeof RowChangeInput>
