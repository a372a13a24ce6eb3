import { Button } from '@mantine/core'
import { useState } from 'react'
import { announce } from '../../../web/announce.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import { type CalendarPeriod, missingPeriods } from '../calendar.ts'
import type { CalendarView } from '../contract.ts'
import { calendarWords } from '../screen-words.ts'
import type { SaidPeriod } from '../year-days.ts'
import { calendarClient } from './calendar-client.ts'
import classes from './calendar-page.module.css'
import { PeriodDialog } from './period-dialog.tsx'

/** School holidays, weeks of ВПР and ГИА: those in force, and those that are usual and wait to be taken. */
export function Periods({ view }: { view: CalendarView }) {
  const t = useWords(calendarWords)
  const format = useFormat()
  const [open, setOpen] = useState<SaidPeriod | 'new' | null>(null)
  const days = ({ startsOn, endsOn }: CalendarPeriod) =>
    startsOn === endsOn ? format.dayShort(startsOn) : `${format.dayShort(startsOn)} – ${format.dayShort(endsOn)}`
  return (
    <section className={classes.part}>
      <h2>{t('periods.title')}</h2>
      {view.periods.length === 0 ? <p className={classes.hint}>{t('periods.none')}</p> : null}
      <ul className={classes.list}>
        {view.periods.map((one) => (
          <li key={one.id}>
            <span>{days(one)}</span>
            {view.mayChange && one.setBy === null ? (
              <button
                type="button"
                className={classes.link}
                data-prints
                aria-label={t('periods.change', { title: one.title })}
                onClick={() => setOpen(one)}
              >
                {one.title}
              </button>
            ) : (
              <span>
                {one.title} {one.setBy === null ? null : `(${t('period.above', { name: one.setBy })})`}
              </span>
            )}
          </li>
        ))}
      </ul>
      {view.mayChange ? (
        <div className={classes.actions}>
          <Button onClick={() => setOpen('new')}>{t('periods.add')}</Button>
        </div>
      ) : null}
      {view.mayChange ? <Proposed view={view} days={days} /> : null}
      {open ? (
        <PeriodDialog
          key={open === 'new' ? 'new' : open.id}
          view={view}
          period={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </section>
  )
}

type ProposedProps = { view: CalendarView; days: (one: CalendarPeriod) => string }

function Proposed({ view, days }: ProposedProps) {
  const t = useWords(calendarWords)
  const take = useChange(calendarClient.addCalendarPeriods, { onDone: () => announce(t('periods.taken')) })
  const missing = missingPeriods(view.year, view.periods)
  if (missing.length === 0) return null
  const run = (periods: CalendarPeriod[]) => take.run({ organisationId: view.place.id, periods })
  return (
    <div className={`${classes.proposed} screen-only`}>
      <h3>{t('periods.proposed')}</h3>
      <p className={classes.hint}>{t('periods.proposed.text')}</p>
      <RefusalNote refusal={take.refusal} onRetry={take.retry} />
      <ul className={classes.list}>
        {missing.map((one) => (
          <li key={`${one.kind} ${one.startsOn}`}>
            <span>{days(one)}</span>
            <span>{one.title}</span>
            <Button
              size="compact-sm"
              aria-label={t('periods.take', { title: one.title })}
              disabled={take.isPending}
              onClick={() => run([one])}
            >
              {t('periods.takeShort')}
            </Button>
          </li>
        ))}
      </ul>
      <div className={classes.actions}>
        <Button loading={take.isPending} onClick={() => run(missing)}>
          {t('periods.takeAll')}
        </Button>
      </div>
    </div>
  )
}
