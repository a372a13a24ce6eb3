import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { announce } from '../../../web/announce.tsx'
import { ConfirmDialog } from '../../../web/confirm-dialog.tsx'
import { CopyText } from '../../../web/copy-text.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import formClasses from '../../organisations/web/form.module.css'
import { settingsWords } from '../settings-words.ts'
import { accessClient } from './access-client.ts'
import { type OpenInvitation, useLinkTo, useOpenInvitations } from './invitation-link.ts'
import type { Person } from './person.ts'
import classes from './person-panel.module.css'
import { QrCode } from './qr-code.tsx'

/** The person's unused link to hand over, and the making of a new one: an invitation or a forgotten password. */
export function PersonLink({ person }: { person: Person }) {
  const t = useWords(settingsWords)
  const [isAsked, setAsked] = useState(false)
  const { invitations } = useOpenInvitations()
  const open = invitations.find((one) => one.personId === person.id)
  const done = () => {
    setAsked(false)
    announce(t('person.link.done'))
  }
  const renew = useChange(accessClient.inviteAgain, { onDone: done })
  return (
    <section className={classes.part}>
      <h3>{t('person.link')}</h3>
      {open ? <OpenLink invitation={open} /> : null}
      <div>
        <Button onClick={() => setAsked(true)}>{t('person.link.new')}</Button>
      </div>
      <ConfirmDialog
        isOpen={isAsked}
        title={t('person.link.new')}
        confirm={t('person.link.new')}
        onConfirm={() => renew.run({ id: person.id })}
        onCancel={() => setAsked(false)}
        isPending={renew.isPending}
        refusal={renew.refusal}
      >
        <p>{t('person.link.new.text')}</p>
      </ConfirmDialog>
    </section>
  )
}

function OpenLink({ invitation }: { invitation: OpenInvitation }) {
  const t = useWords(settingsWords)
  const format = useFormat()
  const url = useLinkTo()(invitation)
  return (
    <>
      <CopyText label={t('person.link.copy')} text={url} rows={3} />
      <QrCode text={url} label={t('slip.qr')} />
      <p className={formClasses.hint}>
        {t('person.link.till', { day: format.day(invitation.expiresOn) })}{' '}
        <Link to="/settings/links" search={{ person: invitation.personId }}>
          {t('person.link.print')}
        </Link>
      </p>
    </>
  )
}
