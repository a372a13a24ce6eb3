import type { TaskView } from '../task-view.ts'

/** The organisation has done its part, accepted or not yet. */
export function hasAnswered({ state }: Pick<TaskView['recipients'][number], 'state'>): boolean {
  return ['waiting', 'accepted', 'off-control', 'not-applicable'].includes(state)
}

const worstFirst = ['late', 'returned', 'due-soon', 'waiting', 'open', 'ahead', 'accepted', 'off-control'] as const

/** Where the task stands as a whole: with the one who is furthest behind. */
export function worstOf({ recipients }: Pick<TaskView, 'recipients'>) {
  return worstFirst.find((state) => recipients.some((one) => one.state === state)) ?? 'not-applicable'
}
