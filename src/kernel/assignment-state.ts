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

/** Of several, the one to look at first: what was not done, then what goes on, then what is finished. */
export const worstFirst: readonly AssignmentState[] = [
  'late',
  'window-missed',
  'returned',
  'due-soon',
  'no-date',
  'waiting',
  'open',
  'ahead',
  'accepted',
  'off-control',
  'not-applicable',
]

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
