import { type RefObject, useEffect, useState, useSyncExternalStore } from 'react'

type Wanted = {
  box: RefObject<HTMLElement | null>
  /** The height of each line in pixels, in their order. */
  heights: readonly number[]
  /** Lines that are drawn wherever the box stands: the one in which the reader is. */
  kept: readonly number[]
}

/** A line to draw, or the height of those that are left out here. */
export type Drawn = { line: number } | { gap: number; before: number }

/** Below this many lines everything is drawn. */
const FEW = 60
/** So many lines are drawn beyond both edges, so that a quick wheel meets no blank. */
const BEYOND = 12
/** Until the box is measured: a screen of ordinary height. */
const UNMEASURED = 900

/** Which lines of a long list are to be drawn now: those in view and near it, all of them on paper. */
export function useRowWindow({ box, heights, kept }: Wanted): { drawn: Drawn[]; topOf(line: number): number } {
  const isPrinting = useSyncExternalStore(onPrint, () => printing)
  const isLong = heights.length > FEW
  const view = useView(box, isLong)
  const tops = topsOf(heights)
  const topOf = (line: number) => tops[line] ?? 0
  if (isPrinting || !isLong) return { drawn: heights.map((_, line) => ({ line })), topOf }
  const first = Math.max(0, lineAt(tops, view.top) - BEYOND)
  const last = Math.min(heights.length - 1, lineAt(tops, view.top + view.height) + BEYOND)
  const lines = new Set(kept.filter((line) => line >= 0 && line < heights.length))
  for (let line = first; line <= last; line++) lines.add(line)
  return {
    drawn: withGaps(
      [...lines].sort((one, other) => one - other),
      tops,
    ),
    topOf,
  }
}

function withGaps(lines: readonly number[], tops: readonly number[]): Drawn[] {
  const drawn: Drawn[] = []
  let next = 0
  const leaveOut = (until: number) => {
    const gap = (tops[until] ?? 0) - (tops[next] ?? 0)
    if (gap > 0) drawn.push({ gap, before: until })
  }
  for (const line of lines) {
    leaveOut(line)
    drawn.push({ line })
    next = line + 1
  }
  leaveOut(tops.length - 1)
  return drawn
}

/** Where each line begins; the last entry is where the list ends. */
function topsOf(heights: readonly number[]): number[] {
  const tops = [0]
  for (const height of heights) tops.push((tops.at(-1) ?? 0) + height)
  return tops
}

function lineAt(tops: readonly number[], y: number): number {
  let [low, high] = [0, tops.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((tops[middle] ?? 0) <= y) low = middle
    else high = middle - 1
  }
  return low
}

/** The part of the box in view, in steps of a few lines: a new picture for every pixel would cost more than it shows. */
function useView(box: RefObject<HTMLElement | null>, isWatched: boolean): { top: number; height: number } {
  const [view, setView] = useState({ top: 0, height: UNMEASURED })
  useEffect(() => {
    const element = box.current
    if (!element || !isWatched) return
    const look = () => {
      const top = Math.floor(element.scrollTop / STEP) * STEP
      const height = element.clientHeight + STEP
      setView((before) => (before.top === top && before.height === height ? before : { top, height }))
    }
    const resized = new ResizeObserver(look)
    resized.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      resized.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [box, isWatched])
  return view
}

const STEP = 136

let printing = false

function onPrint(changed: () => void): () => void {
  const tell = (now: boolean) => () => {
    printing = now
    changed()
  }
  const [begin, end] = [tell(true), tell(false)]
  window.addEventListener('beforeprint', begin)
  window.addEventListener('afterprint', end)
  return () => {
    window.removeEventListener('beforeprint', begin)
    window.removeEventListener('afterprint', end)
  }
}
