import { Button } from '@mantine/core'
import { useState } from 'react'
import { announce } from '../../../web/announce.tsx'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import { settingsWords } from '../settings-words.ts'
import { type OpenInvitation, useLinkTo } from './invitation-link.ts'
import classes from './link-slip.module.css'
import { useMe } from './me.ts'
import { QrCode } from './qr-code.tsx'

/** One school's piece of the sheet: whose it is, the link in words and as a square, till when, what to do. */
export function LinkSlip({ invitation }: { invitation: OpenInvitation }) {
  const t = useWords(settingsWords)
  const format = useFormat()
  const { publicUrl } = useMe()
  const url = useLinkTo()(invitation)
  const [isByHand, setByHand] = useState(false)
  const copy = async () => {
    const isCopied = await copied(url)
    setByHand(!isCopied)
    if (isCopied) announce(t('slip.copied', { organisation: invitation.organisationName }))
  }
  return (
    <li className={classes.slip}>
      <div className={classes.head}>
        <h2>{invitation.organisationName}</h2>
        <span>{invitation.personName || t('slip.title')}</span>
      </div>
      <div className={classes.body}>
        <QrCode text={url} label={t('slip.qr')} />
        <ol>
          <li>{t('slip.step1')}</li>
          <li>{t('slip.step2')}</li>
          <li>{t('slip.step3', { address: publicUrl })}</li>
        </ol>
      </div>
      <code className={classes.link}>{url}</code>
      <div className={classes.foot}>
        <span>{t('slip.till', { day: format.day(invitation.expiresOn) })}</span>
        <Button className="screen-only" size="compact-sm" onClick={copy}>
          {t('slip.copy')}
        </Button>
      </div>
      {isByHand ? <p className="screen-only">{t('slip.byHand')}</p> : null}
    </li>
  )
}

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
