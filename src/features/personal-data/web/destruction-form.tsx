import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { addDays, type Day } from '../../../kernel/day.ts'
import type { PersonId } from '../../../kernel/id.ts'
import { announce } from '../../../web/announce.tsx'
import { ConfirmDialog } from '../../../web/confirm-dialog.tsx'
import { DayInput } from '../../../web/day-input.tsx'
import { errorAt, type FormError, FormErrors, fieldId } from '../../../web/form-errors.tsx'
import { hrefOf } from '../../../web/send.ts'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { useMe } from '../../access/web/me.ts'
import formClasses from '../../organisations/web/form.module.css'
import { personalDataContract } from '../contract.ts'
import { personalDataWords } from '../screen-words.ts'
import { personalDataClient } from './client.ts'
import classes from './personal-data.module.css'
import type { PersonData } from './places.tsx'

const COPIES_LIVE_DAYS = 90

/** Number, date and reason of the act; the paper for signing; and the destruction, asked once more. */
export function DestructionForm({ id, data }: { id: PersonId; data: PersonData }) {
  const t = useWords(personalDataWords)
  const { today } = useMe()
  const [number, setNumber] = useState('')
  const [reason, setReason] = useState('')
  const [signedOn, setSignedOn] = useState<Day | null>(today)
  const [backupsUntil, setBackupsUntil] = useState<Day | null>(addDays(today, COPIES_LIVE_DAYS))
  const [errors, setErrors] = useState<readonly FormError[]>([])
  const [isAsked, setAsked] = useState(false)
  const destroy = useChange(personalDataClient.destroyPersonData, {
    onDone: () => {
      setAsked(false)
      announce(t('destroy.ordered'))
    },
  })
  const wanted =
    number.trim() !== '' && reason.trim().length > 2 && signedOn && backupsUntil
      ? { number, reason, signedOn, backupsUntil }
      : null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setErrors(
      [
        { path: 'act.number', message: number.trim() === '' ? t('destroy.number.fault') : '' },
        { path: 'act.signedOn', message: signedOn ? '' : t('destroy.day.fault') },
        { path: 'act.reason', message: reason.trim().length > 2 ? '' : t('destroy.reason.fault') },
        { path: 'act.backupsUntil', message: backupsUntil ? '' : t('destroy.day.fault') },
      ].filter(({ message }) => message !== ''),
    )
    if (wanted) setAsked(true)
  }
  return (
    <section className={classes.part}>
      <h2>{t('destroy.title')}</h2>
      <p>{t('destroy.text')}</p>
      <form className={formClasses.form} onSubmit={submit} noValidate>
        <FormErrors errors={errors} />
        <TextInput
          id={fieldId('act.number')}
          label={t('destroy.number')}
          value={number}
          error={errorAt(errors, 'act.number')}
          maxLength={40}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <DayInput
          id={fieldId('act.signedOn')}
          label={t('destroy.signedOn')}
          value={signedOn}
          error={errorAt(errors, 'act.signedOn')}
          onChange={setSignedOn}
        />
        <TextInput
          id={fieldId('act.reason')}
          label={t('destroy.reason')}
          description={t('destroy.reason.hint')}
          value={reason}
          error={errorAt(errors, 'act.reason')}
          maxLength={400}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <DayInput
          id={fieldId('act.backupsUntil')}
          label={t('destroy.backupsUntil')}
          value={backupsUntil}
          error={errorAt(errors, 'act.backupsUntil')}
          onChange={setBackupsUntil}
        />
        {wanted ? (
          <p className={formClasses.hint}>
            <a href={hrefOf(personalDataContract.draftDestructionAct, { id, ...wanted })} download>
              {t('destroy.act')}
            </a>
            . {t('destroy.act.hint')}
          </p>
        ) : null}
        <div className={formClasses.actions}>
          <Button type="submit">{t('destroy.submit')}</Button>
        </div>
      </form>
      <ConfirmDialog
        isOpen={isAsked}
        title={t('destroy.confirm.title', { name: data.name })}
        confirm={t('destroy.submit')}
        onConfirm={() => wanted && destroy.run({ id, rowVersion: data.rowVersion, ...wanted })}
        onCancel={() => setAsked(false)}
        isPending={destroy.isPending}
        refusal={destroy.refusal}
      >
        <p>{t('destroy.confirm.text', { number })}</p>
      </ConfirmDialog>
    </section>
  )
}
