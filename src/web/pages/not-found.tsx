import { Link } from '@tanstack/react-router'
import { Page } from '../shell/page.tsx'
import { useWords } from '../use-words.ts'
import { words } from '../words.ts'

/** An address that leads nowhere: says why that may be, and where to begin. */
export function NotFound() {
  const t = useWords(words)
  return (
    <Page title={t('notFound.title')}>
      <p>{t('notFound.text')}</p>
      <p>
        <Link to="/">{t('crash.home')}</Link>
      </p>
    </Page>
  )
}
