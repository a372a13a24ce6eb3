import { Button } from '@mantine/core'
import { Notice } from '../notice.tsx'
import { Refused } from '../refused.ts'
import { useWords } from '../use-words.ts'
import { words } from '../words.ts'
import classes from './crash.module.css'

/** What stands in place of a page that broke: what happened, that nothing is lost, what to press, what to tell us. */
export function Crash({ error }: { error: unknown }) {
  const t = useWords(words)
  return (
    <div className={classes.crash}>
      <h1>{t('crash.title')}</h1>
      <p>{error instanceof Refused ? error.answer.message : t('crash.calm')}</p>
      <p className={classes.actions}>
        <Button variant="filled" onClick={() => window.location.reload()}>
          {t('crash.reload')}
        </Button>
        <Button component="a" href="/">
          {t('crash.home')}
        </Button>
      </p>
      <Notice>{t('crash.details', { details: detailsOf(error) })}</Notice>
    </div>
  )
}

function detailsOf(error: unknown): string {
  if (error instanceof Refused) return error.answer.requestId || error.answer.code
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}
