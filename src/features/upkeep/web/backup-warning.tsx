import { Link } from '@tanstack/react-router'
import { Notice } from '../../../web/notice.tsx'
import { useCall } from '../../../web/query.ts'
import { useWords } from '../../../web/use-words.ts'
import { useMay } from '../../access/web/me.ts'
import { upkeepContract } from '../contract.ts'
import { upkeepTodayWords } from '../today-words.ts'
import { upkeepClient } from './upkeep-client.ts'

/** For an administrator, on «Сегодня»: copies need care. Silent while they do not, and for everybody else. */
export function BackupWarning() {
  const t = useWords(upkeepTodayWords)
  const may = useMay(upkeepContract.loadBackupWarning)
  const found = useCall(upkeepClient.loadBackupWarning, {}, { enabled: may })
  const warning = found.data?.warning ?? 'none'
  if (warning === 'none') return null
  return (
    <Notice kind="warn" role="status">
      {t(warning)} <Link to="/settings/backups">{t('press')}</Link>
    </Notice>
  )
}
