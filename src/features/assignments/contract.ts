import * as z from 'zod'
import { readers } from '../../kernel/actor.ts'
import { defineContract, FileAnswer, Moment, RowVersion } from '../../kernel/contract.ts'
import { DaySchema } from '../../kernel/day.ts'
import { idOf } from '../../kernel/id.ts'
import { onBehalfWays } from '../../kernel/on-behalf.ts'
import { WindowSchema } from '../../kernel/period.ts'
import { FileView, MAX_FILE_BYTES } from '../files/contract.ts'
import { fileForms, leftReasons, MOST_AT_ONCE } from './assignment.ts'
import { CellView } from './cell-view.ts'
import { mapOrderEndpoints } from './map-order-contract.ts'
import { MatrixView } from './matrix-view.ts'
import { moveEndpoints } from './move-contract.ts'
import { ownRowsEndpoints } from './own-rows-contract.ts'
import { shareEndpoints } from './share-contract.ts'
import { OtherCells, OtherCellsInQuery } from './shared-proof.ts'
import { TaskDeadline, TaskView } from './task-view.ts'
import { TodayView } from './today-view.ts'

const doers = ['municipal_coordinator', 'curator', 'school_head', 'school_team'] as const
const deciders = ['municipal_coordinator', 'curator'] as const
const controllers = ['authority_head', 'municipal_coordinator'] as const

const ActivityId = idOf<'activity'>()
const OrganisationId = idOf<'organisation'>()
const cell = { activityId: ActivityId, organisationId: OrganisationId }
const programme = z.object({ programmeId: idOf<'programme'>() })

const Text = (most: number) => z.string().trim().max(most)
const Words = (most: number) => z.string().trim().min(3).max(most)
const WebAddress = z.url({ protocol: /^https?$/ }).max(2000)
const Hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** What the coordinator says beside a proof that she records for a school. */
const telling = { onBehalf: z.enum(onBehalfWays).nullable().default(null) }

const Proof = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('link'), url: WebAddress, note: Text(1000).default('') }),
  z.strictObject({ form: z.literal('words'), note: Words(4000) }),
  z.strictObject({ form: z.literal('no-requests'), note: Text(1000).default('') }),
  z.strictObject({
    form: z.literal('outside-event'),
    heldOn: DaySchema,
    tookPart: Words(1000),
    letter: Text(400).default(''),
    url: WebAddress.nullable().default(null),
    note: Text(1000).default(''),
  }),
])

export const assignmentsContract = defineContract({
  loadMatrix: {
    method: 'GET',
    path: '/programmes/:programmeId/matrix',
    callers: readers,
    input: programme,
    output: MatrixView,
  },
  /** All projects of a year that the reader sees, side by side: a region's view. */
  loadYear: {
    method: 'GET',
    path: '/matrix',
    callers: readers,
    input: z.object({ year: z.coerce.number().int().min(1900).max(2199) }),
    output: MatrixView,
  },
  ...ownRowsEndpoints,

  exportMatrix: {
    method: 'GET',
    path: '/programmes/:programmeId/matrix.xlsx',
    callers: readers,
    input: programme,
    output: FileAnswer,
    download: true,
  },
  exportList: {
    method: 'GET',
    path: '/programmes/:programmeId/list.xlsx',
    callers: readers,
    input: programme,
    output: FileAnswer,
    download: true,
  },
  loadToday: { method: 'GET', path: '/today', callers: readers, input: z.object({}), output: TodayView },

  loadCell: {
    method: 'GET',
    path: '/activities/:activityId/organisations/:organisationId',
    callers: readers,
    input: z.object(cell),
    output: CellView,
  },
  recordProof: {
    method: 'POST',
    path: '/activities/:activityId/organisations/:organisationId/proofs',
    callers: doers,
    /** `also`: what the same event proves besides; it is recorded for all of them, or for none. */
    input: z.object({ ...cell, window: WindowSchema, proof: Proof, also: OtherCells.optional(), ...telling }),
    output: CellView,
  },
  /** The body is the file itself; the window stands in the query, an open end is left out. */
  recordProofFile: {
    method: 'POST',
    path: '/activities/:activityId/organisations/:organisationId/proof-files',
    callers: doers,
    input: z.object({
      ...cell,
      windowStart: DaySchema.optional(),
      windowEnd: DaySchema.optional(),
      form: z.enum(fileForms),
      name: z.string().trim().min(1).max(400),
      note: Text(1000).default(''),
      onBehalf: z.enum(onBehalfWays).optional(),
      also: OtherCellsInQuery.optional(),
    }),
    output: CellView,
    upload: { maxBytes: MAX_FILE_BYTES },
  },
  /** A proof recorded by mistake: it stays, marked. */
  withdrawProof: {
    method: 'POST',
    path: '/proofs/:id/withdrawal',
    callers: doers,
    input: z.object({ id: idOf<'proofItem'>(), rowVersion: RowVersion }),
    output: CellView,
  },

  ...shareEndpoints,
  ...mapOrderEndpoints,

  submit: {
    method: 'POST',
    path: '/activities/:activityId/organisations/:organisationId/submissions',
    callers: doers,
    input: z.object({ ...cell, window: WindowSchema, note: Text(2000).default('') }),
    output: CellView,
  },
  accept: {
    method: 'POST',
    path: '/submissions/:id/acceptance',
    callers: deciders,
    input: z.object({ id: idOf<'submission'>(), rowVersion: RowVersion, comment: Text(2000).default('') }),
    output: CellView,
  },
  /** «Принять» over many cells, each judged by itself; what was handed in after `seenAt` is left to be looked at. */
  acceptMany: {
    method: 'POST',
    path: '/acceptances',
    callers: deciders,
    input: z.object({ cells: z.array(z.strictObject(cell)).min(1).max(MOST_AT_ONCE), seenAt: Moment }),
    output: z.object({
      accepted: z.array(z.object(cell)),
      left: z.array(z.object({ ...cell, reason: z.enum(leftReasons) })),
    }),
  },
  /** «Напомнить в Опоре»: people of these schools are told; answers how many schools. */
  remindMany: {
    method: 'POST',
    path: '/reminders',
    callers: deciders,
    input: z.object({ cells: z.array(z.strictObject(cell)).min(1).max(MOST_AT_ONCE) }),
    output: z.object({ reminded: z.int() }),
  },
  /** «Вернуть с замечанием»; an accepted one too, where the acceptance was a mistake. */
  returnSubmission: {
    method: 'POST',
    path: '/submissions/:id/return',
    callers: deciders,
    input: z.object({ id: idOf<'submission'>(), rowVersion: RowVersion, comment: Words(2000) }),
    output: CellView,
  },

  /** One organisation's cell, or the whole activity over several, in one call. */
  releaseFromControl: {
    method: 'POST',
    path: '/activities/:activityId/control-releases',
    callers: controllers,
    input: z.object({
      activityId: ActivityId,
      organisationIds: z.array(OrganisationId).min(1).max(1000),
      /** The date of the paper resolution: compulsory where the coordinator records the controller's decision. */
      resolutionOn: DaySchema.nullable().default(null),
      resolution: Text(1000).default(''),
    }),
    output: z.object({ released: z.array(OrganisationId) }),
  },
  revokeRelease: {
    method: 'POST',
    path: '/control-releases/:id/revocation',
    callers: controllers,
    input: z.object({ id: idOf<'controlRelease'>(), rowVersion: RowVersion }),
    output: CellView,
  },
  exempt: {
    method: 'POST',
    path: '/activities/:activityId/organisations/:organisationId/exemptions',
    callers: ['municipal_coordinator'],
    input: z.object({ ...cell, reason: Words(1000) }),
    output: CellView,
  },
  revokeExemption: {
    method: 'POST',
    path: '/exemptions/:id/revocation',
    callers: ['municipal_coordinator'],
    input: z.object({ id: idOf<'exemption'>(), rowVersion: RowVersion }),
    output: CellView,
  },

  ...moveEndpoints,

  listTasks: {
    method: 'GET',
    path: '/tasks',
    callers: readers,
    /** The latest deadlines come first; earlier ones on the next pages. */
    input: z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1) }),
    output: z.object({ tasks: z.array(TaskView), total: z.int(), today: DaySchema, mayGive: z.boolean() }),
  },
  /** For the timeline and the calendar: what is due from one day to another, without the cancelled. */
  listTaskDeadlines: {
    method: 'GET',
    path: '/task-deadlines',
    callers: readers,
    input: z.object({ from: DaySchema, to: DaySchema }),
    output: z.object({ tasks: z.array(TaskDeadline) }),
  },
  loadTask: {
    method: 'GET',
    path: '/tasks/:activityId',
    callers: readers,
    input: z.object({ activityId: ActivityId }),
    output: TaskView,
  },
  /** Keeps the file of an incoming letter until its task is given. */
  keepLetterFile: {
    method: 'POST',
    path: '/task-letters',
    callers: ['municipal_coordinator'],
    input: z.object({ name: z.string().trim().min(1).max(400), ownerId: OrganisationId.optional() }),
    output: FileView,
    upload: { maxBytes: MAX_FILE_BYTES },
  },
  giveTask: {
    method: 'POST',
    path: '/tasks',
    callers: ['municipal_coordinator'],
    input: z.object({
      /** The authority that gives it; needed only where the caller coordinates several. */
      ownerId: OrganisationId.optional(),
      text: Words(4000),
      dueOn: DaySchema,
      dueTime: Hour.nullable().default(null),
      organisationIds: z.array(OrganisationId).min(1).max(1000),
      letter: z
        .strictObject({
          number: Text(100).nullable().default(null),
          signedOn: DaySchema.nullable().default(null),
          sender: Text(400).nullable().default(null),
          fileId: idOf<'file'>().nullable().default(null),
          /** A letter that stands in the journal already; nothing else is said of it then. */
          documentId: idOf<'document'>().nullish(),
        })
        .nullable()
        .default(null),
    }),
    output: TaskView,
  },
  /** «Поручение открыто»: the organisation has seen it. */
  noteTaskSeen: {
    method: 'POST',
    path: '/tasks/:activityId/receipts',
    callers: ['school_head', 'school_team'],
    input: z.object({ activityId: ActivityId, organisationId: OrganisationId }),
    output: TaskView,
  },
  cancelTask: {
    method: 'POST',
    path: '/tasks/:activityId/cancellation',
    callers: ['municipal_coordinator'],
    input: z.object({ activityId: ActivityId, rowVersion: RowVersion }),
    output: TaskView,
  },
})
