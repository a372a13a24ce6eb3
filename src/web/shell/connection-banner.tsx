import { useConnectionLost } from '../connection.ts'
import { Notice } from '../notice.tsx'
import { useWords } from '../use-words.ts'
import { words } from '../words.ts'
import classes from './connection-banner.module.css'

/** One calm line while the server does not answer; it goes by itself. */
export function ConnectionBanner() {
  const t = useWords(words)
  const isLost = useConnectionLost()
  return (
    <div className={classes.banner} role="status">
      {isLost ? <Notice kind="warn">{t('shell.connectionLost')}</Notice> : null}
    </div>
  )
}
