import { Button, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { Day } from '../../../kernel/day.ts'
import { DayInput } from '../../../web/day-input.tsx'
import { Dialog } from '../../../web/dialog.tsx'
import { errorAt, type FormError, FormErrors, fieldId } from '../../../web/form-errors.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import type { Refused } from '../../../web/refused.ts'
import { useWords } from '../../../web/use-words.ts'
import { organisationsWords } from '../screen-words.ts'
import classes from './form.module.css'

type Props = {
  title: string
  /** The verb on the button. */
  confirm: string
  dayLabel: string
  /** What will happen, before it does. */
  hint: string
  onSend: (said: { day: Day; basis: string }) => void
  onClose: () => void
  isPending: boolean
  refusal: Refused | null
  onRetry: () => void
  children?: ReactNode
}

/** What is to hold from a day on, by which paper: the day and the basis are asked for, whatever else stands above them. */
export function DatedDialog(props: Props) {
  const t = useWords(organisationsWords)
  const [day, setDay] = useState<Day | null>(null)
  const [basis, setBasis] = useState('')
  const [errors, setErrors] = useState<readonly FormError[]>([])
  const send = (event: FormEvent) => {
    event.preventDefault()
    const found: FormError[] = [
      ...(day ? [] : [{ path: 'dated.day', message: t('dated.day.fault') }]),
      ...(basis.trim().length > 1 ? [] : [{ path: 'dated.basis', message: t('dated.basis.fault') }]),
    ]
    setErrors(found)
    if (day && found.length === 0) props.onSend({ day, basis })
  }
  return (
    <Dialog
      isOpen
      title={props.title}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{t('add.cancel')}</Button>
          <Button variant="filled" type="submit" form="dated" loading={props.isPending}>
            {props.confirm}
          </Button>
        </>
      }
    >
      <form id="dated" className={classes.form} onSubmit={send} noValidate>
        <FormErrors errors={errors} />
        <RefusalNote refusal={props.refusal} onRetry={props.onRetry} />
        {props.children}
        <DayInput
          id={fieldId('dated.day')}
          label={props.dayLabel}
          value={day}
          onChange={setDay}
          error={errorAt(errors, 'dated.day')}
        />
        <TextInput
          id={fieldId('dated.basis')}
          label={t('dated.basis')}
          description={t('dated.basis.hint')}
          value={basis}
          maxLength={400}
          error={errorAt(errors, 'dated.basis')}
          onChange={(event) => setBasis(event.currentTarget.value)}
        />
        <p className={classes.hint}>{props.hint}</p>
      </form>
    </Dialog>
  )
}
