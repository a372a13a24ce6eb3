import { and, asc, desc, eq, inArray, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { reaches } from '../../kernel/actor.ts'
import { dayAt } from '../../kernel/day.ts'
import type { ActivityId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { documents } from '../documents/tables.ts'
import { files } from '../files/tables.ts'
import { organisations } from '../organisations/tables.ts'
import { clocksAt } from './deadline.ts'
import { type AttemptInCell, type FactsOfCells, listFacts } from './facts.service.ts'
import { canGiveTask } from './permission.ts'
import { type Standing, standingOf } from './standing.ts'
import { taskRecipients, tasks } from './tables.ts'
import { taskFrame, taskPeriod } from './task-period.ts'
import type { TaskView } from './task-view.ts'
import { dueSoonDays } from './threshold.service.ts'
import './words.ts'

export type Organisation = typeof organisations.$inferSelect
export type TaskRow = typeof tasks.$inferSelect

export type TaskRecipient = {
  organisation: Organisation
  seenAt: Date | null
  standing: Standing<AttemptInCell>
}

/** A task with those of its recipients whom the actor may see. */
export type Task = {
  row: TaskRow
  owner: Organisation
  letter: TaskView['letter']
  recipients: TaskRecipient[]
}

/** Tasks that the actor gave or was given, the nearest deadline first. */
export async function listTasks(work: Work, only?: ActivityId): Promise<Task[]> {
  const found = await listRows(work, only ? eq(tasks.activityId, only) : undefined)
  if (found.length === 0) return []
  const ids = found.map((one) => one.row.activityId)
  const recipients = await listRecipientsByTask(work, ids)
  const facts = await listFacts(work, ids)
  const clocks = clocksAt(work.now)

  return found.map(({ row, owner, letter, file, dueSoonDays }) => ({
    row,
    owner,
    letter: letter && { ...letter, file },
    recipients: (recipients.get(row.activityId) ?? [])
      .filter(({ organisation }) => sees(work, organisation, owner))
      .map(({ organisation, seenAt }) => {
        const timing = { clock: clocks(organisation.timeZone), dueSoonDays }
        return { organisation, seenAt, standing: taskStanding(row, organisation, { facts, ...timing }) }
      }),
  }))
}

export async function loadTask(work: Work, activityId: ActivityId): Promise<Task> {
  const [task] = await listTasks(work, activityId)
  refuseUnless(task, 'missing', 'task.missing')
  return task
}

export function viewTask(work: Work, { row, owner, letter, recipients }: Task): TaskView {
  return {
    activityId: row.activityId,
    ownerId: owner.id,
    ownerName: owner.shortName,
    text: row.text,
    dueOn: row.dueOn,
    dueTime: row.dueTime,
    givenAt: row.givenAt.toISOString(),
    cancelled: row.cancelled,
    rowVersion: row.rowVersion,
    letter,
    recipients: recipients.map(({ organisation, seenAt, standing }) => ({
      organisationId: organisation.id,
      shortName: organisation.shortName,
      fullName: organisation.fullName,
      state: row.cancelled ? 'not-applicable' : standing.state,
      seenAt: seenAt?.toISOString() ?? null,
    })),
    mayCancel: !row.cancelled && canGiveTask(work.actor, owner),
  }
}

type Known = { facts: FactsOfCells; clock: ReturnType<ReturnType<typeof clocksAt>>; dueSoonDays: number }

function taskStanding(row: TaskRow, organisation: Organisation, { facts, ...timing }: Known) {
  const frame = taskFrame(dayAt(row.givenAt, organisation.timeZone), row.dueOn)
  const demand = { period: taskPeriod(row.dueOn), frame, dayOffRule: 'same' as const, dueTime: row.dueTime }
  return standingOf(demand, facts.of(row.activityId, organisation.id), timing)
}

/** A school sees itself among the recipients, and nobody else. */
function sees(work: Work, organisation: Organisation, owner: Organisation): boolean {
  return reaches(work.actor, organisation) || reaches(work.actor, owner)
}

function listRows(work: Work, only: SQL | undefined) {
  const owners = alias(organisations, 'owner')
  return work.db
    .select({
      row: tasks,
      owner: owners,
      letter: {
        number: documents.number,
        signedOn: documents.signedOn,
        sender: documents.sender,
        title: documents.title,
      },
      file: { id: files.id, name: files.name, type: files.type, size: files.size },
      dueSoonDays: dueSoonDays(work),
    })
    .from(tasks)
    .innerJoin(owners, eq(owners.id, tasks.ownerId))
    .leftJoin(documents, and(eq(documents.id, tasks.letterId), visibleTo(work.actor, documents)))
    .leftJoin(files, and(eq(files.id, documents.fileId), visibleTo(work.actor, files)))
    .where(and(visibleTo(work.actor, tasks), only))
    .orderBy(desc(tasks.dueOn), desc(tasks.givenAt))
}

async function listRecipientsByTask(work: Work, ids: ActivityId[]) {
  const found = await work.db
    .select({ activityId: taskRecipients.activityId, seenAt: taskRecipients.seenAt, organisation: organisations })
    .from(taskRecipients)
    .innerJoin(organisations, eq(organisations.id, taskRecipients.organisationId))
    .where(and(inArray(taskRecipients.activityId, ids), visibleTo(work.actor, taskRecipients)))
    .orderBy(asc(organisations.shortName))
  const byTask = new Map<ActivityId, typeof found>(ids.map((id) => [id, []]))
  for (const one of found) byTask.get(one.activityId)?.push(one)
  return byTask
}
