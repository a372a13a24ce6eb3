import type { Day } from '../../kernel/day.ts'
import type { Period } from '../../kernel/period.ts'
import type { Frame } from './window.ts'

/** A task is one window: from the day it was given to the day it is due. */
export function taskPeriod(dueOn: Day): Period {
  return {
    text: '',
    kind: 'windows',
    windows: [{ start: null, end: dueOn }],
    recurrence: null,
    dueDay: null,
    open: false,
    findings: [],
  }
}

export function taskFrame(givenOn: Day, dueOn: Day): Frame {
  return { startsOn: givenOn < dueOn ? givenOn : dueOn, endsOn: dueOn }
}
