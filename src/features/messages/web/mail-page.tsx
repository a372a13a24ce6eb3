import { Button } from '@mantine/core'
import { announce } from '../../../web/announce.tsx'
import { Loaded } from '../../../web/loaded.tsx'
import { useCall } from '../../../web/query.ts'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { SettingsPage } from '../../access/web/settings-page.tsx'
import { useHasTab } from '../../access/web/settings-tabs.ts'
import type { MailView } from '../mail-contract.ts'
import { mailScreenWords } from '../mail-screen-words.ts'
import { mailClient } from './mail-client.ts'
import { MailLetters } from './mail-letters.tsx'
import classes from './mail-page.module.css'
import { MailSettings } from './mail-settings.tsx'
import { MailState } from './mail-state.tsx'

const WATCHED_EVERY_MS = 2_000
const OTHERWISE_EVERY_MS = 30_000

/** «Почта»: whether letters leave, what keeps them, and by which server they go. */
export function MailPage() {
  const t = useWords(mailScreenWords)
  const enabled = useHasTab('mail')
  const known = useCall(mailClient.loadMail, {}, { enabled, every: OTHERWISE_EVERY_MS })
  const isLeaving = known.data?.letters.some(({ status, fault }) => isUnderWay(status) && fault === null) ?? false
  const watched = useCall(mailClient.loadMail, {}, { enabled, every: isLeaving && WATCHED_EVERY_MS })
  const test = useChange(mailClient.testMail, { onDone: () => announce(t('test.asked')) })
  const press = (
    <Button variant="filled" loading={test.isPending} onClick={() => test.run({})}>
      {t('test')}
    </Button>
  )
  return (
    <SettingsPage tab="mail" primary={known.data ? press : null}>
      <RefusalNote refusal={test.refusal} onRetry={test.retry} />
      <Loaded call={watched}>{(view) => <Body view={view} />}</Loaded>
    </SettingsPage>
  )
}

function isUnderWay(status: MailView['letters'][number]['status']): boolean {
  return status === 'waiting' || status === 'taken' || status === 'handed'
}

function Body({ view }: { view: MailView }) {
  const t = useWords(mailScreenWords)
  return (
    <div className={classes.parts}>
      <section className={classes.part}>
        <MailState view={view} />
      </section>
      <section className={classes.part}>
        <h2>{t('letters')}</h2>
        <MailLetters letters={view.letters} />
      </section>
      <section className={classes.part}>
        <h2>{t('settings')}</h2>
        <MailSettings settings={view.settings} />
      </section>
    </div>
  )
}
