import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { FormErrors } from '../../../web/form-errors.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import classes from '../../organisations/web/form.module.css'
import { useForm } from '../../organisations/web/use-form.ts'
import { entryWords } from '../entry-words.ts'
import { accessWords } from '../screen-words.ts'
import { PasswordField } from './password-field.tsx'
import { PhoneSetUp } from './phone-set-up.tsx'
import { secondFactorClient } from './second-factor-client.ts'

type Props = { hasPhone: boolean; onDone: () => void; onCancel: () => void }

/** Whoever sits at an open window is asked for the password first, and for a code of the phone that stands. */
export function ChangePhone({ hasPhone, onDone, onCancel }: Props) {
  const t = useWords(entryWords)
  const say = useWords(accessWords)
  const [values, set] = useState({ password: '', code: '' })
  const draft = useChange(secondFactorClient.draftSecondFactor, { refreshes: [] })
  const form = useForm({
    name: 'newPhone',
    values,
    set,
    refusal: draft.refusal,
    faultAt: { 'access.wrong-current-password': 'password', 'access.code-wrong': 'code', 'access.code-used': 'code' },
    send: ({ password, code }) => draft.run({ password, ...(hasPhone && { code }) }),
    check: ({ password, code }) => ({
      password: password === '' ? say('signIn.password.fault') : null,
      code: hasPhone && code.trim().length < 6 ? t('factor.code.fault') : null,
    }),
  })
  if (draft.output) return <PhoneSetUp draft={draft.output} set={secondFactorClient.setSecondFactor} onDone={onDone} />
  return (
    <form className={classes.form} onSubmit={form.onSubmit} noValidate>
      <FormErrors errors={form.errors} />
      <RefusalNote refusal={form.note} onRetry={draft.retry} />
      <PasswordField {...form.field('password')} label={t('factor.password')} autoComplete="current-password" />
      {hasPhone ? (
        <TextInput {...form.field('code')} label={t('factor.oldCode')} autoComplete="one-time-code" maxLength={40} />
      ) : null}
      <div className={classes.actions}>
        <Button type="submit" variant="filled" loading={draft.isPending}>
          {t('factor.next')}
        </Button>
        <Button onClick={onCancel}>{t('factor.cancel')}</Button>
      </div>
    </form>
  )
}
