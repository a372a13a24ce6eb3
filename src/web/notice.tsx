import { IconAlertTriangle, IconCircleCheck, IconClockExclamation, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './notice.module.css'

type Kind = 'info' | 'warn' | 'late' | 'done'

type Props = {
  kind?: Kind
  title?: string
  children?: ReactNode
  /** Buttons under the text. */
  actions?: ReactNode
  /** `alert` is read aloud at once and brought into view, `status` is read when there is a pause. */
  role?: 'alert' | 'status'
}

/** A tinted box with a sentence; `late` is for terms that have passed and for nothing else. */
export function Notice({ kind = 'info', title, children, actions, role }: Props) {
  const { Icon, tone } = looks[kind]
  return (
    <div className={classes.notice} data-tone={tone} role={role} ref={role === 'alert' ? showIt : null}>
      <Icon className={classes.icon} aria-hidden="true" />
      <div className={classes.text}>
        {title ? <strong>{title}</strong> : null}
        {children ? <div>{children}</div> : null}
        {actions ? <div className={classes.actions}>{actions}</div> : null}
      </div>
    </div>
  )
}

/** An answer to what was pressed must not wait below the edge of a panel or of a phone. */
function showIt(box: HTMLElement | null) {
  box?.scrollIntoView({ block: 'nearest' })
}

const looks = {
  info: { Icon: IconInfoCircle, tone: 'running' },
  warn: { Icon: IconAlertTriangle, tone: 'soon' },
  late: { Icon: IconClockExclamation, tone: 'late' },
  done: { Icon: IconCircleCheck, tone: 'done' },
} as const
