import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { reaches } from '../../kernel/actor.ts'
import { dayAt } from '../../kernel/day.ts'
import type { ActivityId } from '../../kernel/id.ts'
import { onceFor } from '../../kernel/once-for.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import { isoMoment } from '../../server/columns.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { documents } from '../documents/tables.ts'
import { files } from '../files/tables.ts'
import { organisations } from '../organisations/tables.ts'
import { clocksAt } from './deadline.ts'
import { type FactsOfCells, listFacts } from './facts.service.ts'
import { canGiveTask } from './permission.ts'
import { type Facts, type Standing, standingIn, type Timed, timedOf } from './standing.ts'
import { taskRecipients, tasks } from './tables.ts'
import { taskFrame, taskPeriod } from './task-period.ts'
import type { TaskView } from './task-view.ts'
import { dueSoonDays } from './threshold.service.ts'
import './words.ts'

export type Organisation = typeof organisations.$inferSelect
export type TaskRow = typeof tasks.$inferSelect

/** Whoever was given a task; the moment is written as the wire has it. */
export type TaskRecipient = { organisation: RecipientOrganisation; seenAt: string | null }
type RecipientOrganisation = Pick<Organisation, 'id' | 'kind' | 'path' | 'shortName' | 'fullName' | 'timeZone'>

/** A task with those of its recipients whom the actor may see. */
export type GivenTask = {
  row: TaskRow
  owner: Organisation
  letter: TaskView['letter']
  dueSoonDays: number
  recipients: TaskRecipient[]
}

/** The same with where each recipient stands. */
export type Task = Omit<GivenTask, 'recipients'> & { recipients: (TaskRecipient & { standing: Standing })[] }

/** Tasks that the actor gave or was given, the nearest deadline first. */
export async function listTasks(work: Work, only?: ActivityId): Promise<Task[]> {
  const given = await listGivenTasks(work, only)
  const facts = await listFacts(
    work,
    given.map((one) => one.row.activityId),
  )
  return standingTasks(work, given, facts)
}

/** The same without facts, for whoever asks for the facts of something else together with these. */
export async function listGivenTasks(work: Work, only?: ActivityId): Promise<GivenTask[]> {
  const found = await listRows(work, only ? eq(tasks.activityId, only) : undefined)
  if (found.length === 0) return []
  const recipients = await listRecipientsByTask(
    work,
    found.map((one) => one.row.activityId),
  )
  return found.map(({ row, owner, letter, file, dueSoonDays }) => ({
    row,
    owner,
    letter: letter && { ...letter, file },
    dueSoonDays,
    recipients: (recipients.get(row.activityId) ?? []).filter(({ organisation }) => sees(work, organisation, owner)),
  }))
}

/** Equal histories on walls of one time stand alike: each is derived once for a task. */
export function standingTasks(work: Work, given: readonly GivenTask[], facts: FactsOfCells): Task[] {
  const clocks = clocksAt(work.now)
  return given.map((task) => {
    const walls = new Map<string, { timed: Timed; byFacts: Map<Facts, Standing> }>()
    const standingFor = ({ id, timeZone }: RecipientOrganisation): Standing => {
      const wall = onceFor(walls, timeZone, () => ({ timed: timedTask(task, timeZone, clocks), byFacts: new Map() }))
      const said = facts.of(task.row.activityId, id)
      return onceFor(wall.byFacts, said, () => standingIn(wall.timed, said))
    }
    return { ...task, recipients: task.recipients.map((one) => ({ ...one, standing: standingFor(one.organisation) })) }
  })
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
      seenAt,
    })),
    mayCancel: !row.cancelled && canGiveTask(work.actor, owner),
  }
}

function timedTask({ row, dueSoonDays }: GivenTask, timeZone: string, clocks: ReturnType<typeof clocksAt>): Timed {
  const frame = taskFrame(dayAt(row.givenAt, timeZone), row.dueOn)
  const demand = { period: taskPeriod(row.dueOn), frame, dayOffRule: 'same' as const, dueTime: row.dueTime }
  return timedOf(demand, { clock: clocks(timeZone), dueSoonDays })
}

/** A school sees itself among the recipients, and nobody else. */
function sees(work: Work, organisation: { path: string }, owner: { path: string }): boolean {
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

/** One row for each task: the organisations come as one text, which is read faster than as many rows. */
async function listRecipientsByTask(work: Work, ids: ActivityId[]): Promise<Map<ActivityId, TaskRecipient[]>> {
  const recipients = sql<TaskRecipient[]>`json_agg(json_build_object(
    'seenAt', ${isoMoment(taskRecipients.seenAt)},
    'organisation', json_build_object('id', ${organisations.id}, 'kind', ${organisations.kind},
      'path', ${organisations.path}, 'shortName', ${organisations.shortName}, 'fullName', ${organisations.fullName},
      'timeZone', ${organisations.timeZone})) order by ${organisations.shortName})`
  const found = await work.db
    .select({ activityId: taskRecipients.activityId, recipients })
    .from(taskRecipients)
    .innerJoin(organisations, eq(organisations.id, taskRecipients.organisationId))
    .where(and(inArray(taskRecipients.activityId, ids), visibleTo(work.actor, taskRecipients)))
    .groupBy(taskRecipients.activityId)
  return new Map(found.map((one) => [one.activityId, one.recipients]))
}
