import { StateMark } from '../../../web/state-mark.tsx'
import { stateTone } from '../../../web/state-tone.ts'
import { type Run, runOf } from '../timeline.ts'
import type { ActivitySum } from './activity-sums.ts'
import classes from './timeline-bar.module.css'
import type { DrawnWindow } from './timeline-lines.ts'
import { useSumWords } from './use-sum-words.ts'

type Props = { sum: ActivitySum; drawn: DrawnWindow; column: number }

/** One window as a stripe that begins in this column. Its words stand in the cells and in the line above the table. */
export function TimelineBar({ sum, drawn: { bar, lane, worst, counts, asked, dueOn }, column }: Props) {
  const say = useSumWords()
  const run = runOf(sum.column.period)
  const share = asked > 1 && worst ? `${counts.get(worst) ?? 0}/${asked}` : ''
  const due = asked === 1 && run === 'windows' && dueOn ? dueOn.slice(5).split('-').reverse().join('.') : ''
  const label = [named.includes(run) ? say.run(sum) : '', share || due].filter((part) => part !== '').join(' · ')
  return (
    <span
      className={classes.bar}
      data-run={run}
      data-tone={worst ? stateTone[worst] : 'quiet'}
      data-open-before={bar.isOpenBefore && run === 'windows'}
      data-open-after={bar.isOpenAfter && run === 'windows'}
      data-size={label.length > 5 ? 'long' : 'short'}
      style={{
        insetInlineStart: `${(bar.from - column) * 100}%`,
        inlineSize: `${(bar.until - bar.from) * 100}%`,
        insetBlockStart: `${FIRST + lane * LANE}px`,
      }}
    >
      <span className={classes.barLabel}>
        {worst ? <StateMark state={worst} size={14} isSilent /> : null}
        <small>{label}</small>
      </span>
    </span>
  )
}

/** Ways of running that no dates tell: their word stands on the stripe. */
const named: readonly Run[] = ['recurring', 'ongoing', 'on-schedule', 'on-demand', 'no-date']
const FIRST = 11
const LANE = 26

/** The line of today, in the column where it falls. */
export function Today({ today, column }: { today: number | null; column: number }) {
  if (today === null || Math.floor(today) !== column) return null
  return <i className={classes.today} style={{ insetInlineStart: `${(today - column) * 100}%` }} />
}
