import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { FormErrors } from '../../../web/form-errors.tsx'
import { Notice } from '../../../web/notice.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import classes from '../../organisations/web/form.module.css'
import { useForm } from '../../organisations/web/use-form.ts'
import { accessWords } from '../screen-words.ts'
import { isPhoneCode, normalCode } from '../second-factor.ts'
import entry from './entry.module.css'
import { secondFactorClient } from './second-factor-client.ts'

const FEW = 3

type Props = { ticket: string; onSignedIn: () => void; onAgain: () => void }

/** The code after the password: from the phone, or from the sheet where the phone is not at hand. */
export function CodeForm({ ticket, onSignedIn, onAgain }: Props) {
  const t = useWords(accessWords)
  const [from, setFrom] = useState<'code' | 'paper'>('code')
  const [values, set] = useState({ code: '' })
  const pass = useChange(secondFactorClient.passSecondFactor, {
    refreshes: [],
    onDone: ({ recoveryCodesLeft: left }) => (left === null || left > FEW ? onSignedIn() : undefined),
  })
  const form = useForm({
    name: 'code',
    values,
    set,
    refusal: pass.refusal,
    faultAt: { 'access.code-wrong': 'code', 'access.code-used': 'code' },
    send: ({ code }) => pass.run({ ticket, code }),
    check: ({ code }) => ({ code: isWhole(code, from) ? null : t(`step.${from}.fault`) }),
  })
  if (pass.output) return <FewLeft left={pass.output.recoveryCodesLeft ?? 0} onGoOn={onSignedIn} />
  const turn = () => {
    setFrom(from === 'code' ? 'paper' : 'code')
    set({ code: '' })
    pass.reset()
  }
  return (
    <form className={entry.form} onSubmit={form.onSubmit} noValidate>
      <p>{t('step.code.text')}</p>
      <FormErrors errors={form.errors} />
      <RefusalNote refusal={form.note} onRetry={pass.retry} />
      <TextInput
        key={from}
        {...form.field('code')}
        label={t(`step.${from}`)}
        description={t(`step.${from}.hint`)}
        inputMode={from === 'code' ? 'numeric' : 'text'}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
        data-autofocus
        autoFocus
      />
      <div className={classes.actions}>
        <Button type="submit" variant="filled" loading={pass.isPending}>
          {t('signIn.submit')}
        </Button>
        <Button onClick={turn}>{t(from === 'code' ? 'step.toPaper' : 'step.toPhone')}</Button>
        <Button variant="subtle" onClick={onAgain}>
          {t('step.again')}
        </Button>
      </div>
      {from === 'paper' ? <p className={classes.hint}>{t('step.lost')}</p> : null}
    </form>
  )
}

function FewLeft({ left, onGoOn }: { left: number; onGoOn: () => void }) {
  const t = useWords(accessWords)
  return (
    <Notice kind="warn" role="alert" actions={<Button onClick={onGoOn}>{t('step.goOn')}</Button>}>
      {t('step.left', { count: left })}
    </Notice>
  )
}

function isWhole(code: string, from: 'code' | 'paper'): boolean {
  return from === 'code' ? isPhoneCode(code) : normalCode(code).length === 12
}
