import { NativeSelect } from '@mantine/core'
import { announce } from '../../../web/announce.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { dayOffRules } from '../../organisations/organisation.ts'
import type { CalendarView } from '../contract.ts'
import { calendarWords } from '../screen-words.ts'
import { calendarClient } from './calendar-client.ts'
import classes from './calendar-page.module.css'

/** Where a deadline on a day off is shown; said at once. */
export function RuleField({ view: { place, mayChange } }: { view: CalendarView }) {
  const t = useWords(calendarWords)
  const change = useChange(calendarClient.setDayOffRule, { onDone: () => announce(t('rule.saved')) })
  const set = (text: string) => {
    const rule = dayOffRules.find((one) => one === text)
    if (rule) change.run({ organisationId: place.id, rowVersion: place.rowVersion, rule })
  }
  return (
    <section className={classes.part}>
      <h2>{t('rule.title')}</h2>
      <RefusalNote refusal={change.refusal} onRetry={change.retry} />
      {mayChange ? (
        <NativeSelect
          className={classes.rule ?? ''}
          label={t('rule.label')}
          value={place.dayOffRule}
          disabled={change.isPending}
          onChange={(event) => set(event.currentTarget.value)}
          data={dayOffRules.map((rule) => ({ value: rule, label: t(`rule.${rule}`) }))}
        />
      ) : (
        <p>
          {t('rule.label')}: {t(`rule.${place.dayOffRule}`)}.
        </p>
      )}
    </section>
  )
}
