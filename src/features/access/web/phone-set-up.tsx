import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { FormErrors } from '../../../web/form-errors.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import formClasses from '../../organisations/web/form.module.css'
import { useForm } from '../../organisations/web/use-form.ts'
import { accessWords } from '../screen-words.ts'
import { isPhoneCode } from '../second-factor.ts'
import classes from './entry-page.module.css'
import { QrCode } from './qr-code.tsx'
import { RecoverySheet } from './recovery-sheet.tsx'

export type PhoneDraft = { uri: string; secret: string }

type Props = {
  draft: PhoneDraft
  set: (input: { code: string }) => Promise<{ recoveryCodes: string[] }>
  onDone: () => void
}

/** The square for the phone, the same key in letters, and the first code; then the codes for paper. */
export function PhoneSetUp({ draft, set, onDone }: Props) {
  const t = useWords(accessWords)
  const [values, change] = useState({ code: '' })
  const confirm = useChange(set, { refreshes: [] })
  const form = useForm({
    name: 'phone',
    values,
    set: change,
    refusal: confirm.refusal,
    faultAt: { 'access.code-wrong': 'code', 'access.code-used': 'code' },
    send: confirm.run,
    check: ({ code }) => ({ code: isPhoneCode(code) ? null : t('step.code.fault') }),
  })
  if (confirm.output) return <RecoverySheet codes={confirm.output.recoveryCodes} onDone={onDone} />
  return (
    <form className={classes.steps} onSubmit={form.onSubmit} noValidate>
      <FormErrors errors={form.errors} />
      <RefusalNote refusal={form.note} onRetry={confirm.retry} />
      <p>{t('phone.app')}</p>
      <p>{t('phone.scan')}</p>
      <QrCode text={draft.uri} label={t('phone.qr')} />
      <p className={formClasses.hint}>
        {t('phone.key')}: <span className={classes.key}>{inFours(draft.secret)}</span>
      </p>
      <p id="phone-code">{t('phone.type')}</p>
      <TextInput
        {...form.field('code')}
        label={t('step.code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        spellCheck={false}
        maxLength={12}
      />
      <div className={formClasses.actions}>
        <Button type="submit" variant="filled" loading={confirm.isPending}>
          {t('phone.submit')}
        </Button>
      </div>
    </form>
  )
}

function inFours(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(' ') ?? secret
}
