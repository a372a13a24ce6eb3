import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { FormErrors } from '../../../web/form-errors.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import classes from '../../organisations/web/form.module.css'
import { useForm } from '../../organisations/web/use-form.ts'
import { accessWords } from '../screen-words.ts'
import { accessClient } from './access-client.ts'
import entry from './entry.module.css'
import { PasswordField } from './password-field.tsx'
import { SecondStep, stepLeft } from './second-step.tsx'

/** Sign-in name and password, then the second step where one is owed; says `onSignedIn` once the server knows who it is. */
export function SignInForm({ onSignedIn }: { onSignedIn: () => void }) {
  const t = useWords(accessWords)
  const [values, set] = useState({ login: '', password: '' })
  const signIn = useChange(accessClient.signIn, {
    onDone: (answer) => (stepLeft(answer) ? undefined : onSignedIn()),
    refreshes: [],
  })
  const form = useForm({
    name: 'signIn',
    values,
    set,
    refusal: signIn.refusal,
    send: signIn.run,
    check: ({ login, password }) => ({
      login: login.trim().length < 3 ? t('signIn.login.fault') : null,
      password: password === '' ? t('signIn.password.fault') : null,
    }),
  })
  const step = signIn.output && stepLeft(signIn.output)
  if (step) return <SecondStep step={step} onSignedIn={onSignedIn} onAgain={signIn.reset} />
  return (
    <form className={entry.form} onSubmit={form.onSubmit} noValidate>
      <FormErrors errors={form.errors} />
      <RefusalNote refusal={form.note} onRetry={signIn.retry} />
      <TextInput
        {...form.field('login')}
        label={t('signIn.login')}
        description={t('signIn.login.hint')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={200}
      />
      <PasswordField {...form.field('password')} label={t('signIn.password')} autoComplete="current-password" />
      <div className={classes.actions}>
        <Button type="submit" variant="filled" loading={signIn.isPending}>
          {t('signIn.submit')}
        </Button>
      </div>
    </form>
  )
}
