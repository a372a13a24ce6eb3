import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Day } from '../../../kernel/day.ts'
import { announce } from '../../../web/announce.tsx'
import { Dialog } from '../../../web/dialog.tsx'
import { errorAt, type FormError, FormErrors, fieldId } from '../../../web/form-errors.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import form from '../../organisations/web/form.module.css'
import type { CalendarView } from '../contract.ts'
import { calendarWords } from '../screen-words.ts'
import { isWorkingDay } from '../working-day.ts'
import { changesOf, type SaidDay, yearDays } from '../year-days.ts'
import { calendarClient } from './calendar-client.ts'

type State = 'country' | 'working' | 'off'

type Props = { view: CalendarView; day: Day; onClose: () => void }

/** One day: as in the country, worked or off, and on what that is based. */
export function DayDialog({ view, day, onClose }: Props) {
  const t = useWords(calendarWords)
  const format = useFormat()
  const { said } = yearDays(view)(day)
  const own = view.days.find((one) => one.day === day && one.setBy === null)
  const [state, setState] = useState<State>(ownStateOf(own))
  const [reason, setReason] = useState(own?.reason ?? '')
  const [errors, setErrors] = useState<readonly FormError[]>([])
  const onDone = () => {
    announce(t('day.saved', { day: format.day(day) }))
    onClose()
  }
  const add = useChange(calendarClient.addCalendarDay, { onDone })
  const change = useChange(calendarClient.changeCalendarDay, { onDone })
  const send = (event: FormEvent) => {
    event.preventDefault()
    const isWorking = state === 'country' ? null : state === 'working'
    const found = reason.trim().length > 1 ? [] : [{ path: 'day.reason', message: t('dialog.reason.fault') }]
    setErrors(found)
    if (found.length > 0) return
    if (own) change.run({ id: own.id, rowVersion: own.rowVersion, isWorking, reason })
    else if (isWorking === null) onClose()
    else add.run({ organisationId: view.place.id, day, isWorking, reason })
  }
  const above = changesOf(view.days.filter((one) => one.setBy !== null))
  const asAbove = t(isWorkingDay(day, above) ? 'day.working' : 'day.off')
  return (
    <Dialog
      isOpen
      title={`${format.day(day)}, ${format.weekdayName(day).long}`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('dialog.cancel')}</Button>
          <Button variant="filled" type="submit" form="calendar-day" loading={add.isPending || change.isPending}>
            {t('dialog.save')}
          </Button>
        </>
      }
    >
      <form id="calendar-day" className={form.form} onSubmit={send} noValidate>
        <FormErrors errors={errors} />
        <RefusalNote refusal={add.refusal ?? change.refusal} onRetry={own ? change.retry : add.retry} />
        {said?.setBy ? <p>{t('dialog.above', { name: said.setBy })}</p> : null}
        <NativeSelect
          label={t('dialog.state')}
          value={state}
          onChange={(event) => setState(stateOf(event.currentTarget.value))}
          data={[
            { value: 'country', label: t('dialog.asCountry', { state: asAbove }) },
            { value: 'working', label: t('day.working') },
            { value: 'off', label: t('day.off') },
          ]}
        />
        <TextInput
          id={fieldId('day.reason')}
          label={t('dialog.reason')}
          description={t('dialog.reason.hint')}
          value={reason}
          maxLength={400}
          error={errorAt(errors, 'day.reason')}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <p className={form.hint}>{t('dialog.effect')}</p>
      </form>
    </Dialog>
  )
}

function ownStateOf(own: SaidDay | undefined): State {
  if (!own || own.isWorking === null) return 'country'
  return own.isWorking ? 'working' : 'off'
}

function stateOf(text: string): State {
  return text === 'working' || text === 'off' ? text : 'country'
}
