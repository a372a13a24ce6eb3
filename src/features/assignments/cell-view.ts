import * as z from 'zod'
import { assignmentStates } from '../../kernel/assignment-state.ts'
import { Moment, RowVersion } from '../../kernel/contract.ts'
import { DaySchema } from '../../kernel/day.ts'
import { idOf } from '../../kernel/id.ts'
import { onBehalfWays } from '../../kernel/on-behalf.ts'
import { assignmentParts } from '../../kernel/part.ts'
import { WindowSchema } from '../../kernel/period.ts'
import { holders, proofKinds } from '../../kernel/proof.ts'
import { FileView } from '../files/contract.ts'
import { organisationKinds } from '../organisations/organisation.ts'
import { missingThings, proofForms, submissionStatuses } from './assignment.ts'
import { Doer } from './doer.ts'
import { MoveView } from './move-view.ts'
import { AlsoProved } from './shared-proof.ts'

export const ProofView = z.object({
  id: idOf<'proofItem'>(),
  form: z.enum(proofForms),
  file: FileView.nullable(),
  url: z.string().nullable(),
  heldOn: DaySchema.nullable(),
  note: z.string(),
  tookPart: z.string(),
  letter: z.string(),
  recordedBy: Doer,
  recordedAt: Moment,
  onBehalf: z.enum(onBehalfWays).nullable(),
  withdrawnAt: Moment.nullable(),
  /** Where else its event is recorded. */
  also: z.array(AlsoProved),
  mayWithdraw: z.boolean(),
  mayShare: z.boolean(),
  rowVersion: RowVersion,
})

export const AttemptView = z.object({
  id: idOf<'submission'>(),
  attempt: z.int(),
  status: z.enum(submissionStatuses),
  note: z.string(),
  submittedBy: Doer,
  submittedAt: Moment,
  decidedBy: Doer.nullable(),
  decidedAt: Moment.nullable(),
  comment: z.string(),
  rowVersion: RowVersion,
})

export const WindowView = z.object({
  window: WindowSchema,
  state: z.enum(assignmentStates),
  dueOn: DaySchema.nullable(),
  /** The day to which the deadline was moved; null where it stands as written. */
  movedTo: DaySchema.nullable(),
  isOverdue: z.boolean(),
  /** Negative never; null where there is no deadline or it has passed. */
  workingDaysLeft: z.int().nullable(),
  missing: z.array(z.enum(missingThings)),
  proofs: z.array(ProofView),
  attempts: z.array(AttemptView),
  /** Requests for a later day, the newest first. */
  moves: z.array(MoveView),
  /** What the caller may do in this window now; the server refuses by the same rules. */
  may: z.object({
    record: z.boolean(),
    submit: z.boolean(),
    accept: z.boolean(),
    return: z.boolean(),
    askMove: z.boolean(),
  }),
})

/** Facts of a window that the present understanding of the period no longer has. */
const FormerWindowView = z.object({
  window: WindowSchema,
  proofs: z.array(ProofView),
  attempts: z.array(AttemptView),
  moves: z.array(MoveView),
})

const ReleaseView = z.object({
  id: idOf<'controlRelease'>(),
  releasedBy: Doer,
  releasedAt: Moment,
  resolutionOn: DaySchema.nullable(),
  resolution: z.string(),
  revokedAt: Moment.nullable(),
  revokedBy: Doer.nullable(),
  rowVersion: RowVersion,
})

const ExemptionView = z.object({
  id: idOf<'exemption'>(),
  reason: z.string(),
  madeBy: Doer,
  madeAt: Moment,
  revokedAt: Moment.nullable(),
  revokedBy: Doer.nullable(),
  rowVersion: RowVersion,
})

/** What an organisation is asked for: a row of the road map or of the school's own, or a task. */
const AskedView = z.object({
  activityId: idOf<'activity'>(),
  isTask: z.boolean(),
  programmeId: idOf<'programme'>().nullable(),
  number: z.string().nullable(),
  title: z.string(),
  sectionTitle: z.string().nullable(),
  /** The order's own words; null where it names none. */
  periodText: z.string().nullable(),
  dueTime: z.string().nullable(),
  executors: z.string().nullable(),
  expectedResult: z.string().nullable(),
  heldBy: z.enum(holders),
  proof: z.array(z.enum(proofKinds)),
})

export const CellView = z.object({
  asked: AskedView,
  organisation: z.object({
    id: idOf<'organisation'>(),
    kind: z.enum(organisationKinds),
    shortName: z.string(),
    fullName: z.string(),
  }),
  /** Whose activity it is, and whose days its deadlines are counted by. */
  authorityId: idOf<'organisation'>(),
  part: z.enum(assignmentParts).nullable(),
  /** The school's variant no longer asks this of it; what was done is kept. */
  isOutsideVariant: z.boolean(),
  /** The revision that left it out of the road map; what was done is kept, nothing is added. */
  removedBy: z.int().nullable(),
  state: z.enum(assignmentStates),
  dueOn: DaySchema.nullable(),
  today: DaySchema,
  timeZone: z.string(),
  windows: z.array(WindowView),
  former: z.array(FormerWindowView),
  /** The live one first, revoked ones after it. */
  releases: z.array(ReleaseView),
  exemptions: z.array(ExemptionView),
  may: z.object({
    /** What is recorded goes in the school's name and needs a word on how it was told. */
    recordOnBehalf: z.boolean(),
    release: z.boolean(),
    /** The controller has no account yet: the coordinator writes down her decision. */
    recordRelease: z.boolean(),
    revokeRelease: z.boolean(),
    /** A decision on a deadline is written down for the controller, with the date and words of her resolution. */
    recordMove: z.boolean(),
    exempt: z.boolean(),
    revokeExemption: z.boolean(),
  }),
})

export type CellView = z.infer<typeof CellView>
export type WindowView = z.infer<typeof WindowView>
export type ProofView = z.infer<typeof ProofView>
export type AttemptView = z.infer<typeof AttemptView>
