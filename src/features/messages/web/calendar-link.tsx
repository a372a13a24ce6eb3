import { Button } from '@mantine/core'
import { useState } from 'react'
import { announce } from '../../../web/announce.tsx'
import { ConfirmDialog } from '../../../web/confirm-dialog.tsx'
import { CopyText } from '../../../web/copy-text.tsx'
import { Loaded } from '../../../web/loaded.tsx'
import { useCall } from '../../../web/query.ts'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import { useMe } from '../../access/web/me.ts'
import { letterScreenWords } from '../screen-words.ts'
import { feedClient } from './feed-client.ts'
import classes from './notifications-page.module.css'

type Feed = { token: string; madeAt: string }

/** The secret address of one's own calendar: to make, to copy, to renew, to end. */
export function CalendarLink() {
  const t = useWords(letterScreenWords)
  const known = useCall(feedClient.loadFeed, {})
  return (
    <section className={classes.calendar}>
      <h2>{t('calendar')}</h2>
      <p>{t('calendar.text')}</p>
      <Loaded call={known}>{({ feed }) => (feed ? <Known feed={feed} /> : <None />)}</Loaded>
    </section>
  )
}

function None() {
  const t = useWords(letterScreenWords)
  const make = useChange(feedClient.makeFeed, { onDone: () => announce(t('calendar.made')) })
  return (
    <>
      <RefusalNote refusal={make.refusal} onRetry={make.retry} />
      <div>
        <Button loading={make.isPending} onClick={() => make.run({})}>
          {t('calendar.make')}
        </Button>
      </div>
    </>
  )
}

function Known({ feed: { token, madeAt } }: { feed: Feed }) {
  const t = useWords(letterScreenWords)
  const format = useFormat()
  const { publicUrl } = useMe()
  const [asked, setAsked] = useState<'renew' | 'end' | null>(null)
  const close = () => setAsked(null)
  const renew = useChange(feedClient.makeFeed, {
    onDone: () => {
      close()
      announce(t('calendar.made'))
    },
  })
  const end = useChange(feedClient.endFeed, {
    onDone: () => {
      close()
      announce(t('calendar.ended'))
    },
  })
  const change = asked === 'end' ? end : renew
  return (
    <>
      <CopyText
        label={t('calendar.address', { at: format.moment(madeAt) })}
        text={`${publicUrl}/api/calendar.ics?token=${token}`}
        rows={3}
      />
      <p className={classes.hint}>{t('calendar.secret')}</p>
      <div className={classes.actions}>
        <Button onClick={() => setAsked('renew')}>{t('calendar.renew')}</Button>
        <Button variant="subtle" onClick={() => setAsked('end')}>
          {t('calendar.end')}
        </Button>
      </div>
      <ConfirmDialog
        isOpen={asked !== null}
        title={t(asked === 'end' ? 'calendar.end' : 'calendar.renew')}
        confirm={t(asked === 'end' ? 'calendar.end' : 'calendar.renew')}
        onConfirm={() => change.run({})}
        onCancel={close}
        isPending={change.isPending}
        refusal={change.refusal}
      >
        <p>{t('calendar.ask')}</p>
      </ConfirmDialog>
    </>
  )
}
