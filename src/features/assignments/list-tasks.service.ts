import { and, desc, eq, gte, lte, or, type Placeholder, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { holdsSomewhere } from '../../kernel/actor.ts'
import { type Day, dayAt } from '../../kernel/day.ts'
import type { ActivityId } from '../../kernel/id.ts'
import { keep, onceFor } from '../../kernel/once-for.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import { isoMoment } from '../../server/columns.ts'
import { preparedRead, type Reading } from '../../server/prepared-read.ts'
import type { Work } from '../../server/work.ts'
import { dayChanges } from '../calendar/day-changes.service.ts'
import type { DayChanges } from '../calendar/working-day.ts'
import { documents } from '../documents/tables.ts'
import { files } from '../files/tables.ts'
import { organisations } from '../organisations/tables.ts'
import { clocksAt } from './deadline.ts'
import { type FactsOfCells, listFacts } from './facts.service.ts'
import { canGiveTask } from './permission.ts'
import { type Facts, type Standing, standingIn, type Timed, timedOf } from './standing.ts'
import { deadlineMoves, tasks } from './tables.ts'
import { taskFrame, taskPeriod } from './task-period.ts'
import { type TaskRecipient, unfinished, unfinishedForController, withRecipients } from './task-recipients.service.ts'
import { TASKS_IN_PAGE, type TaskView } from './task-view.ts'
import { dueSoonDays } from './threshold.service.ts'
import './words.ts'

export type Organisation = typeof organisations.$inferSelect
export type TaskRow = typeof tasks.$inferSelect

export type TaskOwner = Pick<Organisation, 'id' | 'path' | 'shortName' | 'timeZone'>

/** A task with those of its recipients whom the actor may see. */
export type GivenTask = {
  row: Pick<TaskRow, 'activityId' | 'text' | 'dueOn' | 'dueTime' | 'givenAt' | 'cancelled' | 'rowVersion'>
  owner: TaskOwner
  dueSoonDays: number
  dayChanges: DayChanges
  recipients: TaskRecipient[]
}

/** The same with where each recipient stands. */
export type Task = Omit<GivenTask, 'recipients'> & { recipients: (TaskRecipient & { standing: Standing })[] }

export type TaskWithLetter = Task & { row: TaskRow; letter: TaskView['letter'] }

/** A page of the tasks that the actor gave or was given, the latest deadline first, and how many there are in all. */
export async function listTasks(work: Work, page: number): Promise<{ tasks: TaskWithLetter[]; total: number }> {
  const found = await pageOfTasks(work, { offset: (page - 1) * TASKS_IN_PAGE })
  return {
    tasks: await withStandings(work, await withRecipients(work, found.map(withFile))),
    total: found[0]?.total ?? 0,
  }
}

/** Those that are due in these days, without the cancelled. */
export async function listTasksDue(work: Work, from: Day, to: Day): Promise<Task[]> {
  return withStandings(work, await withRecipients(work, await tasksDue(work, { from, to })))
}

export async function findTask(work: Work, activityId: ActivityId): Promise<TaskWithLetter | undefined> {
  const found = await oneTask(work, { activityId })
  const [task] = await withStandings(work, await withRecipients(work, found.map(withFile)))
  return task
}

export async function loadTask(work: Work, activityId: ActivityId): Promise<TaskWithLetter> {
  const task = await findTask(work, activityId)
  refuseUnless(task, 'missing', 'task.missing')
  return task
}

/**
 * Tasks with those recipients of whom something is still expected, without facts: for whoever asks for the facts of
 * something else together with these. What is accepted waits for nobody but a controller.
 */
export async function listUnfinishedTasks(work: Work, since: Day): Promise<GivenTask[]> {
  const found = (await tasksSince(work, { since })).flatMap(tasksOf).sort(latestFirst)
  const controls = holdsSomewhere(work.actor, ['authority_head'])
  const given = await withRecipients(work, found, controls ? unfinishedForController : unfinished)
  return given.filter((one) => one.recipients.length > 0)
}

/** Somebody's deadline was moved to this day or past it. */
function wasMovedPast(day: Placeholder): SQL {
  return sql`exists (select from ${deadlineMoves} f
    where f.activity_id = ${tasks.activityId} and f.status = 'granted' and f.granted_until >= ${day}::date)`
}

async function withStandings<T extends GivenTask>(work: Work, given: T[]): Promise<Standings<T>[]> {
  const facts = await listFacts(
    work,
    given.map((one) => one.row.activityId),
  )
  return standingTasks(work, given, facts)
}

type Standings<T extends GivenTask> = Omit<T, 'recipients'> & Pick<Task, 'recipients'>

function withFile({ total, letter, file, ...task }: FoundTask) {
  return { ...task, letter: letter && { ...letter, file } }
}

type Wall = { timed: Timed; byFacts: Map<Facts, Standing> }

/** Equal histories on walls of one time stand alike: each is derived once for all tasks of the same days and rules. */
export function standingTasks<T extends GivenTask>(
  work: Work,
  given: readonly T[],
  facts: FactsOfCells,
): Standings<T>[] {
  const clocks = clocksAt(work.now)
  const alike = new Map<DayChanges, Map<string, Wall>>()
  const wallOf = ({ row, dueSoonDays, dayChanges }: GivenTask, timeZone: string): Wall => {
    const givenOn = dayAt(row.givenAt, timeZone)
    const days = `${givenOn}/${row.dueOn}/${row.dueTime}/${dueSoonDays}/${timeZone}`
    const ofRules = onceFor(alike, dayChanges, () => new Map<string, Wall>())
    return onceFor(ofRules, days, () => {
      const frame = taskFrame(givenOn, row.dueOn)
      const demand = {
        period: taskPeriod(row.dueOn),
        frame,
        dayOffRule: 'same' as const,
        dayChanges,
        dueTime: row.dueTime,
      }
      return { timed: timedOf(demand, { clock: clocks(timeZone), dueSoonDays }), byFacts: new Map() }
    })
  }
  return given.map((task) => {
    const walls = new Map<string, Wall>()
    const saidOf = facts.ofActivity(task.row.activityId)
    const recipients = task.recipients.map(({ organisation, seenAt }) => {
      const { id, timeZone } = organisation
      const { timed, byFacts } = onceFor(walls, timeZone, () => wallOf(task, timeZone))
      const said = saidOf(facts.placeOf(id))
      return { organisation, seenAt, standing: byFacts.get(said) ?? keep(byFacts, said, standingIn(timed, said)) }
    })
    return { ...task, recipients }
  })
}

export function viewTask(work: Work, { row, owner, letter, recipients }: TaskWithLetter): TaskView {
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
      movedTo: standing.movedTo,
      isMoveAsked: !row.cancelled && standing.isMoveAsked,
      seenAt,
    })),
    mayCancel: !row.cancelled && canGiveTask(work.actor, owner),
  }
}

type FoundTask = Pick<GivenTask, 'owner' | 'dueSoonDays' | 'dayChanges'> & {
  row: TaskRow
  letter: Omit<NonNullable<TaskView['letter']>, 'file'> | null
  file: NonNullable<TaskView['letter']>['file']
  total: number
}

const owners = alias(organisations, 'owner')

/** What is asked of whom, without the letter that it came with. */
function asked<Asked extends Record<string, unknown>>({ now, visible }: Reading<Asked>) {
  return {
    owner: { id: owners.id, path: owners.path, shortName: owners.shortName, timeZone: owners.timeZone },
    dueSoonDays: dueSoonDays(now),
    dayChanges: dayChanges(visible, owners.path),
  }
}

function rowsOf<Asked extends Record<string, unknown>>(reading: Reading<Asked>, only?: SQL) {
  const { db, visible } = reading
  return db
    .select({
      row: tasks,
      ...asked(reading),
      letter: {
        number: documents.number,
        signedOn: documents.signedOn,
        sender: documents.sender,
        title: documents.title,
      },
      file: { id: files.id, name: files.name, type: files.type, size: files.size },
      total: sql<number>`(count(*) over ())::int`,
    })
    .from(tasks)
    .innerJoin(owners, eq(owners.id, tasks.ownerId))
    .leftJoin(documents, and(eq(documents.id, tasks.letterId), visible(documents)))
    .leftJoin(files, and(eq(files.id, documents.fileId), visible(files)))
    .where(and(visible(tasks), only))
    .orderBy(...LATEST_FIRST)
}

const LATEST_FIRST = [desc(tasks.dueOn), desc(tasks.givenAt), desc(tasks.activityId)]

const pageOfTasks = preparedRead<{ offset: number }, FoundTask>('tasks-page', (reading) =>
  rowsOf(reading).limit(TASKS_IN_PAGE).offset(reading.asked('offset')),
)
const oneTask = preparedRead<{ activityId: ActivityId }, FoundTask>('tasks-one', (reading) =>
  rowsOf(reading, eq(tasks.activityId, reading.asked('activityId'))),
)
/** The tasks of an owner, as whoever asks what is still to be done needs them. */
type Unfinished = Pick<GivenTask, 'owner' | 'dueSoonDays' | 'dayChanges'> & {
  tasks: (Pick<TaskRow, 'activityId' | 'text' | 'dueOn' | 'dueTime' | 'rowVersion'> & { givenAt: string })[]
}

/**
 * Without letters: whoever asks what is still to be done opens none of a whole region's. One row for each owner: what is
 * equal for all tasks of one comes once, and hundreds of tasks are built faster from one text than from as many rows.
 */
const tasksSince = preparedRead<{ since: Day }, Unfinished>('tasks-since', (reading) => {
  const since = reading.asked('since')
  return reading.db
    .select({
      ...asked(reading),
      tasks: sql<Unfinished['tasks']>`json_agg(json_build_object('activityId', ${tasks.activityId},
        'text', ${tasks.text}, 'dueOn', ${tasks.dueOn}, 'dueTime', ${tasks.dueTime},
        'givenAt', ${isoMoment(tasks.givenAt)}, 'rowVersion', ${tasks.rowVersion}) order by ${sql.join(LATEST_FIRST, sql`, `)})`,
    })
    .from(tasks)
    .innerJoin(owners, eq(owners.id, tasks.ownerId))
    .where(and(reading.visible(tasks), eq(tasks.cancelled, false), or(gte(tasks.dueOn, since), wasMovedPast(since))))
    .groupBy(owners.id)
})

function tasksOf({ tasks, ...ofOwner }: Unfinished): Omit<GivenTask, 'recipients'>[] {
  return tasks.map((row) => ({ ...ofOwner, row: { ...row, givenAt: new Date(row.givenAt), cancelled: false } }))
}

/** As each owner's own stand already. */
function latestFirst({ row: one }: Pick<GivenTask, 'row'>, { row: other }: Pick<GivenTask, 'row'>): number {
  if (one.dueOn !== other.dueOn) return one.dueOn < other.dueOn ? 1 : -1
  return other.givenAt.getTime() - one.givenAt.getTime()
}

const tasksDue = preparedRead<{ from: Day; to: Day }, FoundTask>('tasks-due', (reading) =>
  rowsOf(
    reading,
    and(eq(tasks.cancelled, false), gte(tasks.dueOn, reading.asked('from')), lte(tasks.dueOn, reading.asked('to'))),
  ),
)
