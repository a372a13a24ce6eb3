import { StateBadge } from '../../../web/state-mark.tsx'
import type { ActivitySum } from './activity-sums.ts'
import type { Entry } from './calendar-entries.ts'
import classes from './timeline-phone.module.css'
import { useDayWords } from './use-day-words.ts'
import { useSumWords } from './use-sum-words.ts'

type Props = { entries: readonly Entry[]; onOpen: (sum: ActivitySum) => void }

/** Entries of a day as lines; each opens its activity. */
export function DayLines({ entries, onOpen }: Props) {
  const say = useSumWords()
  const inWords = useDayWords()
  return (
    <ul className={classes.lines}>
      {entries.map((entry) => {
        const { kind, sum, window } = entry
        const beside = [
          say.window(sum, window),
          window.asked > 1 && kind === 'deadline' ? say.counts(window) : '',
          kind === 'deadline' ? inWords.moved(entry) : '',
        ]
        return (
          <li key={`${kind}.${sum.id}.${window.window.start}.${window.window.end}`}>
            <button type="button" className={classes.line} data-prints onClick={() => onOpen(sum)}>
              <span>{say.name(sum)}</span>
              <span className={classes.foot}>
                {window.worst && kind === 'deadline' ? <StateBadge state={window.worst} /> : null}
                <span className={classes.window}>{beside.filter((part) => part !== '').join(' · ')}</span>
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
