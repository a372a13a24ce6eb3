import { Button } from '@mantine/core'
import { useState } from 'react'
import type { OutputOf } from '../../../kernel/contract.ts'
import { announce } from '../../../web/announce.tsx'
import { Loaded } from '../../../web/loaded.tsx'
import { refresh, useCall } from '../../../web/query.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import formClasses from '../../organisations/web/form.module.css'
import { entryWords } from '../entry-words.ts'
import type { secondFactorContract } from '../second-factor-contract.ts'
import { ChangePhone } from './change-phone.tsx'
import classes from './entry-page.module.css'
import { FactorCodeForm } from './factor-code-form.tsx'
import { RecoverySheet } from './recovery-sheet.tsx'
import { secondFactorClient } from './second-factor-client.ts'

type Factor = OutputOf<typeof secondFactorContract.loadSecondFactor>
type Doing = { what: 'nothing' | 'phone' | 'renew' | 'drop' } | { what: 'sheet'; codes: readonly string[] }

/** One's own second step: setting it up, changing the phone, a new sheet of codes, switching it off. */
export function SecondFactorSection() {
  const t = useWords(entryWords)
  const loaded = useCall(secondFactorClient.loadSecondFactor, {})
  return (
    <section className={classes.part}>
      <h2>{t('factor.title')}</h2>
      <Loaded call={loaded}>{(factor) => <Factor factor={factor} />}</Loaded>
    </section>
  )
}

function Factor({ factor }: { factor: Factor }) {
  const t = useWords(entryWords)
  const [doing, setDoing] = useState<Doing>({ what: 'nothing' })
  const finish = (sentence: string) => {
    setDoing({ what: 'nothing' })
    announce(sentence)
    void refresh()
  }
  const cancel = () => setDoing({ what: 'nothing' })
  switch (doing.what) {
    case 'phone':
      return <ChangePhone hasPhone={factor.since !== null} onDone={() => finish(t('factor.done'))} onCancel={cancel} />
    case 'renew':
      return (
        <FactorCodeForm
          text={t('factor.renew.text')}
          submit={t('factor.renew')}
          send={secondFactorClient.renewRecoveryCodes}
          onDone={({ recoveryCodes: codes }) => setDoing({ what: 'sheet', codes })}
          onCancel={cancel}
        />
      )
    case 'drop':
      return (
        <FactorCodeForm
          text={t('factor.drop.text')}
          submit={t('factor.drop')}
          send={secondFactorClient.dropSecondFactor}
          onDone={() => finish(t('factor.dropped'))}
          onCancel={cancel}
        />
      )
    case 'sheet':
      return <RecoverySheet codes={doing.codes} onDone={() => finish(t('factor.renewed'))} />
    case 'nothing':
      return <Standing factor={factor} onDo={(what) => setDoing({ what })} />
  }
}

function Standing({ factor, onDo }: { factor: Factor; onDo: (what: 'phone' | 'renew' | 'drop') => void }) {
  const t = useWords(entryWords)
  const format = useFormat()
  if (factor.since === null) {
    return (
      <>
        <p>{t('factor.none')}</p>
        {factor.isRequired ? <p>{t('factor.none.required')}</p> : null}
        <Button onClick={() => onDo('phone')}>{t('factor.setUp')}</Button>
      </>
    )
  }
  return (
    <>
      <p>
        {t('factor.on', { moment: format.moment(factor.since) })}{' '}
        {t('factor.left', { count: factor.recoveryCodesLeft })}
      </p>
      <div className={formClasses.actions}>
        <Button onClick={() => onDo('phone')}>{t('factor.change')}</Button>
        <Button onClick={() => onDo('renew')}>{t('factor.renew')}</Button>
        {factor.isRequired ? null : <Button onClick={() => onDo('drop')}>{t('factor.drop')}</Button>}
      </div>
    </>
  )
}
