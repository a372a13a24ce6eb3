import { and, eq, inArray, isNull } from 'drizzle-orm'
import { membershipsOf } from '../../kernel/actor.ts'
import { beginningOf } from '../../kernel/beginning.ts'
import type { Day } from '../../kernel/day.ts'
import type { ActivityId, DocumentId, FileId, OrganisationId } from '../../kernel/id.ts'
import { Refusal, refuseUnless } from '../../kernel/refusal.ts'
import type { Received } from '../../server/file-store.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { NO_CHANGES } from '../calendar/working-day.ts'
import { handLetterOn, registerDocument } from '../documents/service.ts'
import { keepFile, loadFile, shareFiles } from '../files/service.ts'
import { loadOrganisation } from '../organisations/service.ts'
import { organisations } from '../organisations/tables.ts'
import { createActivity } from '../road-maps/activity.service.ts'
import { personOf } from './acting.service.ts'
import { clockAt, isOver } from './deadline.ts'
import { loadTask, type Organisation, type TaskWithLetter } from './list-tasks.service.ts'
import { answersFor, canGiveTask } from './permission.ts'
import { taskRecipients, tasks } from './tables.ts'
import './words.ts'

export type NewTask = {
  ownerId?: OrganisationId | undefined
  text: string
  dueOn: Day
  dueTime: string | null
  organisationIds: OrganisationId[]
  letter: {
    number: string | null
    signedOn: Day | null
    sender: string | null
    fileId: FileId | null
    documentId?: DocumentId | null
  } | null
}

const TITLE_LENGTH = 120

/** «Поручение»: its recipients see it at once, each of them only itself. */
export async function giveTask(work: Work, wanted: NewTask): Promise<TaskWithLetter> {
  const owner = await loadGivingAuthority(work, wanted.ownerId)
  const deadline = { end: wanted.dueOn, time: wanted.dueTime, rule: 'same' as const, dayChanges: NO_CHANGES }
  refuseUnless(!isOver(deadline, clockAt(work.now, owner.timeZone)), 'unprocessable', 'task.due-in-the-past')
  const recipients = await loadRecipients(work, owner, wanted.organisationIds)

  const letterId =
    wanted.letter && (await registerLetter(work, { ...wanted.letter, title: wanted.text }, { owner, recipients }))
  const activityId = await createActivity(work, { ownerId: owner.id, roadMapId: null })
  const row = {
    activityId,
    ownerId: owner.id,
    text: wanted.text,
    letterId,
    dueOn: wanted.dueOn,
    dueTime: wanted.dueTime,
    givenBy: personOf(work),
    givenAt: work.now,
  }
  await work.db.insert(tasks).values(row)
  await work.db.insert(taskRecipients).values(recipients.map((one) => ({ activityId, organisationId: one.id })))
  const organisationIds = recipients.map((one) => one.id)
  await record(work, {
    action: 'task.given',
    subjectId: activityId,
    organisationId: owner.id,
    after: { ...row, organisationIds },
  })
  return loadTask(work, activityId)
}

/** The file of an incoming letter; once a task is given by it, its recipients open it too. */
export async function keepLetterFile(
  work: Work,
  received: Received,
  wanted: { name: string; ownerId?: OrganisationId | undefined },
) {
  const owner = await loadGivingAuthority(work, wanted.ownerId)
  return keepFile(work, received, { organisationId: owner.id, name: wanted.name })
}

/** It stays in the list, crossed out; nobody is asked any more. */
export async function cancelTask(work: Work, activityId: ActivityId, rowVersion: number): Promise<TaskWithLetter> {
  const { row: before, owner } = await loadTask(work, activityId)
  refuseUnless(canGiveTask(work.actor, owner), 'forbidden', 'task.not-coordinator')
  refuseUnless(before.rowVersion === rowVersion, 'stale', 'task.changed-meanwhile', { current: before })
  refuseUnless(!before.cancelled, 'conflict', 'task.cancelled')
  const [after] = await work.db
    .update(tasks)
    .set({ cancelled: true, rowVersion: rowVersion + 1 })
    .where(and(eq(tasks.activityId, activityId), eq(tasks.rowVersion, rowVersion), eq(tasks.cancelled, false)))
    .returning()
  if (!after) {
    throw new Refusal('stale', 'task.changed-meanwhile', { current: (await loadTask(work, activityId)).row })
  }
  await record(work, { action: 'task.cancelled', subjectId: activityId, organisationId: owner.id, before, after })
  return loadTask(work, activityId)
}

/** The first time that somebody of the organisation opened it is kept. */
export async function noteTaskSeen(
  work: Work,
  activityId: ActivityId,
  organisationId: OrganisationId,
): Promise<TaskWithLetter> {
  const { owner, recipients } = await loadTask(work, activityId)
  const recipient = recipients.find((one) => one.organisation.id === organisationId)
  refuseUnless(recipient, 'missing', 'task.missing')
  const isOwn = answersFor(work.actor, { organisation: recipient.organisation, authority: owner })
  refuseUnless(isOwn, 'forbidden', 'assignment.not-yours')
  await work.db
    .update(taskRecipients)
    .set({ seenAt: work.now })
    .where(
      and(
        eq(taskRecipients.activityId, activityId),
        eq(taskRecipients.organisationId, organisationId),
        isNull(taskRecipients.seenAt),
      ),
    )
  await record(work, { action: 'task.seen', subjectId: activityId, organisationId })
  return loadTask(work, activityId)
}

/** The authority in whose name the coordinator acts; she names it only where she has several. */
async function loadGivingAuthority(work: Work, ownerId: OrganisationId | undefined): Promise<Organisation> {
  const own = membershipsOf(work.actor).filter((one) => one.role === 'municipal_coordinator')
  const ids = [...new Set(own.map((one) => one.organisationId))]
  const id = ownerId ?? (ids.length === 1 ? ids[0] : undefined)
  refuseUnless(id, 'unprocessable', 'task.which-authority')
  const owner = await loadOrganisation(work, id)
  refuseUnless(canGiveTask(work.actor, owner), 'forbidden', 'task.not-coordinator')
  return owner
}

async function loadRecipients(work: Work, owner: Organisation, ids: OrganisationId[]): Promise<Organisation[]> {
  const wanted = [...new Set(ids)]
  const found = await work.db
    .select()
    .from(organisations)
    .where(and(inArray(organisations.id, wanted), visibleTo(work.actor, organisations)))
  const below = found.filter((one) => one.path.startsWith(owner.path) && one.closedOn === null)
  refuseUnless(below.length === wanted.length, 'unprocessable', 'task.unknown-recipient')
  return below
}

type Letter = NonNullable<NewTask['letter']> & { title: string }

/** The letter's file goes to the recipients alone; what a school gave as its own is not handed on. */
async function registerLetter(
  work: Work,
  { title, fileId, documentId, ...letter }: Letter,
  { owner, recipients }: { owner: Organisation; recipients: Organisation[] },
) {
  if (documentId) return handLetterOn(work, documentId, { owner, recipients })
  if (fileId) {
    const file = await loadFile(work, fileId)
    refuseUnless(file.organisationId === owner.id, 'missing', 'file.missing')
    await shareFiles(
      work,
      recipients.map((one) => ({ fileId, organisationId: one.id })),
    )
  }
  const document = { ...letter, fileId, title: beginningOf(title, TITLE_LENGTH), organisationId: owner.id }
  const { id } = await registerDocument(work, { ...document, kind: 'incoming-letter' })
  return id
}
