import { Button } from '@mantine/core'
import { announce } from '../../../web/announce.tsx'
import { Loaded } from '../../../web/loaded.tsx'
import { useCall } from '../../../web/query.ts'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import { SettingsPage } from '../../access/web/settings-page.tsx'
import { useHasTab } from '../../access/web/settings-tabs.ts'
import type { BackupsView } from '../contract.ts'
import { upkeepWords } from '../screen-words.ts'
import { BackupCopies } from './backup-copies.tsx'
import { BackupSettings } from './backup-settings.tsx'
import { BackupState } from './backup-state.tsx'
import classes from './backups-page.module.css'
import { upkeepClient } from './upkeep-client.ts'

const WATCHED_EVERY_MS = 1_000
const OTHERWISE_EVERY_MS = 30_000

/** «Резервные копии»: whether the data would survive this computer, and what to do where they would not. */
export function BackupsPage() {
  const t = useWords(upkeepWords)
  const enabled = useHasTab('backups')
  const known = useCall(upkeepClient.loadBackups, {}, { enabled, every: OTHERWISE_EVERY_MS })
  const isUnderWay = Boolean(known.data?.underWay)
  const watched = useCall(upkeepClient.loadBackups, {}, { enabled, every: isUnderWay && WATCHED_EVERY_MS })
  const start = useChange(upkeepClient.startBackup, { onDone: () => announce(t('asked')) })
  const make = known.data ? (
    <Button variant="filled" loading={start.isPending} disabled={isUnderWay} onClick={() => start.run({})}>
      {t('make')}
    </Button>
  ) : null
  return (
    <SettingsPage tab="backups" primary={make}>
      <p className={classes.intro}>{t('intro')}</p>
      <RefusalNote refusal={start.refusal} onRetry={start.retry} />
      <Loaded call={watched}>{(view) => <Body view={view} />}</Loaded>
    </SettingsPage>
  )
}

function Body({ view }: { view: BackupsView }) {
  const t = useWords(upkeepWords)
  const format = useFormat()
  return (
    <div className={classes.parts}>
      <section className={classes.part}>
        <div className={classes.state}>
          <BackupState view={view} />
        </div>
        <p>{t('next', { at: format.moment(view.nextAt) })}</p>
      </section>
      <section className={classes.part}>
        <h2>{t('copies')}</h2>
        <BackupCopies copies={view.copies} />
      </section>
      <section className={classes.part}>
        <h2>{t('settings')}</h2>
        <BackupSettings settings={view.settings} timeZone={view.timeZone} />
      </section>
    </div>
  )
}
