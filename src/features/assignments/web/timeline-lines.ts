import { type Bar, barOf, lanesOf, type Stretch } from '../timeline.ts'
import type { Frame } from '../window.ts'
import type { ActivitySum, WindowSum } from './activity-sums.ts'
import { sectionOf } from './matrix-filter.ts'

/** A window as it is drawn: where, and on which line of its row. */
export type DrawnWindow = WindowSum & { bar: Bar; lane: number }

/** A line of the timeline: the heading of a section, or an activity with its place among all. */
export type TimelineLine =
  | { kind: 'section'; key: string; title: string | null; height: number }
  | { kind: 'activity'; key: string; sum: ActivitySum; index: number; drawn: DrawnWindow[]; height: number }

const SECTION_HEIGHT = 28
const ROW_HEIGHT = 44
const LANE_HEIGHT = 26

export function linesOfSums(
  sums: readonly ActivitySum[],
  { stretches, frame }: { stretches: readonly Stretch[]; frame: Frame },
): TimelineLine[] {
  const lines: TimelineLine[] = []
  let section: string | null = null
  for (const [index, sum] of sums.entries()) {
    const here = sectionOf(sum.column)
    if (here !== section) {
      const { sectionNumber, sectionTitle } = sum.column
      const title = [sectionNumber, sectionTitle].filter((part) => part).join('. ')
      lines.push({ kind: 'section', key: `section.${index}`, title: title || null, height: SECTION_HEIGHT })
    }
    section = here
    const drawn = drawnOf(sum, stretches, frame)
    const lanes = 1 + Math.max(0, ...drawn.map((one) => one.lane))
    const height = ROW_HEIGHT + (lanes - 1) * LANE_HEIGHT
    lines.push({ kind: 'activity', key: sum.id, sum, index, drawn, height })
  }
  // One section needs no heading.
  return lines.filter((one) => one.kind === 'section').length > 1 ? lines : lines.filter(isActivity)
}

export function isActivity(line: TimelineLine): line is TimelineLine & { kind: 'activity' } {
  return line.kind === 'activity'
}

function drawnOf(sum: ActivitySum, stretches: readonly Stretch[], frame: Frame): DrawnWindow[] {
  const placed = sum.windows.flatMap((one) => {
    const bar = barOf(drawnWindow(one), frame, stretches)
    return bar ? [{ ...one, bar }] : []
  })
  const lanes = lanesOf(placed.map((one) => one.bar))
  return placed.map((one, index) => ({ ...one, lane: lanes[index] ?? 0 }))
}

/** A deadline that was moved, or that waits for a working day, is drawn to the day by which it is shown. */
function drawnWindow({ window, dueOn }: WindowSum): WindowSum['window'] {
  const { start, end } = window
  return { start, end: end !== null && dueOn !== null && dueOn > end ? dueOn : end }
}
