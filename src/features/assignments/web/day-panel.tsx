import type { Day } from '../../../kernel/day.ts'
import { SidePanel } from '../../../web/side-panel.tsx'
import { useWords } from '../../../web/use-words.ts'
import type { ActivitySum } from './activity-sums.ts'
import type { Entry } from './calendar-entries.ts'
import { words } from './calendar-words.ts'
import { DayLines } from './day-lines.tsx'
import classes from './timeline-phone.module.css'
import { useDayWords } from './use-day-words.ts'

type Props = { day: Day; entries: readonly Entry[]; onOpen: (sum: ActivitySum) => void; onClose: () => void }

/** Everything that one day has: what ends with it, and what begins. */
export function DayPanel({ day, entries, onOpen, onClose }: Props) {
  const t = useWords(words)
  const inWords = useDayWords()
  const about = [inWords.work(day), ...inWords.during(day)].filter((part) => part !== '').join(' · ')
  return (
    <SidePanel
      key={day}
      isOpen
      title={inWords.name(day)}
      lead={about ? <p className={classes.window}>{about}</p> : null}
      onClose={onClose}
    >
      {entries.length === 0 ? <p>{t('panel.none')}</p> : <DayParts entries={entries} onOpen={onOpen} />}
    </SidePanel>
  )
}

/** Deadlines above beginnings, each under its heading. */
export function DayParts({ entries, onOpen }: Pick<Props, 'entries' | 'onOpen'>) {
  const t = useWords(words)
  const deadlines = entries.filter((one) => one.kind === 'deadline')
  const beginnings = entries.filter((one) => one.kind === 'beginning')
  return (
    <div className={classes.parts}>
      {deadlines.length > 0 ? (
        <section>
          <h3>{t('panel.deadlines')}</h3>
          <DayLines entries={deadlines} onOpen={onOpen} />
        </section>
      ) : null}
      {beginnings.length > 0 ? (
        <section>
          <h3>{t('panel.beginnings')}</h3>
          <DayLines entries={beginnings} onOpen={onOpen} />
        </section>
      ) : null}
    </div>
  )
}
