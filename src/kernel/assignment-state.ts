/** Where an assignment stands. Always derived from facts, never stored (design §4). */
export const assignmentStates = [
  'ahead',
  'open',
  'due-soon',
  'waiting',
  'returned',
  'accepted',
  'off-control',
  'late',
  'window-missed',
  'not-applicable',
  'no-date',
] as const

export type AssignmentState = (typeof assignmentStates)[number]

/** The sign of a state in text and in tables of an office program; screens draw marks of their own. */
export const stateSign: Readonly<Record<AssignmentState, string>> = {
  ahead: '○',
  open: '◔',
  'due-soon': '◑',
  waiting: '◍',
  returned: '↩',
  accepted: '●',
  'off-control': '✓',
  late: '!',
  'window-missed': '△',
  'not-applicable': '–',
  'no-date': '?',
}
