import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { currentTime } from '../../../web/clock.ts'
import { useDraft } from '../../../web/draft.ts'
import { FormErrors } from '../../../web/form-errors.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import classes from '../../organisations/web/form.module.css'
import { TimeZoneSelect } from '../../organisations/web/time-zone-select.tsx'
import { nearestRussianZone } from '../../organisations/web/time-zones.ts'
import { useForm } from '../../organisations/web/use-form.ts'
import { accessWords } from '../screen-words.ts'
import { accessClient } from './access-client.ts'
import entry from './entry.module.css'
import { NewEntryFields, newEntryFaults, useNewEntryCheck } from './new-entry-fields.tsx'
import { useEnter } from './use-enter.ts'

const empty = { name: '', position: '', authorityName: '', timeZone: '', login: '' }

/** The first person of an installation says who she is and where; everything else can be changed later. */
export function SetUpForm({ token }: { token: string }) {
  const t = useWords(accessWords)
  const enter = useEnter()
  const checkEntry = useNewEntryCheck()
  const draft = useDraft('set-up', empty)
  const [password, setPassword] = useState('')
  const done = () => {
    draft.clear()
    enter('/')
  }
  const setUp = useChange(accessClient.setUp, { onDone: done, refreshes: [] })
  const form = useForm({
    name: 'setUp',
    values: { ...draft.value, timeZone: draft.value.timeZone || ownZone(), password },
    set: ({ password: typed, ...rest }) => {
      setPassword(typed)
      draft.set(rest)
    },
    refusal: setUp.refusal,
    faultAt: newEntryFaults,
    send: (values) => setUp.run({ ...values, token }),
    check: (values) => ({
      name: values.name.trim().length < 2 ? t('setUp.name.fault') : null,
      authorityName: values.authorityName.trim().length < 2 ? t('setUp.authorityName.fault') : null,
      ...checkEntry(values),
    }),
  })
  return (
    <form className={entry.form} onSubmit={form.onSubmit} noValidate>
      <p>{t('setUp.text')}</p>
      <FormErrors errors={form.errors} />
      <RefusalNote refusal={form.note} onRetry={setUp.retry} />
      <fieldset className={entry.group}>
        <legend>{t('setUp.you')}</legend>
        <TextInput
          {...form.field('name')}
          label={t('setUp.name')}
          autoComplete="name"
          maxLength={200}
          required
          withAsterisk={false}
        />
        <TextInput
          {...form.field('position')}
          label={t('setUp.position')}
          description={t('setUp.position.hint')}
          autoComplete="organization-title"
          maxLength={200}
        />
      </fieldset>
      <fieldset className={entry.group}>
        <legend>{t('setUp.authority')}</legend>
        <TextInput
          {...form.field('authorityName')}
          label={t('setUp.authorityName')}
          description={t('setUp.authorityName.hint')}
          autoComplete="organization"
          maxLength={200}
          required
          withAsterisk={false}
        />
        <TimeZoneSelect {...form.field('timeZone')} />
      </fieldset>
      <fieldset className={entry.group}>
        <legend>{t('setUp.entry')}</legend>
        <NewEntryFields field={form.field} />
      </fieldset>
      <div className={classes.actions}>
        <Button type="submit" variant="filled" loading={setUp.isPending}>
          {t('setUp.submit')}
        </Button>
      </div>
    </form>
  )
}

function ownZone(): string {
  return nearestRussianZone(Intl.DateTimeFormat().resolvedOptions().timeZone, currentTime())
}
