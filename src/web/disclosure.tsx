import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import classes from './disclosure.module.css'

type Props = {
  /** What is always seen; `aria-label` of the button where it has no words. */
  button: ReactNode
  label?: string
  /** `plain` has no edge: for bars. */
  look?: 'button' | 'plain'
  side?: 'left' | 'right'
  /** Opens upwards: for a bar at the foot. */
  isAbove?: boolean
  children: (close: () => void) => ReactNode
}

/** A button that opens a small box under itself; Esc, a click elsewhere or leaving by Tab closes it. */
export function Disclosure({ button, label, look = 'button', side = 'right', isAbove = false, children }: Props) {
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const trigger = useRef<HTMLButtonElement>(null)
  const id = useId()
  const sheet = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (!isOpen) return
    const keep = () => sheet.current && keepOnScreen(sheet.current)
    keep()
    window.addEventListener('resize', keep)
    return () => window.removeEventListener('resize', keep)
  }, [isOpen])
  const close = () => {
    setOpen(false)
    trigger.current?.focus()
  }
  useEffect(() => {
    if (!isOpen) return
    const leave = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false)
    }
    document.addEventListener('pointerdown', leave)
    document.addEventListener('focusin', leave)
    return () => {
      document.removeEventListener('pointerdown', leave)
      document.removeEventListener('focusin', leave)
    }
  }, [isOpen])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc is heard for whatever stands inside
    <div
      ref={box}
      className={classes.disclosure}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return
        event.preventDefault()
        close()
      }}
    >
      <button
        ref={trigger}
        type="button"
        className={classes.trigger}
        data-look={look}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-label={label}
        title={label}
        onClick={() => setOpen(!isOpen)}
      >
        {button}
      </button>
      {isOpen ? (
        <div ref={sheet} id={id} className={classes.box} data-side={side} data-above={isAbove}>
          {children(close)}
        </div>
      ) : null}
    </div>
  )
}

const MARGIN = 8

/** A button near the edge of a phone must not open its box beyond it. */
function keepOnScreen(box: HTMLElement): void {
  box.style.translate = ''
  const { left, right } = box.getBoundingClientRect()
  const missing = Math.max(0, MARGIN - left) + Math.min(0, document.documentElement.clientWidth - MARGIN - right)
  box.style.translate = `${missing}px`
}
