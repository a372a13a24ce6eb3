import type { ReactNode } from 'react'
import classes from './empty-state.module.css'

type Props = {
  /** What is so: «На этой неделе сроков нет». */
  title: string
  /** The next useful thing. */
  children?: ReactNode
  actions?: ReactNode
}

/** An empty list says so kindly and suggests what to do next. */
export function EmptyState({ title, children, actions }: Props) {
  return (
    <div className={classes.empty}>
      <p className={classes.title}>{title}</p>
      {children ? <p>{children}</p> : null}
      {actions ? <div className={classes.actions}>{actions}</div> : null}
    </div>
  )
}
