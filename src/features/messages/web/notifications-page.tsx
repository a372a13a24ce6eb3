import { Button, TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { announce } from '../../../web/announce.tsx'
import { Loaded } from '../../../web/loaded.tsx'
import { Notice } from '../../../web/notice.tsx'
import { useCall } from '../../../web/query.ts'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { StaleNote } from '../../../web/stale-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { useMay } from '../../access/web/me.ts'
import { SettingsPage } from '../../access/web/settings-page.tsx'
import { type LettersView, messagesContract } from '../contract.ts'
import { mailContract } from '../mail-contract.ts'
import { letterScreenWords } from '../screen-words.ts'
import { CalendarLink } from './calendar-link.tsx'
import { EventChoices } from './event-choices.tsx'
import { messagesClient } from './messages-client.ts'
import classes from './notifications-page.module.css'

/** «Уведомления»: where letters go, and which of them come at once, in the morning or never. */
export function NotificationsPage() {
  const t = useWords(letterScreenWords)
  const may = useMay(messagesContract.loadLetters)
  const known = useCall(messagesClient.loadLetters, {}, { enabled: may })
  return (
    <SettingsPage tab="notifications">
      <p className={classes.intro}>{t('intro')}</p>
      {may ? (
        <Loaded call={known}>{(view) => <Letters key={view.rowVersion} view={view} />}</Loaded>
      ) : (
        <p>{t('nothing')}</p>
      )}
      {may ? <CalendarLink /> : null}
    </SettingsPage>
  )
}

/** No mail server is set: where letters are meanwhile, and who mends it. */
function NoServer() {
  const t = useWords(letterScreenWords)
  const mayMend = useMay(mailContract.loadMail)
  return (
    <Notice kind="warn" title={t('stay.title')}>
      {t('stay.text')} {mayMend ? <Link to="/settings/mail">{t('stay.press')}</Link> : t('stay.administrator')}
    </Notice>
  )
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

function Letters({ view }: { view: LettersView }) {
  const t = useWords(letterScreenWords)
  const [email, setEmail] = useState(view.email ?? '')
  const [events, setEvents] = useState(view.events)
  const [isFaulty, setFaulty] = useState(false)
  const change = useChange(messagesClient.chooseLetters, { onDone: () => announce(t('saved')) })
  const isRefusedAddress = change.refusal?.answer.fields?.some(({ path }) => path === 'email') ?? false
  const save = (rowVersion: number) => change.run({ rowVersion, email: email.trim() || null, events })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const isWrong = email.trim() !== '' && !EMAIL.test(email.trim())
    setFaulty(isWrong)
    if (!isWrong) save(view.rowVersion)
  }
  const textOf = (one: Pick<LettersView, 'email'>) => t('stale.email', { email: one.email || t('stale.none') })
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      {view.isServerSet ? null : <NoServer />}
      <RefusalNote
        refusal={change.refusal?.isStale || isRefusedAddress ? null : change.refusal}
        onRetry={change.retry}
      />
      <StaleNote
        refusal={change.refusal}
        schema={messagesContract.loadLetters.output}
        yours={textOf({ email })}
        show={textOf}
        onKeep={(current) => save(current.rowVersion)}
        onTake={(current) => {
          setEmail(current.email ?? '')
          setEvents(current.events)
          change.reset()
        }}
      />
      <TextInput
        className={classes.address}
        label={t('email')}
        description={t('email.hint')}
        error={isFaulty || isRefusedAddress ? t('email.fault') : null}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        type="email"
        inputMode="email"
        autoComplete="email"
        maxLength={200}
      />
      {events.length > 0 ? <EventChoices events={events} onChange={setEvents} /> : <p>{t('nothing')}</p>}
      <div>
        <Button type="submit" loading={change.isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}
