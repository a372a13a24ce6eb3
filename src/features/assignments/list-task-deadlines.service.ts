import type { AssignmentState } from '../../kernel/assignment-state.ts'
import { type Day, dayAt } from '../../kernel/day.ts'
import type { Work } from '../../server/work.ts'
import { listTasksDue, type Task } from './list-tasks.service.ts'
import type { TaskDeadline } from './task-view.ts'

/** Tasks in their time, summed over the recipients whom the actor sees: three statements, however many there are. */
export async function listTaskDeadlines(work: Work, from: Day, to: Day): Promise<TaskDeadline[]> {
  const found = await listTasksDue(work, from, to)
  return found.map(inTime)
}

function inTime({ row, owner, recipients }: Task): TaskDeadline {
  const counts = new Map<AssignmentState, number>()
  for (const { standing } of recipients) counts.set(standing.state, (counts.get(standing.state) ?? 0) + 1)
  const [only, ...others] = recipients
  return {
    activityId: row.activityId,
    ownerId: owner.id,
    text: row.text,
    givenOn: dayAt(row.givenAt, owner.timeZone),
    dueOn: row.dueOn,
    states: [...counts].map(([state, count]) => ({ state, count })),
    onlyId: only && others.length === 0 ? only.organisation.id : null,
  }
}
