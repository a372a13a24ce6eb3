import { Link } from '@tanstack/react-router'
import { BarePage } from '../shell/bare-page.tsx'
import { useWords } from '../use-words.ts'
import { words } from '../words.ts'

/** An address that leads nowhere: says why that may be, and where to begin. */
export function NotFound() {
  const t = useWords(words)
  return (
    <BarePage title={t('notFound.title')}>
      <p>{t('notFound.text')}</p>
      <p>
        <Link to="/">{t('crash.home')}</Link>
      </p>
    </BarePage>
  )
}
