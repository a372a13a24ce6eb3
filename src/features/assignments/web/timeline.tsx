import { type KeyboardEvent, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Day } from '../../../kernel/day.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import { frameOf, isWithin, placeOfDay, type Scale, scales, spanOf, stretchesOf } from '../timeline.ts'
import type { Frame } from '../window.ts'
import type { ActivitySum } from './activity-sums.ts'
import { type Place, stepOf } from './place.ts'
import { Segments } from './segments.tsx'
import classes from './timeline.module.css'
import { TimelineHead } from './timeline-head.tsx'
import { isActivity, linesOfSums, type TimelineLine } from './timeline-lines.ts'
import { type Axis, HEAD_LINES, TimelineRow } from './timeline-row.tsx'
import { words } from './timeline-words.ts'
import { useRowWindow } from './use-row-window.ts'
import { useSumWords } from './use-sum-words.ts'

type Props = {
  sums: readonly ActivitySum[]
  /** The years of the projects that are shown. */
  frames: readonly Frame[]
  today: Day
  scale: Scale
  onScale: (scale: Scale) => void
  /** The activity that is open. */
  open: string | undefined
  onOpen: (sum: ActivitySum) => void
}

/** Activities down, months or weeks across, a stripe for each window. Arrows move, Enter opens. */
export function Timeline({ sums, frames, today, scale, onScale, open, onOpen }: Props) {
  const t = useWords(words)
  const format = useFormat()
  const say = useSumWords()
  const box = useRef<HTMLDivElement>(null)
  const axis = useMemo(() => axisOf({ sums, frames, today, scale }), [sums, frames, today, scale])
  const lines = useMemo(() => linesOfSums(sums, axis), [sums, axis])
  const heights = useMemo(() => lines.map((line) => line.height), [lines])
  const now = axis.today === null ? 0 : Math.floor(axis.today)
  const [at, setAt] = useState<Place>({ row: 0, column: now })
  const [isTouched, setTouched] = useState(false)
  const wanted = useRef(false)
  const lineOfRow = lines.findIndex((line) => isActivity(line) && line.index === at.row)
  const { drawn, topOf } = useRowWindow({ box, heights, kept: [lineOfRow] })
  const last = { row: sums.length - 1, column: axis.stretches.length - 1 }
  const place = { row: Math.min(at.row, last.row), column: Math.min(at.column, last.column) }

  // Weeks of a year are wider than a screen: they begin with the present one.
  useLayoutEffect(() => {
    const last = scale === 'weeks' ? now + WEEKS_AHEAD : 0
    bringIntoView(box.current, { column: last, lines: null })
  }, [scale, now])

  // The row may have been drawn only just now, because the reader goes there.
  useLayoutEffect(() => {
    if (!wanted.current) return
    wanted.current = false
    box.current?.querySelector<HTMLElement>(`[data-place="${at.row}.${at.column}"]`)?.focus({ preventScroll: true })
  }, [at])

  const press = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / PAGE_ROW) - 2)
    const to = stepOf(event, { at: place, last, page })
    if (!to) return
    event.preventDefault()
    if (to.row === place.row && to.column === place.column) return
    wanted.current = true
    setTouched(true)
    setAt(to)
    const line = lines.findIndex((one) => isActivity(one) && one.index === to.row)
    const top = to.row === 0 ? 0 : topOf(line)
    bringIntoView(box.current, { column: to.column, lines: [top, topOf(line) + (heights[line] ?? 0)] })
  }
  const look = (to: Place) => {
    setAt((before) => (before.row === to.row && before.column === to.column ? before : to))
    setTouched(true)
  }
  const [sum, stretch] = [sums[place.row], axis.stretches[place.column]]

  return (
    <div className={classes.frame}>
      <div className={classes.reading}>
        <p aria-hidden="true">{isTouched && sum && stretch ? say.place(sum, stretch, axis) : t('grid.hint')}</p>
        {axis.today === null ? null : <span>{t('grid.today', { day: format.day(today) })}</span>}
        <Segments
          label={t('scale.label')}
          value={scale}
          onChange={onScale}
          options={scales.map((value) => ({ value, label: t(`scale.${value}`) }))}
        />
      </div>
      <div className={classes.box} ref={box} data-scale={scale}>
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the pattern of a grid over a table
          role="grid"
          aria-label={t('grid.label')}
          aria-rowcount={lines.length + HEAD_LINES - 1}
          className={classes.grid}
          onKeyDown={press}
        >
          <TimelineHead axis={axis} at={isTouched ? place.column : null} />
          <tbody>
            {drawn.map((one) => {
              if ('gap' in one) return <Gap key={`before.${one.before}`} height={one.gap} />
              const line = lines[one.line]
              if (!line) return null
              if (!isActivity(line)) {
                return <SectionLine key={line.key} title={line.title} place={one.line} columns={last.column + 3} />
              }
              return (
                <TimelineRow
                  key={line.key}
                  line={line}
                  place={one.line}
                  axis={axis}
                  at={line.index === place.row ? place.column : null}
                  isOpen={line.sum.id === open}
                  onLook={look}
                  onOpen={(opened: TimelineLine & { kind: 'activity' }) => onOpen(opened.sum)}
                />
              )
            })}
          </tbody>
        </table>
      </div>
    </div>
  )
}

const PAGE_ROW = 44
/** How many of the weeks to come are seen at first. */
const WEEKS_AHEAD = 12

type OfAxis = Pick<Props, 'sums' | 'frames' | 'today' | 'scale'>

function axisOf({ sums, frames, today, scale }: OfAxis): Axis {
  const windows = sums.flatMap((sum) => sum.windows.map((one) => one.window))
  const span = spanOf(frames, windows) ?? { startsOn: today, endsOn: today }
  const frame = frameOf(frames) ?? span
  const stretches = stretchesOf(span, scale)
  const isHere = stretches.some((one) => isWithin(one, today))
  return { stretches, scale, frame, today: isHere ? placeOfDay(today, stretches) : null }
}

function SectionLine({ title, place, columns }: { title: string | null; place: number; columns: number }) {
  const t = useWords(words)
  return (
    <tr aria-rowindex={place + HEAD_LINES} className={classes.sectionLine}>
      <th scope="rowgroup" colSpan={columns}>
        <span title={title ?? ''}>{title ?? t('grid.section.none')}</span>
      </th>
    </tr>
  )
}

function Gap({ height }: { height: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty cell takes no focus; it stands for rows that are not drawn
    <tr aria-hidden="true" className={classes.gap} style={{ height }}>
      <td />
    </tr>
  )
}

type Going = { column: number; lines: readonly [top: number, bottom: number] | null }

/** Heads stay in place: what they cover is not in view. */
function bringIntoView(box: HTMLElement | null, { column, lines }: Going) {
  if (!box) return
  const head = box.querySelector<HTMLElement>('thead')
  if (lines) {
    const room = box.clientHeight - (head?.offsetHeight ?? 0)
    if (lines[0] < box.scrollTop) box.scrollTop = lines[0]
    else if (lines[1] > box.scrollTop + room) box.scrollTop = lines[1] - room
  }
  const columns = box.querySelectorAll<HTMLElement>('thead [data-column]')
  const cell = columns[Math.min(column, columns.length - 1)]
  const lead = box.querySelector<HTMLElement>('thead [data-lead]')
  if (!cell || !lead) return
  const [start, end] = [cell.offsetLeft - lead.offsetLeft - lead.offsetWidth, cell.offsetLeft + cell.offsetWidth]
  if (start < box.scrollLeft) box.scrollLeft = start
  else if (end > box.scrollLeft + box.clientWidth) box.scrollLeft = end - box.clientWidth
}
