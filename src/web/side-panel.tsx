import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import classes from './side-panel.module.css'
import { useFocusInside } from './use-focus-inside.ts'
import { useWords } from './use-words.ts'
import { words } from './words.ts'

type Props = {
  isOpen: boolean
  title: ReactNode
  /** Under the title: the state, the school. */
  lead?: ReactNode
  onClose: () => void
  children: ReactNode
  /** Buttons that stay in view at the foot. */
  actions?: ReactNode
}

/** Opens at the right without leaving the page, which may still be clicked; Esc closes. The whole screen on a phone. */
export function SidePanel({ isOpen, ...props }: Props) {
  return isOpen ? <OpenPanel {...props} /> : null
}

function OpenPanel({ title, lead, onClose, children, actions }: Omit<Props, 'isOpen'>) {
  const t = useWords(words)
  const heading = useId()
  const panel = useRef<HTMLDivElement>(null)
  useFocusInside(panel)
  useEscape(onClose)
  return (
    <div ref={panel} className={classes.panel} role="dialog" aria-labelledby={heading} tabIndex={-1}>
      <header className={classes.head}>
        <div>
          <h2 id={heading}>{title}</h2>
          {lead}
        </div>
        <ActionIcon aria-label={t('panel.close')} title={t('panel.close')} onClick={onClose}>
          <IconX size="var(--icon)" aria-hidden="true" />
        </ActionIcon>
      </header>
      <div className={classes.body}>{children}</div>
      {actions ? <footer className={classes.foot}>{actions}</footer> : null}
    </div>
  )
}

/** A window above the panel has the first word on Esc. */
function useEscape(onClose: () => void) {
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return
      close.current()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
