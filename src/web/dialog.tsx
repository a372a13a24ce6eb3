import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import classes from './dialog.module.css'

type Props = {
  isOpen: boolean
  title: string
  /** Esc; the veil does not close, so that nothing typed is lost by a stray click. */
  onClose: () => void
  children: ReactNode
  /** Buttons at the foot, the main one last. */
  actions?: ReactNode
}

/**
 * A window over the page, which is inert meanwhile; focus goes in and comes back.
 * Mantine's drop-downs inside need `withinPortal={false}`: the page under the window cannot be clicked.
 */
export function Dialog({ isOpen, ...props }: Props) {
  return isOpen ? <OpenDialog {...props} /> : null
}

function OpenDialog({ title, onClose, children, actions }: Omit<Props, 'isOpen'>) {
  const heading = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const opened = dialog.current
    opened?.showModal()
    return () => opened?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={classes.dialog}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <h2 id={heading}>{title}</h2>
      <div className={classes.body}>{children}</div>
      {actions ? <div className={classes.actions}>{actions}</div> : null}
    </dialog>
  )
}
