import { Button, Radio, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { announce } from '../../../web/announce.tsx'
import { FormErrors } from '../../../web/form-errors.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { StaleNote } from '../../../web/stale-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { PasswordField } from '../../access/web/password-field.tsx'
import form from '../../organisations/web/form.module.css'
import { useForm } from '../../organisations/web/use-form.ts'
import { REMIND_BEFORE } from '../mail.ts'
import { type MailView, mailContract } from '../mail-contract.ts'
import { mailScreenWords } from '../mail-screen-words.ts'
import { mailClient } from './mail-client.ts'
import classes from './mail-page.module.css'

type Settings = MailView['settings']
type Way = Settings['way']
type Security = Settings['security']
type Card = Record<'host' | 'port' | 'login' | 'password' | 'fromAddress' | 'remindBefore', string>

const ways: readonly Way[] = ['file', 'smtp']
const securities: readonly Security[] = ['tls', 'starttls', 'none']
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** By which server letters leave; what somebody else set meanwhile is shown beside one's own. */
export function MailSettings({ settings }: { settings: Settings }) {
  const t = useWords(mailScreenWords)
  const [values, set] = useState(() => cardOf(settings))
  const [way, setWay] = useState(settings.way)
  const [security, setSecurity] = useState(settings.security)
  // With the version that was read: an answer that comes while one types does not make an old text look fresh.
  const [rowVersion, setVersion] = useState(settings.rowVersion)
  const change = useChange(mailClient.changeMailSettings, {
    onDone: (_, input) => {
      setVersion(input.rowVersion + 1)
      set({ ...values, password: '' })
      announce(t('settings.saved'))
    },
  })
  const save = (card: Card, version: number) => {
    const { host, port, login, password, fromAddress } = card
    const kept = password === '' ? null : password
    const rest = { host: host.trim(), port: Number(port), login, fromAddress: fromAddress.trim() }
    change.run({ ...rest, remindBefore: Number(card.remindBefore), way, security, password: kept, rowVersion: version })
  }
  const fields = useForm({
    name: 'mail',
    values,
    set,
    refusal: change.refusal,
    send: (next) => save(next, rowVersion),
    check: ({ port, fromAddress, remindBefore }) => ({
      port: /^\d{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= 65_535 ? null : t('settings.port.fault'),
      fromAddress: fromAddress === '' || EMAIL.test(fromAddress.trim()) ? null : t('settings.from.fault'),
      remindBefore: isRemindBefore(remindBefore) ? null : t('settings.remind.fault', REMIND_BEFORE),
    }),
    faultAt: { 'mail.host-missing': 'host', 'mail.from-missing': 'fromAddress' },
  })
  const take = (current: Settings) => {
    set(cardOf(current))
    setWay(current.way)
    setSecurity(current.security)
    setVersion(current.rowVersion)
    change.reset()
  }
  const textOf = (one: { way: Way } & Record<'host' | 'port' | 'fromAddress' | 'remindBefore', string | number>) =>
    `${t(`settings.way.${one.way}`)}\n${one.host}:${one.port}\n${one.fromAddress}\n${t('settings.remind')}: ${one.remindBefore}`
  return (
    <form className={form.form} onSubmit={fields.onSubmit} noValidate>
      <FormErrors errors={fields.errors} />
      <RefusalNote refusal={fields.note} onRetry={change.retry} />
      <StaleNote
        refusal={change.refusal}
        schema={mailContract.loadMail.output.shape.settings}
        yours={textOf({ ...values, way })}
        show={textOf}
        onKeep={(current) => save(values, current.rowVersion)}
        onTake={take}
      />
      <Choice legend={t('settings.way')}>
        {ways.map((one) => (
          <Radio
            key={one}
            name="mail-way"
            value={one}
            label={t(`settings.way.${one}`)}
            checked={way === one}
            onChange={() => setWay(one)}
          />
        ))}
      </Choice>
      {way === 'smtp' ? (
        <>
          <TextInput
            {...fields.field('host')}
            label={t('settings.host')}
            description={t('settings.host.hint')}
            maxLength={200}
            autoComplete="off"
          />
          <Choice legend={t('settings.security')}>
            {securities.map((one) => (
              <Radio
                key={one}
                name="mail-security"
                value={one}
                label={t(`security.${one}`)}
                checked={security === one}
                onChange={() => setSecurity(one)}
              />
            ))}
          </Choice>
          <TextInput {...fields.field('port')} label={t('settings.port')} inputMode="numeric" maxLength={5} />
          <TextInput
            {...fields.field('login')}
            label={t('settings.login')}
            description={t('settings.login.hint')}
            maxLength={200}
            autoComplete="off"
          />
          <PasswordField
            {...fields.field('password')}
            label={t('settings.password')}
            description={t(settings.hasPassword ? 'settings.password.kept' : 'settings.password.sealed')}
            autoComplete="new-password"
          />
        </>
      ) : null}
      <TextInput
        {...fields.field('fromAddress')}
        label={t('settings.from')}
        description={t('settings.from.hint')}
        maxLength={200}
        autoComplete="off"
      />
      <TextInput
        {...fields.field('remindBefore')}
        label={t('settings.remind')}
        description={t('settings.remind.hint', REMIND_BEFORE)}
        inputMode="numeric"
        maxLength={1}
      />
      <div className={form.actions}>
        <Button type="submit" loading={change.isPending}>
          {t('settings.save')}
        </Button>
      </div>
    </form>
  )
}

function Choice({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className={classes.choice}>
      <legend>{legend}</legend>
      {children}
    </fieldset>
  )
}

function isRemindBefore(text: string): boolean {
  return /^\d$/.test(text) && Number(text) >= REMIND_BEFORE.least && Number(text) <= REMIND_BEFORE.most
}

function cardOf({ host, port, login, fromAddress, remindBefore }: Settings): Card {
  return { host, port: String(port), login, password: '', fromAddress, remindBefore: String(remindBefore) }
}
