import type { ReactElement } from 'react'
import type { AssignmentState } from '../kernel/assignment-state.ts'
import classes from './state-mark.module.css'
import { stateTone } from './state-tone.ts'
import { useWords } from './use-words.ts'
import { words } from './words.ts'

type Props = {
  state: AssignmentState
  /** Side in pixels; the mark of a table by default. */
  size?: number
  /** True where the word stands beside it: then the mark is silent. */
  isSilent?: boolean
}

/** The mark of a state: differs by shape, so that it is read in black and white. */
export function StateMark({ state, size, isSilent = false }: Props) {
  const t = useWords(words)
  const shape = {
    viewBox: '0 0 16 16',
    className: classes.mark,
    'data-tone': stateTone[state],
    width: size,
    height: size,
  }
  if (isSilent) {
    return (
      <svg {...shape} aria-hidden="true">
        {marks[state]}
      </svg>
    )
  }
  const word = t(`state.${state}`)
  return (
    <svg {...shape} role="img" aria-label={word}>
      <title>{word}</title>
      {marks[state]}
    </svg>
  )
}

type BadgeProps = {
  state: AssignmentState
  /** Instead of the state's own word: «за февраль–апрель не подтверждено». */
  label?: string
}

/** Mark, word and colour together. */
export function StateBadge({ state, label }: BadgeProps) {
  const t = useWords(words)
  return (
    <span className={classes.badge} data-tone={stateTone[state]}>
      <StateMark state={state} isSilent />
      {label ?? t(`state.${state}`)}
    </span>
  )
}

const ring = <circle cx="8" cy="8" r="6" className={classes.line} />
const disc = <circle cx="8" cy="8" r="6.75" className={classes.fill} />

const marks: Record<AssignmentState, ReactElement> = {
  ahead: ring,
  open: (
    <>
      {ring}
      <path d="M8 8V2a6 6 0 0 1 6 6Z" className={classes.fill} />
    </>
  ),
  'due-soon': (
    <>
      {ring}
      <path d="M8 2a6 6 0 0 1 0 12Z" className={classes.fill} />
    </>
  ),
  waiting: (
    <>
      {ring}
      <path d="M5.5 4v8M8 2.5v11M10.5 4v8" className={classes.line} />
    </>
  ),
  returned: <path d="M6 3 2.5 6.5 6 10M3 6.5h6.5a3.5 3.5 0 0 1 0 7H7" className={classes.line} />,
  accepted: disc,
  'off-control': <path d="m2.5 8.5 3.75 4L13.5 4" className={classes.bold} />,
  late: (
    <>
      {disc}
      <path d="M8 4.25v4.5M8 11.4v.2" className={classes.cut} />
    </>
  ),
  'window-missed': <path d="M8 2.5 14.25 13.5H1.75Z" className={classes.line} />,
  'not-applicable': <path d="M4 8h8" className={classes.bold} />,
  'no-date': <path d="M5.25 6a2.75 2.75 0 1 1 4.3 2.3C8.4 9.1 8 9.5 8 10.5M8 13.2v.2" className={classes.line} />,
}
