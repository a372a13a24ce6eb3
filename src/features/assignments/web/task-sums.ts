import type { AssignmentState } from '../../../kernel/assignment-state.ts'
import type { TaskDeadline } from '../task-view.ts'
import { type ActivitySum, sumOf } from './activity-sums.ts'
import type { MatrixFilter } from './matrix-filter.ts'

/** Tasks as rows of the timeline, in a section of their own; what only the road map has is no filter of theirs. */
export function sumTasks(tasks: readonly TaskDeadline[], filter: MatrixFilter, section: string): ActivitySum[] {
  if (filter.section || filter.group || filter.who || filter.what || filter.mine) return []
  return tasks
    .filter((task) => !filter.place || task.ownerId === filter.place)
    .flatMap((task): ActivitySum[] => {
      const counts = new Map(task.states.filter((one) => isShown(one.state, filter)).map(countOf))
      if (counts.size === 0) return []
      const window = { start: task.givenOn, end: task.dueOn }
      const sum = sumOf(counts)
      return [
        {
          id: task.activityId,
          column: {
            index: -1,
            number: null,
            title: task.text,
            sectionNumber: null,
            sectionTitle: section,
            audience: 'all',
            periodText: null,
            period: { kind: 'windows', windows: [window], recurrence: null, dueDay: null },
            heldBy: 'us',
            removedBy: null,
          },
          windows: [{ window, dueOn: task.dueOn, ...sum }],
          parts: [],
          only: task.onlyId && { activityId: task.activityId, organisationId: task.onlyId },
          isTask: true,
          ...sum,
        },
      ]
    })
    .sort((one, other) => dueOf(one).localeCompare(dueOf(other)))
}

function isShown(state: AssignmentState, { state: wanted, late }: MatrixFilter): boolean {
  return (!wanted || state === wanted) && (!late || state === 'late')
}

function countOf({ state, count }: TaskDeadline['states'][number]): [AssignmentState, number] {
  return [state, count]
}

function dueOf({ windows }: ActivitySum): string {
  return windows[0]?.dueOn ?? ''
}
