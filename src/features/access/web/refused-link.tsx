import { Link } from '@tanstack/react-router'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import type { Refused } from '../../../web/refused.ts'
import { BarePage } from '../../../web/shell/bare-page.tsx'
import { useWords } from '../../../web/use-words.ts'
import classes from '../../organisations/web/form.module.css'
import { accessWords } from '../screen-words.ts'

const titles = {
  'access.link-used': 'link.used.title',
  'access.link-expired': 'link.expired.title',
} as const

type Props = { refusal: Refused; onRetry: () => void }

/** A link that does not work: why, and what to do. */
export function RefusedLink({ refusal, onRetry }: Props) {
  const t = useWords(accessWords)
  const code = Object.entries(titles).find(([one]) => one === refusal.answer.code)
  return (
    <BarePage title={t(code ? code[1] : 'link.unknown.title')}>
      <RefusalNote refusal={refusal} onRetry={onRetry} />
      <WaysOut />
    </BarePage>
  )
}

/** The address without a link in it. */
export function NoLink() {
  const t = useWords(accessWords)
  return (
    <BarePage title={t('link.none.title')}>
      <p>{t('link.none.text')}</p>
      <WaysOut />
    </BarePage>
  )
}

function WaysOut() {
  const t = useWords(accessWords)
  return (
    <>
      <p>
        <Link to="/sign-in">{t('link.signIn')}</Link>
      </p>
      <p className={classes.hint}>
        {t('link.lostFirst')} <code>./opora user link</code>
      </p>
    </>
  )
}
