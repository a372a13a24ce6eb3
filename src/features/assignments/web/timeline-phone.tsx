import type { Day } from '../../../kernel/day.ts'
import { onceFor } from '../../../kernel/once-for.ts'
import { StateBadge } from '../../../web/state-mark.tsx'
import { TouchLines } from '../../../web/touch-lines.tsx'
import { useWords } from '../../../web/use-words.ts'
import { firstOfMonth, runOf } from '../timeline.ts'
import type { ActivitySum, WindowSum } from './activity-sums.ts'
import classes from './timeline-phone.module.css'
import { words } from './timeline-words.ts'
import { useSumWords } from './use-sum-words.ts'

type Props = { sums: readonly ActivitySum[]; today: Day; onOpen: (sum: ActivitySum) => void }

/** On a phone: the windows by the month in which they end, then what runs all year, then what has no date. */
export function TimelinePhone({ sums, today, onOpen }: Props) {
  const t = useWords(words)
  const say = useSumWords()
  const { months, allYear, noDate } = byMonth(sums)
  return (
    <div className={classes.months}>
      {months.map(({ month, lines }) => (
        <section key={month}>
          <h2>
            {say.month(month)}
            {month === firstOfMonth(today) ? <span className={classes.now}>{t('phone.now')}</span> : null}
          </h2>
          <Lines lines={lines} onOpen={onOpen} />
        </section>
      ))}
      {allYear.length > 0 ? (
        <section>
          <h2>{t('phone.year')}</h2>
          <Lines lines={allYear} onOpen={onOpen} />
        </section>
      ) : null}
      {noDate.length > 0 ? (
        <section>
          <h2>{t('phone.noDate')}</h2>
          <Lines lines={noDate} onOpen={onOpen} />
        </section>
      ) : null}
    </div>
  )
}

type Line = { sum: ActivitySum; window: WindowSum }

function Lines({ lines, onOpen }: { lines: readonly Line[]; onOpen: Props['onOpen'] }) {
  const say = useSumWords()
  return (
    <TouchLines
      lines={lines}
      keyOf={({ sum, window }) => `${sum.id}.${window.window.start}.${window.window.end}.${window.dueOn}`}
      nameOf={({ sum }) => say.name(sum)}
      markOf={({ window }) => (window.worst ? <StateBadge state={window.worst} /> : null)}
      notesOf={({ sum, window }) => [`${say.window(sum, window)}${window.asked > 1 ? ` · ${say.counts(window)}` : ''}`]}
      onOpen={({ sum }) => onOpen(sum)}
    />
  )
}

function byMonth(sums: readonly ActivitySum[]) {
  const lines = sums.flatMap((sum) => sum.windows.map((window): Line => ({ sum, window })))
  const months = new Map<Day, Line[]>()
  const rest: Line[] = []
  for (const line of lines) {
    const { end } = line.window.window
    const here = end === null ? rest : onceFor(months, firstOfMonth(end), () => [])
    here.push(line)
  }
  const hasRun = ({ sum }: Line) => runOf(sum.column.period) !== 'no-date'
  return {
    months: [...months].sort(([one], [other]) => one.localeCompare(other)).map(([month, lines]) => ({ month, lines })),
    allYear: rest.filter(hasRun),
    noDate: rest.filter((line) => !hasRun(line)),
  }
}
