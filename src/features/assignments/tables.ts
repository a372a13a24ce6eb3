import { boolean, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { OnBehalf } from '../../kernel/on-behalf.ts'
import { dayColumn, idColumn, momentColumn, rowVersionColumn } from '../../server/columns.ts'
import { declareVisibility } from '../../server/visibility.ts'
import type { ProofForm, SubmissionStatus } from './assignment.ts'
import type { MoveStatus } from './deadline-move.ts'
import { factsFor, givenByOwner, receivedTasks } from './visibility.ts'

/** One thing that shows that an activity was carried out by an organisation, in one of its windows. */
export const proofItems = pgTable('proof_item', {
  id: idColumn<'proofItem'>('id').primaryKey(),
  activityId: idColumn<'activity'>('activity_id').notNull(),
  organisationId: idColumn<'organisation'>('organisation_id').notNull(),
  /** The window it proves; both null where the period has no windows. */
  windowStart: dayColumn('window_start'),
  windowEnd: dayColumn('window_end'),
  form: text('form').$type<ProofForm>().notNull(),
  fileId: idColumn<'file'>('file_id'),
  url: text('url'),
  /** An outside event in one line: when, who took part, by which letter. */
  heldOn: dayColumn('held_on'),
  note: text('note').notNull().default(''),
  tookPart: text('took_part').notNull().default(''),
  letter: text('letter').notNull().default(''),
  recordedBy: idColumn<'person'>('recorded_by').notNull(),
  /** How the school told the coordinator; null where the school recorded it itself. */
  onBehalf: text('on_behalf').$type<OnBehalf>(),
  recordedAt: momentColumn('recorded_at').notNull(),
  withdrawnAt: momentColumn('withdrawn_at'),
  /** The first proof of an event that proves several cells, in each of them; null: it proves this one alone. */
  sharedId: idColumn<'proofItem'>('shared_id'),
  rowVersion: rowVersionColumn(),
})

/** «Сдано»: one attempt for one window. A returned attempt stays, with its comment; the next is a new row. */
export const submissions = pgTable('submission', {
  id: idColumn<'submission'>('id').primaryKey(),
  activityId: idColumn<'activity'>('activity_id').notNull(),
  organisationId: idColumn<'organisation'>('organisation_id').notNull(),
  windowStart: dayColumn('window_start'),
  windowEnd: dayColumn('window_end'),
  attempt: integer('attempt').notNull(),
  status: text('status').$type<SubmissionStatus>().notNull(),
  submittedBy: idColumn<'person'>('submitted_by').notNull(),
  submittedAt: momentColumn('submitted_at').notNull(),
  note: text('note').notNull().default(''),
  decidedBy: idColumn<'person'>('decided_by'),
  decidedAt: momentColumn('decided_at'),
  comment: text('comment').notNull().default(''),
  rowVersion: rowVersionColumn(),
})

/** «Снято с контроля»: by the controller, or recorded for her by the coordinator with the resolution's date. */
export const controlReleases = pgTable('control_release', {
  id: idColumn<'controlRelease'>('id').primaryKey(),
  activityId: idColumn<'activity'>('activity_id').notNull(),
  organisationId: idColumn<'organisation'>('organisation_id').notNull(),
  releasedBy: idColumn<'person'>('released_by').notNull(),
  /** The absent controller in whose place it was done. */
  releasedFor: idColumn<'person'>('released_for'),
  releasedAt: momentColumn('released_at').notNull(),
  /** The date of the paper resolution where the coordinator recorded it. */
  resolutionOn: dayColumn('resolution_on'),
  resolution: text('resolution').notNull().default(''),
  revokedAt: momentColumn('revoked_at'),
  revokedBy: idColumn<'person'>('revoked_by'),
  revokedFor: idColumn<'person'>('revoked_for'),
  rowVersion: rowVersionColumn(),
})

/** «Не требуется» for one organisation, with the reason. */
export const exemptions = pgTable('exemption', {
  id: idColumn<'exemption'>('id').primaryKey(),
  activityId: idColumn<'activity'>('activity_id').notNull(),
  organisationId: idColumn<'organisation'>('organisation_id').notNull(),
  reason: text('reason').notNull(),
  madeBy: idColumn<'person'>('made_by').notNull(),
  madeAt: momentColumn('made_at').notNull(),
  revokedAt: momentColumn('revoked_at'),
  revokedBy: idColumn<'person'>('revoked_by'),
  rowVersion: rowVersionColumn(),
})

/** A later day for one window: asked with a reason, granted or declined by the controller. Each request stays. */
export const deadlineMoves = pgTable('deadline_move', {
  id: idColumn<'deadlineMove'>('id').primaryKey(),
  activityId: idColumn<'activity'>('activity_id').notNull(),
  organisationId: idColumn<'organisation'>('organisation_id').notNull(),
  windowStart: dayColumn('window_start'),
  windowEnd: dayColumn('window_end'),
  askedUntil: dayColumn('asked_until').notNull(),
  reason: text('reason').notNull(),
  askedBy: idColumn<'person'>('asked_by').notNull(),
  /** How the school told the coordinator; null where it asked itself. */
  onBehalf: text('on_behalf').$type<OnBehalf>(),
  askedAt: momentColumn('asked_at').notNull(),
  status: text('status').$type<MoveStatus>().notNull(),
  /** May differ from the day that was asked for. */
  grantedUntil: dayColumn('granted_until'),
  decidedBy: idColumn<'person'>('decided_by'),
  /** The absent controller in whose place it was decided. */
  decidedFor: idColumn<'person'>('decided_for'),
  decidedAt: momentColumn('decided_at'),
  /** The date of the paper resolution where the coordinator recorded it. */
  resolutionOn: dayColumn('resolution_on'),
  /** The words of the decision; of a refusal, its reason. */
  resolution: text('resolution').notNull().default(''),
  /** When the request was withdrawn or the grant taken back. */
  endedAt: momentColumn('ended_at'),
  endedBy: idColumn<'person'>('ended_by'),
  /** The absent controller in whose place the grant was taken back. */
  endedFor: idColumn<'person'>('ended_for'),
  rowVersion: rowVersionColumn(),
})

/** «Поручение»: a task outside every road map; its facts hang on its activity like all others. */
export const tasks = pgTable('task', {
  activityId: idColumn<'activity'>('activity_id').primaryKey(),
  ownerId: idColumn<'organisation'>('owner_id').notNull(),
  text: text('text').notNull(),
  letterId: idColumn<'document'>('letter_id'),
  dueOn: dayColumn('due_on').notNull(),
  /** «16:00», local; null: by the end of the day. */
  dueTime: text('due_time'),
  givenBy: idColumn<'person'>('given_by').notNull(),
  givenAt: momentColumn('given_at').notNull(),
  cancelled: boolean('cancelled').notNull().default(false),
  rowVersion: rowVersionColumn(),
})

export const taskRecipients = pgTable(
  'task_recipient',
  {
    activityId: idColumn<'activity'>('activity_id').notNull(),
    organisationId: idColumn<'organisation'>('organisation_id').notNull(),
    seenAt: momentColumn('seen_at'),
  },
  (table) => [primaryKey({ columns: [table.activityId, table.organisationId] })],
)

declareVisibility(proofItems, factsFor(proofItems.organisationId, proofItems.activityId))
declareVisibility(submissions, factsFor(submissions.organisationId, submissions.activityId))
declareVisibility(controlReleases, factsFor(controlReleases.organisationId, controlReleases.activityId))
declareVisibility(exemptions, factsFor(exemptions.organisationId, exemptions.activityId))
declareVisibility(deadlineMoves, factsFor(deadlineMoves.organisationId, deadlineMoves.activityId))
declareVisibility(tasks, receivedTasks(tasks.ownerId, tasks.activityId))
declareVisibility(taskRecipients, givenByOwner(taskRecipients.organisationId, taskRecipients.activityId))
