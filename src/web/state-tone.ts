import type { AssignmentState } from '../kernel/assignment-state.ts'

export type Tone = 'late' | 'soon' | 'running' | 'waiting' | 'done' | 'quiet'

/** The colours of each state, as pairs of tokens; red is for late only. */
export const stateTone: Readonly<Record<AssignmentState, Tone>> = {
  ahead: 'quiet',
  open: 'running',
  'due-soon': 'soon',
  waiting: 'waiting',
  returned: 'soon',
  accepted: 'done',
  'off-control': 'done',
  late: 'late',
  'window-missed': 'soon',
  'not-applicable': 'quiet',
  'no-date': 'quiet',
}
