import { memo } from 'react'
import { StateBadge } from '../../../web/state-mark.tsx'
import { useWords } from '../../../web/use-words.ts'
import type { Scale, Stretch } from '../timeline.ts'
import type { Frame } from '../window.ts'
import type { Place } from './place.ts'
import classes from './timeline.module.css'
import { TimelineBar, Today } from './timeline-bar.tsx'
import type { TimelineLine } from './timeline-lines.ts'
import { words } from './timeline-words.ts'
import { useSumWords } from './use-sum-words.ts'

/** The two lines of the head come first. */
export const HEAD_LINES = 3

export type Axis = {
  stretches: readonly Stretch[]
  scale: Scale
  frame: Frame
  /** Where today stands among the columns; null where it is none of them. */
  today: number | null
}

type Props = {
  line: TimelineLine & { kind: 'activity' }
  place: number
  axis: Axis
  /** The column in which the reader is, if it is in this row. */
  at: number | null
  isOpen: boolean
  onLook: (place: Place) => void
  onOpen: (line: TimelineLine & { kind: 'activity' }) => void
}

/** One activity: its name, where it stands, and its windows over the columns. */
export const TimelineRow = memo(function TimelineRow({ line, place, axis, at, isOpen, onLook, onOpen }: Props) {
  const say = useSumWords()
  const { sum, drawn, index } = line
  const { stretches, today } = axis
  return (
    <tr aria-rowindex={place + HEAD_LINES} className={classes.row} style={{ height: line.height }}>
      <th scope="row" className={classes.activity} title={say.name(sum)}>
        <span>{say.name(sum)}</span>
      </th>
      <td className={classes.state}>
        <SumBadge line={line} />
      </td>
      {stretches.map((stretch, column) => (
        <td
          key={stretch.start}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the pattern of a grid over a table
          role="gridcell"
          className={classes.cell}
          data-place={`${index}.${column}`}
          data-now={today !== null && Math.floor(today) === column}
          aria-label={say.place(sum, stretch, axis)}
          aria-selected={isOpen}
          tabIndex={at === column ? 0 : -1}
          onFocus={() => onLook({ row: index, column })}
          onMouseEnter={() => onLook({ row: index, column })}
          onClick={() => onOpen(line)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== ' ') return
            event.preventDefault()
            onOpen(line)
          }}
        >
          {drawn.map((one) =>
            Math.floor(one.bar.from) === column ? (
              <TimelineBar
                key={`${one.window.start}.${one.window.end}.${one.dueOn}`}
                sum={sum}
                drawn={one}
                column={column}
              />
            ) : null,
          )}
          <Today today={today} column={column} />
        </td>
      ))}
    </tr>
  )
})

function SumBadge({ line: { sum } }: { line: TimelineLine & { kind: 'activity' } }) {
  const t = useWords(words)
  const say = useSumWords()
  if (!sum.worst) return <small className={classes.share}>{t('grid.nobody')}</small>
  const count = sum.counts.get(sum.worst) ?? 0
  return (
    <span title={say.counts(sum)}>
      <StateBadge state={sum.worst} />
      {sum.asked > 1 ? <small className={classes.share}>{t('grid.worst', { count, asked: sum.asked })}</small> : null}
    </span>
  )
}
