import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { FormErrors } from '../../../web/form-errors.tsx'
import type { Call } from '../../../web/query.ts'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import classes from '../../organisations/web/form.module.css'
import { useForm } from '../../organisations/web/use-form.ts'
import { entryWords } from '../entry-words.ts'

type Props<Output> = {
  text: string
  submit: string
  send: Call<{ code: string }, Output>
  onDone: (output: Output) => void
  onCancel: () => void
}

/** A change of the second step that a code must allow. */
export function FactorCodeForm<Output>({ text, submit, send, onDone, onCancel }: Props<Output>) {
  const t = useWords(entryWords)
  const [values, set] = useState({ code: '' })
  const change = useChange(send, { onDone, refreshes: [] })
  const form = useForm({
    name: 'factor',
    values,
    set,
    refusal: change.refusal,
    faultAt: { 'access.code-wrong': 'code', 'access.code-used': 'code' },
    send: change.run,
    check: ({ code }) => ({ code: code.trim().length < 6 ? t('factor.code.fault') : null }),
  })
  return (
    <form className={classes.form} onSubmit={form.onSubmit} noValidate>
      <p>{text}</p>
      <FormErrors errors={form.errors} />
      <RefusalNote refusal={form.note} onRetry={change.retry} />
      <TextInput {...form.field('code')} label={t('factor.code')} autoComplete="one-time-code" maxLength={40} />
      <div className={classes.actions}>
        <Button type="submit" variant="filled" loading={change.isPending}>
          {submit}
        </Button>
        <Button onClick={onCancel}>{t('factor.cancel')}</Button>
      </div>
    </form>
  )
}
