import { Link } from '@tanstack/react-router'
import { Notice } from '../../../web/notice.tsx'
import { useCall } from '../../../web/query.ts'
import { useWords } from '../../../web/use-words.ts'
import { useMay } from '../../access/web/me.ts'
import { mailContract } from '../mail-contract.ts'
import { mailTodayWords } from '../today-words.ts'
import { mailClient } from './mail-client.ts'

/** For an administrator, on «Сегодня»: letters do not leave, and who mends it. Silent while they do, and for everybody else. */
export function MailWarning() {
  const t = useWords(mailTodayWords)
  const may = useMay(mailContract.loadMailWarning)
  const found = useCall(mailClient.loadMailWarning, {}, { enabled: may })
  const { warning = 'none', waiting = 0, keeper = null } = found.data ?? {}
  if (warning === 'none') return null
  if (keeper !== null) {
    return (
      <Notice kind="warn" role="status">
        {t(`${warning}.above`, { count: waiting, keeper })}
      </Notice>
    )
  }
  return (
    <Notice kind="warn" role="status">
      {t(warning, { count: waiting })} <Link to="/settings/mail">{t('press')}</Link>
    </Notice>
  )
}
