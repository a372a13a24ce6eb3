import { type RefObject, useLayoutEffect } from 'react'

const focusable =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex="0"]'

/** While the element is on the screen, Tab goes round inside it; focus goes in at first and back at the end. */
export function useFocusInside(box: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = box.current
    const before = document.activeElement
    if (!element) return
    const goRound = (event: KeyboardEvent) => {
      if (event.key !== 'Tab') return
      const stops = [...element.querySelectorAll<HTMLElement>(focusable)].filter(
        (one) => one.checkVisibility?.() ?? true,
      )
      const [first, last] = [stops[0], stops.at(-1)]
      const active = document.activeElement
      if (event.shiftKey ? active !== first && active !== element : active !== last) return
      event.preventDefault()
      const next = event.shiftKey ? last : first
      next?.focus()
    }
    element.addEventListener('keydown', goRound)
    element.focus({ preventScroll: true })
    return () => {
      element.removeEventListener('keydown', goRound)
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [box])
}
