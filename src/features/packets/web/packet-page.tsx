import { Button } from '@mantine/core'
import { useState } from 'react'
import { Loaded } from '../../../web/loaded.tsx'
import { Notice } from '../../../web/notice.tsx'
import { useCall } from '../../../web/query.ts'
import { hrefOf } from '../../../web/send.ts'
import { Page } from '../../../web/shell/page.tsx'
import { usePathParam } from '../../../web/use-url-state.ts'
import { useWords } from '../../../web/use-words.ts'
import { packetsContract } from '../contract.ts'
import type { PacketView } from '../view.ts'
import { packets } from './client.ts'
import classes from './packet-page.module.css'
import { PacketSheets } from './packet-sheets.tsx'
import { words } from './packet-words.ts'
import { PhotoOfSheet } from './photo-of-sheet.tsx'
import { ReturnedPacket } from './returned-packet.tsx'
import { lookOf, type Step } from './step.ts'

/** A school's plan to be filled in on paper, and the place where it comes back. */
export function PacketPage() {
  const place = { programmeId: usePathParam('programmeId'), organisationId: usePathParam('organisationId') }
  const found = useCall(packets.loadPacket, place)
  return <Loaded call={found}>{(view) => <Packet view={view} />}</Loaded>
}

function Packet({ view }: { view: PacketView }) {
  const t = useWords(words)
  const [step, goTo] = useState<Step>('take')
  const steps = { step, goTo }
  const { programme, organisation, rows } = view
  const place = { programmeId: programme.id, organisationId: organisation.id }
  const book = hrefOf(packetsContract.exportPacket, place)
  const paper = hrefOf(packetsContract.exportPacketPaper, place)
  return (
    <Page title={t('title')} crumbs={[{ label: t('crumb.roadMap'), path: '/road-map' }]}>
      <div className={`screen-only ${classes.page}`}>
        <p>{t('lead', { name: organisation.shortName })}</p>
        {rows.length === 0 ? (
          <Notice>{t('none')}</Notice>
        ) : (
          <>
            <p className={classes.soft}>{t('count', { count: rows.length })}</p>
            <div className={classes.actions}>
              <Button component="a" href={book} download variant={lookOf('take', steps)}>
                {t('download')}
              </Button>
              <Button component="a" href={paper} download>
                {t('paper')}
              </Button>
              <Button onClick={() => window.print()}>{t('print')}</Button>
            </div>
          </>
        )}
        <ReturnedPacket organisationId={organisation.id} {...steps} />
        {rows.length > 0 ? <PhotoOfSheet view={view} {...steps} /> : null}
      </div>
      <PacketSheets view={view} />
    </Page>
  )
}
