import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { OutputOf } from '../../../kernel/contract.ts'
import { useDraft } from '../../../web/draft.ts'
import { FormErrors } from '../../../web/form-errors.tsx'
import { Notice } from '../../../web/notice.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import classes from '../../organisations/web/form.module.css'
import { useForm } from '../../organisations/web/use-form.ts'
import type { accessContract } from '../contract.ts'
import { accessWords } from '../screen-words.ts'
import { accessClient } from './access-client.ts'
import entry from './entry.module.css'
import { NewEntryFields, newEntryFaults, useNewEntryCheck } from './new-entry-fields.tsx'
import { SecondStep, stepLeft } from './second-step.tsx'
import { useEnter } from './use-enter.ts'

/** What the server says of a link before it is accepted. */
export type Inspected = OutputOf<typeof accessContract.inspectLink>

type Props = { token: string; invited: Inspected }

/** The invited person sees who she is here, and chooses how to sign in; the same way leads out of a forgotten password. */
export function InvitationForm({ token, invited }: Props) {
  const t = useWords(accessWords)
  const enter = useEnter()
  const checkEntry = useNewEntryCheck()
  const who = [invited.name, invited.position, invited.organisationName].filter((one) => one !== '').join(', ')
  const [start] = useState({ name: invited.name, login: invited.login ?? '' })
  const draft = useDraft(`invitation.${who}`, start)
  const [password, setPassword] = useState('')
  const goIn = () => {
    draft.clear()
    enter('/')
  }
  const accept = useChange(accessClient.acceptLink, {
    onDone: (answer) => (stepLeft(answer) ? undefined : goIn()),
    refreshes: [],
  })
  const form = useForm({
    name: 'invitation',
    values: { ...draft.value, password },
    set: ({ password: typed, ...rest }) => {
      setPassword(typed)
      draft.set(rest)
    },
    refusal: accept.refusal,
    faultAt: { ...newEntryFaults, 'access.name-needed': 'name' },
    send: (values) => accept.run({ ...values, token }),
    check: (values) => ({
      name: values.name.trim().length < 2 ? t('setUp.name.fault') : null,
      ...checkEntry(values),
    }),
  })
  const step = accept.output && stepLeft(accept.output)
  if (step) return <SecondStep step={step} onSignedIn={goIn} onAgain={() => enter('/sign-in')} />
  return (
    <form className={entry.form} onSubmit={form.onSubmit} noValidate>
      <p>{t('invitation.who', { who })}</p>
      {invited.login ? (
        <Notice>{t('invitation.again')}</Notice>
      ) : (
        <p className={classes.hint}>{t('invitation.notYou')}</p>
      )}
      <FormErrors errors={form.errors} />
      <RefusalNote refusal={form.note} onRetry={accept.retry} />
      {invited.name === '' ? (
        <TextInput
          {...form.field('name')}
          label={t('setUp.name')}
          autoComplete="name"
          maxLength={200}
          required
          withAsterisk={false}
        />
      ) : null}
      <NewEntryFields field={form.field} />
      <div className={classes.actions}>
        <Button type="submit" variant="filled" loading={accept.isPending}>
          {t('invitation.submit')}
        </Button>
      </div>
    </form>
  )
}
