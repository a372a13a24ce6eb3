import type { ReactNode } from 'react'
import frame from './framed-lines.module.css'
import classes from './touch-lines.module.css'

type Props<Line> = {
  lines: readonly Line[]
  keyOf: (line: Line) => string
  nameOf: (line: Line) => ReactNode
  /** Its state, before the notes. */
  markOf: (line: Line) => ReactNode
  /** What is said in small beside the mark; empty ones are left out. */
  notesOf: (line: Line) => readonly string[]
  onOpen: (line: Line) => void
}

/** A list on a phone: one under another, each opens by a touch anywhere in it. */
export function TouchLines<Line>({ lines, keyOf, nameOf, markOf, notesOf, onOpen }: Props<Line>) {
  return (
    <ul className={frame.lines}>
      {lines.map((line) => (
        <li key={keyOf(line)}>
          <button type="button" className={classes.line} data-prints onClick={() => onOpen(line)}>
            <span>{nameOf(line)}</span>
            <span className={classes.foot}>
              {markOf(line)}
              {notesOf(line)
                .filter((note) => note !== '')
                .map((note) => (
                  <span key={note} className={classes.note}>
                    {note}
                  </span>
                ))}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
