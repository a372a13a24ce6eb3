import { type RefObject, useEffect, useState } from 'react'

/** Rows drawn beyond what is seen, so that a quick scroll meets no emptiness. */
const SPARE = 12
const FALLBACK_ROW = 34

export type Drawn = {
  /** The first drawn row and the one after the last. */
  from: number
  to: number
  /** Pixels of the rows left out above and below. */
  above: number
  below: number
}

/** Which of so many rows of one height are drawn in a box that scrolls; on paper, all of them. */
export function useVirtualRows(box: RefObject<HTMLElement | null>, count: number): Drawn {
  const [seen, setSeen] = useState({ top: 0, height: 900, row: FALLBACK_ROW, isPrinting: false })
  useEffect(() => {
    const element = box.current
    if (!element) return
    const look = () => {
      const row = Number.parseFloat(getComputedStyle(element).getPropertyValue('--row')) || FALLBACK_ROW
      setSeen((before) => ({ ...before, top: element.scrollTop, height: element.clientHeight, row }))
    }
    const print = (isPrinting: boolean) => () => setSeen((before) => ({ ...before, isPrinting }))
    const [begin, end] = [print(true), print(false)]
    const sizes = new ResizeObserver(look)
    sizes.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      sizes.disconnect()
      element.removeEventListener('scroll', look)
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [box])
  if (seen.isPrinting) return { from: 0, to: count, above: 0, below: 0 }
  const from = Math.min(Math.max(0, Math.floor(seen.top / seen.row) - SPARE), Math.max(0, count - 1))
  const to = Math.min(count, Math.ceil((seen.top + seen.height) / seen.row) + SPARE)
  return { from, to, above: from * seen.row, below: Math.max(0, count - to) * seen.row }
}
