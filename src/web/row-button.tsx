import type { ReactNode } from 'react'
import classes from './row-button.module.css'

type Props = {
  /** Undefined where another page opens. */
  isOpen: boolean | undefined
  onOpen: () => void
  children: ReactNode
}

/** The name of a row, which opens what the row tells of. */
export function RowButton({ isOpen, onOpen, children }: Props) {
  return (
    <button type="button" className={classes.open} data-prints aria-expanded={isOpen} onClick={onOpen}>
      {children}
    </button>
  )
}
