import * as z from 'zod'
import { Moment } from '../../kernel/contract.ts'
import { DaySchema } from '../../kernel/day.ts'
import { idOf } from '../../kernel/id.ts'
import { onBehalfWays } from '../../kernel/on-behalf.ts'
import { PeriodSchema } from '../../kernel/period.ts'
import { proofKinds } from '../../kernel/proof.ts'
import { basisKinds } from '../corrections/correction.ts'
import { supportVariants } from '../programmes/programme.ts'
import { comparedFields } from '../road-maps/compare-revisions.ts'
import { SectionView } from '../road-maps/contract.ts'
import { adviceKinds } from './advice.ts'
import { mapStatuses, obstacles } from './school-map.ts'

const ActivityId = idOf<'activity'>()

export const RevisionView = z.object({
  id: idOf<'schoolMapRevision'>(),
  number: z.int(),
  status: z.enum(mapStatuses),
  reason: z.string(),
  basisKind: z.enum(basisKinds).nullable(),
  basis: z.string(),
  onBehalf: z.enum(onBehalfWays).nullable(),
  createdAt: Moment,
  submittedAt: Moment.nullable(),
  decidedAt: Moment.nullable(),
  returnReason: z.string(),
  orderNumber: z.string().nullable(),
  orderDate: DaySchema.nullable(),
  approvedAt: Moment.nullable(),
  rowVersion: z.int(),
})

/** The school's own row as it stands in one revision. */
export const RowView = z.object({
  id: idOf<'schoolMapRow'>(),
  activityId: ActivityId,
  position: z.int(),
  cause: z.string(),
  title: z.string(),
  indicator: z.string(),
  responsible: z.string(),
  period: PeriodSchema.nullable(),
  expectedResult: z.string(),
  proof: z.array(z.enum(proofKinds)),
  supportsActivityId: ActivityId.nullable(),
  onBehalf: z.enum(onBehalfWays).nullable(),
  changedAt: Moment,
  removed: z.boolean(),
  rowVersion: z.int(),
})

const Name = z.string().nullable()

/** A revision with its rows and whoever took each step. */
export const HistoricRevision = RevisionView.extend({
  createdBy: Name,
  submittedBy: Name,
  decidedBy: Name,
  approvedBy: Name,
  rows: z.array(RowView),
})

export const CommentView = z.object({
  id: idOf<'schoolMapComment'>(),
  activityId: ActivityId.nullable(),
  words: z.string(),
  author: z.string().nullable(),
  at: Moment,
  resolvedAt: Moment.nullable(),
  rowVersion: z.int(),
})

/** What the school follows: the authority's map in force, and whether it said that it has read it. */
const InheritedView = z.object({
  roadMapId: idOf<'roadMap'>(),
  revision: z.int(),
  isSent: z.boolean(),
  acknowledgedAt: Moment.nullable(),
  sections: z.array(SectionView),
})

/** What became of an inherited row since the director's order. */
const ChangeView = z.object({
  kind: z.enum(['added', 'removed', 'changed']),
  activityId: ActivityId,
  number: z.string().nullable(),
  title: z.string(),
  changes: z.array(z.object({ field: z.enum(comparedFields), before: z.string(), after: z.string() })),
})

export const MapView = z.object({
  programmeId: idOf<'programme'>(),
  programmeTitle: z.string(),
  year: z.int(),
  isSchoolYear: z.boolean(),
  school: z.object({ id: idOf<'organisation'>(), shortName: z.string(), fullName: z.string() }),
  variant: z.enum(supportVariants),
  map: z.object({ id: idOf<'schoolMap'>(), rowVersion: z.int() }).nullable(),
  /** The revision that is being worked on, or the one in force; null while nobody began. */
  revision: RevisionView.nullable(),
  /** The one in force where another is being worked on. */
  inForce: RevisionView.nullable(),
  rows: z.array(RowView),
  /** The rows that a correction began from, while it is open. */
  former: z.array(RowView).nullable(),
  comments: z.array(CommentView),
  inherited: InheritedView.nullable(),
  /** What the authority has changed since the director's order. */
  changes: z.array(ChangeView),
  /** Own rows, by their activity, of which the school is asked what becomes of them. */
  questions: z.array(
    z.object({
      activityId: ActivityId,
      kind: z.enum(['changed', 'removed']),
      number: z.string().nullable(),
      title: z.string(),
    }),
  ),
  /** To whoever writes it now, and to nobody else. */
  advice: z.array(z.object({ activityId: ActivityId, kind: z.enum(adviceKinds), words: z.string() })),
  /** What keeps it from being submitted. */
  obstacles: z.array(z.enum(obstacles)),
  may: z.object({
    start: z.boolean(),
    write: z.boolean(),
    comment: z.boolean(),
    submit: z.boolean(),
    agree: z.boolean(),
    return: z.boolean(),
    approve: z.boolean(),
    correct: z.boolean(),
    abandon: z.boolean(),
    answer: z.boolean(),
    /** «Ознакомлены» with the authority's map, in whatever state her own is. */
    acknowledge: z.boolean(),
    /** What she writes is written for the school. */
    onBehalf: z.boolean(),
  }),
})

export type RevisionView = z.infer<typeof RevisionView>
export type HistoricRevision = z.infer<typeof HistoricRevision>
export type RowView = z.infer<typeof RowView>
export type CommentView = z.infer<typeof CommentView>
export type InheritedView = z.infer<typeof InheritedView>
export type MapView = z.infer<typeof MapView>
