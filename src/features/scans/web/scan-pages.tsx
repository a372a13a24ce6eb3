import { lazy, Suspense, useState } from 'react'
import { hrefOf } from '../../../web/send.ts'
import { useWords } from '../../../web/use-words.ts'
import { filesContract } from '../../files/contract.ts'
import type { ScanPageView } from '../contract.ts'
import classes from './scan-viewer.module.css'
import { words } from './scan-words.ts'

/** What draws a .pdf is large, and comes with the first .pdf. */
const PdfPages = lazy(async () => ({ default: (await import('../../../web/pdf-pages.tsx')).PdfPages }))

type Page = Pick<ScanPageView, 'id' | 'name' | 'type'>
type Props = { pages: readonly Page[]; percent: number }

/** All sheets below one another in a box of their own, which the keyboard scrolls as well. */
export function ScanPages({ pages, percent }: Props) {
  const t = useWords(words)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={classes.pages} tabIndex={0} aria-label={t('scan.pages')}>
      <div className={classes.sheets} style={{ width: `${percent}%` }}>
        {pages.map((page, index) => (
          <FilePages key={page.id} page={page} place={{ page: index + 1, of: pages.length }} />
        ))}
      </div>
    </section>
  )
}

function FilePages({ page, place }: { page: Page; place: { page: number; of: number } }) {
  const t = useWords(words)
  const [isBroken, setBroken] = useState(false)
  const href = hrefOf(filesContract.openFile, { id: page.id })
  const { name } = page
  if (isBroken) {
    return (
      <p className={classes.broken}>
        {t('scan.broken', { name })} <a href={href}>{t('scan.open')}</a>
      </p>
    )
  }
  if (page.type !== 'application/pdf') {
    return (
      <img
        className={classes.sheet}
        src={href}
        alt={t('scan.picture', { name, ...place })}
        loading="lazy"
        decoding="async"
        onError={() => setBroken(true)}
      />
    )
  }
  return (
    <Suspense fallback={<p>{t('scan.loading')}</p>}>
      <PdfPages href={href} name={name} onBroken={() => setBroken(true)} />
    </Suspense>
  )
}
