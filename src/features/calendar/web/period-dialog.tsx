import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Day } from '../../../kernel/day.ts'
import { announce } from '../../../web/announce.tsx'
import { DayInput } from '../../../web/day-input.tsx'
import { Dialog } from '../../../web/dialog.tsx'
import { errorAt, type FormError, FormErrors, fieldId } from '../../../web/form-errors.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import form from '../../organisations/web/form.module.css'
import { type CalendarPeriodKind, calendarPeriodKinds } from '../calendar.ts'
import type { CalendarView } from '../contract.ts'
import { calendarWords } from '../screen-words.ts'
import type { SaidPeriod } from '../year-days.ts'
import { calendarClient } from './calendar-client.ts'

/** `period` null: a new one. */
type Props = { view: CalendarView; period: SaidPeriod | null; onClose: () => void }

/** A stretch of the school year: what it is, what it is called, from when until when. */
export function PeriodDialog({ view, period, onClose }: Props) {
  const t = useWords(calendarWords)
  const [kind, setKind] = useState<CalendarPeriodKind>(period?.kind ?? 'holidays')
  const [title, setTitle] = useState(period?.title ?? '')
  const [startsOn, setStart] = useState<Day | null>(period?.startsOn ?? null)
  const [endsOn, setEnd] = useState<Day | null>(period?.endsOn ?? null)
  const [errors, setErrors] = useState<readonly FormError[]>([])
  const close = (words: string) => {
    announce(words)
    onClose()
  }
  const onDone = () => close(t('periods.saved', { title }))
  const add = useChange(calendarClient.addCalendarPeriods, { onDone })
  const change = useChange(calendarClient.changeCalendarPeriod, { onDone })
  const remove = useChange(calendarClient.removeCalendarPeriod, {
    onDone: () => close(t('periods.removed', { title: period?.title ?? '' })),
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    const name = title.trim().length > 1 ? [] : [{ path: 'period.name', message: t('period.name.fault') }]
    const missing = startsOn && endsOn ? [] : [{ path: 'period.from', message: t('period.days.fault') }]
    const isBackwards = startsOn !== null && endsOn !== null && endsOn < startsOn
    const backwards = isBackwards ? [{ path: 'period.to', message: t('period.backwards') }] : []
    setErrors([...name, ...missing, ...backwards])
    if (name.length + backwards.length > 0 || !startsOn || !endsOn) return
    const said = { kind, title: title.trim(), startsOn, endsOn }
    if (period) change.run({ id: period.id, rowVersion: period.rowVersion, ...said })
    else add.run({ organisationId: view.place.id, periods: [said] })
  }
  const asked = period ? change : add
  return (
    <Dialog
      isOpen
      title={period ? t('periods.change', { title: period.title }) : t('periods.add')}
      onClose={onClose}
      actions={
        <>
          {period ? (
            <Button
              loading={remove.isPending}
              onClick={() => remove.run({ id: period.id, rowVersion: period.rowVersion })}
            >
              {t('periods.remove')}
            </Button>
          ) : null}
          <Button onClick={onClose}>{t('dialog.cancel')}</Button>
          <Button variant="filled" type="submit" form="calendar-period" loading={asked.isPending}>
            {t('dialog.save')}
          </Button>
        </>
      }
    >
      <form id="calendar-period" className={form.form} onSubmit={send} noValidate>
        <FormErrors errors={errors} />
        <RefusalNote refusal={asked.refusal ?? remove.refusal} onRetry={remove.refusal ? remove.retry : asked.retry} />
        <NativeSelect
          label={t('period.kind')}
          value={kind}
          onChange={({ currentTarget: { value } }) =>
            setKind(calendarPeriodKinds.find((one) => one === value) ?? 'holidays')
          }
          data={calendarPeriodKinds.map((one) => ({ value: one, label: t(`kind.${one}`) }))}
        />
        <TextInput
          id={fieldId('period.name')}
          label={t('period.name')}
          value={title}
          maxLength={200}
          error={errorAt(errors, 'period.name')}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <DayInput
          id={fieldId('period.from')}
          label={t('period.from')}
          value={startsOn}
          onChange={setStart}
          error={errorAt(errors, 'period.from')}
        />
        <DayInput
          id={fieldId('period.to')}
          label={t('period.to')}
          value={endsOn}
          onChange={setEnd}
          error={errorAt(errors, 'period.to')}
        />
      </form>
    </Dialog>
  )
}
