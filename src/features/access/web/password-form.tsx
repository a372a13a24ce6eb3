import { Button } from '@mantine/core'
import { useState } from 'react'
import { announce } from '../../../web/announce.tsx'
import { FormErrors } from '../../../web/form-errors.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import classes from '../../organisations/web/form.module.css'
import { useForm } from '../../organisations/web/use-form.ts'
import { passwordFault } from '../access.ts'
import { accessWords } from '../screen-words.ts'
import { settingsWords } from '../settings-words.ts'
import { accessRefusals } from '../words.ts'
import { accessClient } from './access-client.ts'
import { PasswordField } from './password-field.tsx'

const empty = { current: '', next: '' }

/** Whoever knows the present password chooses another. */
export function PasswordForm() {
  const t = useWords(settingsWords)
  const own = useWords(accessWords)
  const say = useWords(accessRefusals)
  const [values, set] = useState(empty)
  const done = () => {
    set(empty)
    announce(t('password.done'))
  }
  const change = useChange(accessClient.changePassword, { onDone: done })
  const form = useForm({
    name: 'password',
    values,
    set,
    refusal: change.refusal,
    send: change.run,
    faultAt: {
      'access.wrong-current-password': 'current',
      'access.password-too-short': 'next',
      'access.password-too-common': 'next',
      'access.password-same-as-login': 'next',
    },
    check: ({ current, next }) => {
      const fault = passwordFault(next, '')
      return {
        current: current === '' ? t('password.current.fault') : null,
        next: fault ? say(`access.password-${fault}`) : null,
      }
    },
  })
  return (
    <form className={classes.form} onSubmit={form.onSubmit} noValidate>
      <FormErrors errors={form.errors} />
      <RefusalNote refusal={form.note} onRetry={change.retry} />
      <PasswordField {...form.field('current')} label={t('password.current')} autoComplete="current-password" />
      <PasswordField
        {...form.field('next')}
        label={t('password.next')}
        description={own('password.advice')}
        autoComplete="new-password"
      />
      <div className={classes.actions}>
        <Button type="submit" variant="filled" loading={change.isPending}>
          {t('password.submit')}
        </Button>
      </div>
      <p className={classes.hint}>{t('password.text')}</p>
      <p className={classes.hint}>{t('password.forgot')}</p>
    </form>
  )
}
