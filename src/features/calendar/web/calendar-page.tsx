import { ActionIcon, NativeSelect } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import * as z from 'zod'
import { partsOf } from '../../../kernel/day.ts'
import { idOf } from '../../../kernel/id.ts'
import { Loaded } from '../../../web/loaded.tsx'
import { useCall } from '../../../web/query.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useUrlState } from '../../../web/use-url-state.ts'
import { useWords } from '../../../web/use-words.ts'
import { useMe } from '../../access/web/me.ts'
import { SettingsPage } from '../../access/web/settings-page.tsx'
import type { CalendarView } from '../contract.ts'
import { calendarWords } from '../screen-words.ts'
import { decreeOf } from '../working-day.ts'
import { workingDaysOf } from '../year-days.ts'
import { calendarClient } from './calendar-client.ts'
import classes from './calendar-page.module.css'
import { ChangedDays } from './changed-days.tsx'
import { Periods } from './periods.tsx'
import { RuleField } from './rule-field.tsx'
import { YearGrid } from './year-grid.tsx'

const Chosen = z.object({
  year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  place: idOf<'organisation'>().optional().catch(undefined),
})

/** «Календарь»: the year by which deadlines are counted, with what the authority works otherwise. */
export function CalendarPage() {
  const t = useWords(calendarWords)
  const today = useMe().today
  const [chosen, choose] = useUrlState(Chosen)
  const year = chosen.year ?? partsOf(today).year
  const found = useCall(
    calendarClient.loadCalendar,
    { year, ...(chosen.place && { organisationId: chosen.place }) },
    { keepPrevious: true },
  )
  return (
    <SettingsPage tab="calendar">
      <Loaded call={found}>
        {(view) => (
          <div className={classes.parts}>
            <div className={classes.choice}>
              <div className={classes.year}>
                <ActionIcon
                  aria-label={t('year.before')}
                  title={t('year.before')}
                  onClick={() => choose({ year: year - 1 })}
                >
                  <IconChevronLeft size="var(--icon)" aria-hidden="true" />
                </ActionIcon>
                <h2 aria-live="polite">{year}</h2>
                <ActionIcon
                  aria-label={t('year.next')}
                  title={t('year.next')}
                  onClick={() => choose({ year: year + 1 })}
                >
                  <IconChevronRight size="var(--icon)" aria-hidden="true" />
                </ActionIcon>
              </div>
              {view.places.length > 1 ? (
                <NativeSelect
                  label={t('place')}
                  data={view.places.map(({ id, shortName }) => ({ value: id, label: shortName }))}
                  value={view.place.id}
                  onChange={({ currentTarget: { value } }) =>
                    choose({ place: view.places.find((one) => one.id === value)?.id })
                  }
                />
              ) : (
                <p>{view.place.shortName}</p>
              )}
            </div>
            <Year view={view} />
          </div>
        )}
      </Loaded>
    </SettingsPage>
  )
}

function Year({ view }: { view: CalendarView }) {
  const t = useWords(calendarWords)
  const format = useFormat()
  const decree = decreeOf(view.year)
  return (
    <>
      <div className={classes.about}>
        <p>
          {t('year.days', { count: workingDaysOf(view.year, view.days) })}.{' '}
          {decree
            ? t('source.complete', { day: format.dayShort(decree.signedOn), number: decree.number })
            : t('source.preliminary', { year: view.year })}
        </p>
        <p className={classes.hint}>
          {t('intro')} {view.mayChange ? t('intro.press') : null}
        </p>
      </div>
      <YearGrid view={view} />
      <ChangedDays view={view} />
      <Periods view={view} />
      <RuleField view={view} />
    </>
  )
}
