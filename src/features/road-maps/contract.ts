import * as z from 'zod'
import { readers } from '../../kernel/actor.ts'
import { defineContract, FileAnswer, Moment } from '../../kernel/contract.ts'
import { DaySchema } from '../../kernel/day.ts'
import { idOf } from '../../kernel/id.ts'
import { PeriodSchema } from '../../kernel/period.ts'
import { audiences, holders, proofKinds } from '../../kernel/proof.ts'
import { MAX_FILE_BYTES } from '../files/contract.ts'
import { supportVariants } from '../programmes/programme.ts'
import { comparedFields, comparisonKinds } from './compare-revisions.ts'
import { ParsedExecutorsSchema } from './order.ts'
import { paperFormats } from './paper-formats.ts'
import { revisionStatuses } from './road-map.ts'
import { PartsSchema } from './understanding.ts'

/** Who sees the whole of it, beside whom the schools see their own plans. */
const overseers = ['administrator', 'authority_head', 'municipal_coordinator', 'curator', 'observer'] as const

const RoadMapId = idOf<'roadMap'>()

export const ActivityView = z.object({
  activityId: idOf<'activity'>(),
  number: z.string().nullable(),
  title: z.string(),
  period: PeriodSchema.nullable(),
  periodReading: z.string().nullable(),
  executors: ParsedExecutorsSchema.nullable(),
  expectedResult: z.string().nullable(),
  targetGroups: z.array(z.string()),
  heldBy: z.enum(holders),
  proof: z.array(z.enum(proofKinds)),
  parts: PartsSchema,
})

export const SectionView = z.object({
  number: z.string().nullable(),
  title: z.string().nullable(),
  audience: z.enum(audiences),
  activities: z.array(ActivityView),
})

export const RevisionView = z.object({
  id: idOf<'revision'>(),
  number: z.int(),
  status: z.enum(revisionStatuses),
  reason: z.string(),
  orderNumber: z.string().nullable(),
  orderDate: DaySchema.nullable(),
  documentId: idOf<'document'>().nullable(),
  approvedAt: Moment.nullable(),
  activities: z.int(),
  /** The signed paper of its order, where it was scanned. */
  scanId: idOf<'scan'>().nullable(),
})

/** Which revision, by which order, and why. */
const RevisionSummary = RevisionView.pick({
  number: true,
  status: true,
  reason: true,
  orderNumber: true,
  orderDate: true,
  approvedAt: true,
})

/** What a revision did to one row. */
export const ChangedRowView = z.object({
  activityId: idOf<'activity'>(),
  kind: z.enum(comparisonKinds),
  number: z.string().nullable(),
  title: z.string(),
  changes: z.array(z.object({ field: z.enum(comparedFields), before: z.string(), after: z.string() })),
})

export const RoadMapSummary = z.object({
  id: RoadMapId,
  programmeId: idOf<'programme'>(),
  ownerId: idOf<'organisation'>(),
  title: z.string(),
  year: z.int(),
  isSchoolYear: z.boolean(),
  revision: z.int(),
  orderNumber: z.string().nullable(),
  orderDate: DaySchema.nullable(),
})

/** The revision in force. To a school only its own plan; `isWhole` says which of the two it is. */
export const RoadMapView = RoadMapSummary.extend({
  isWhole: z.boolean(),
  revisionId: idOf<'revision'>(),
  /** An order stands behind it, beside which its signed paper may be laid. */
  hasOrder: z.boolean(),
  /** It came from the reading of a paper, whose understanding may be clarified. */
  isRead: z.boolean(),
  scanId: idOf<'scan'>().nullable(),
  sections: z.array(SectionView),
})

export const DispatchView = z.object({
  organisationId: idOf<'organisation'>(),
  revision: z.int(),
  sentAt: Moment,
  acknowledgedAt: Moment.nullable(),
  acknowledgedBy: z.string().nullable(),
})

/** What one school will see once the road map is sent. */
export const PlanPreview = z.object({
  organisationId: idOf<'organisation'>(),
  shortName: z.string(),
  fullName: z.string(),
  variant: z.enum(supportVariants),
  sentAt: Moment.nullable(),
  /** Sent already, and nothing has changed since. */
  isSentAsItStands: z.boolean(),
  acknowledgedAt: Moment.nullable(),
  /** How many rows ask something of it, and how many are only for its information. */
  asks: z.int(),
  informs: z.int(),
  /** Rows of sections for a variant, which a school without one is not sent. */
  heldBack: z.int(),
  activities: z.array(ActivityView),
  /** Ready to copy into a letter or a chat. */
  text: z.string(),
})

export const roadMapsContract = defineContract({
  listRoadMaps: {
    method: 'GET',
    path: '/road-maps',
    callers: readers,
    input: z.object({}),
    output: z.object({ roadMaps: z.array(RoadMapSummary) }),
  },
  loadRoadMap: {
    method: 'GET',
    path: '/road-maps/:id',
    callers: readers,
    input: z.object({ id: RoadMapId }),
    output: RoadMapView,
  },
  /** The same as a file: whole to the authority, to a school its own plan. */
  printRoadMap: {
    method: 'GET',
    path: '/road-maps/:id/paper',
    callers: readers,
    input: z.object({ id: RoadMapId, format: z.enum(paperFormats) }),
    output: FileAnswer,
    download: true,
  },
  layRoadMapScan: {
    method: 'POST',
    path: '/road-maps/:id/scan',
    callers: ['municipal_coordinator'],
    input: z.object({ id: RoadMapId, name: z.string().trim().min(1).max(255) }),
    upload: { maxBytes: MAX_FILE_BYTES },
    output: z.object({ scanId: idOf<'scan'>() }),
  },
  listRevisions: {
    method: 'GET',
    path: '/road-maps/:id/revisions',
    callers: readers,
    input: z.object({ id: RoadMapId }),
    output: z.object({ revisions: z.array(RevisionView) }),
  },
  /** What a revision changed against the one before it; to a school, in its own plan. */
  compareRevision: {
    method: 'GET',
    path: '/road-maps/:id/revisions/:number/difference',
    callers: readers,
    input: z.object({ id: RoadMapId, number: z.coerce.number<string | number>().int().min(1).max(9999) }),
    output: z.object({
      /** What the map was called before, and what that revision called it. */
      title: z.object({ before: z.string(), after: z.string() }).nullable(),
      rows: z.array(ChangedRowView),
    }),
  },
  /** The revisions in which one row came, changed or went, the newest first. */
  listActivityHistory: {
    method: 'GET',
    path: '/road-maps/:id/activities/:activityId/history',
    callers: readers,
    input: z.object({ id: RoadMapId, activityId: idOf<'activity'>() }),
    output: z.object({ changes: z.array(ChangedRowView.extend({ revision: RevisionSummary })) }),
  },
  previewDispatch: {
    method: 'GET',
    path: '/road-maps/:id/dispatch-preview',
    callers: overseers,
    input: z.object({ id: RoadMapId }),
    output: z.object({ plans: z.array(PlanPreview), text: z.string() }),
  },
  listDispatches: {
    method: 'GET',
    path: '/road-maps/:id/dispatches',
    callers: readers,
    input: z.object({ id: RoadMapId }),
    output: z.object({ dispatches: z.array(DispatchView) }),
  },
  sendToSchools: {
    method: 'POST',
    path: '/road-maps/:id/dispatches',
    callers: ['municipal_coordinator'],
    input: z.object({ id: RoadMapId, organisationIds: z.array(idOf<'organisation'>()).min(1).max(200) }),
    output: z.object({ dispatches: z.array(DispatchView) }),
  },
  acknowledge: {
    method: 'POST',
    path: '/road-maps/:id/acknowledgement',
    callers: ['municipal_coordinator', 'curator', 'school_head', 'school_team'],
    input: z.object({ id: RoadMapId, organisationId: idOf<'organisation'>() }),
    output: DispatchView,
  },
})

export type ActivityView = z.infer<typeof ActivityView>
export type SectionView = z.infer<typeof SectionView>
export type RoadMapView = z.infer<typeof RoadMapView>
export type DispatchView = z.infer<typeof DispatchView>
export type PlanPreview = z.infer<typeof PlanPreview>
export type RoadMapSummary = z.infer<typeof RoadMapSummary>
export type RevisionView = z.infer<typeof RevisionView>
export type ChangedRowView = z.infer<typeof ChangedRowView>
