import { lazy, Suspense, useState } from 'react'
import { Loading } from '../../../web/loading.tsx'
import { hrefOf } from '../../../web/send.ts'
import { useWords } from '../../../web/use-words.ts'
import { documentsContract } from '../contract.ts'
import type { DocumentView } from '../view.ts'
import classes from './documents.module.css'
import { words } from './words.ts'

// The reader of PDF is larger than the screen around it.
const PdfPages = lazy(async () => ({ default: (await import('../../../web/pdf-pages.tsx')).PdfPages }))

/** The pages as they print. */
export function Preview({ view }: { view: DocumentView }) {
  const t = useWords(words)
  const [isBroken, setBroken] = useState(false)
  const isMarked = view.papers.some((one) => one.form === 'marked')
  const href = hrefOf(documentsContract.printDocument, { id: view.id, format: isMarked ? 'marked' : 'pdf' })
  return (
    <div className="screen-only">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by the keyboard */}
      <section className={classes.preview} tabIndex={0} aria-label={t('page.preview')}>
        <div className={classes.sheets}>
          {isBroken ? (
            <p>{t('page.preview.broken')}</p>
          ) : (
            <Suspense fallback={<Loading />}>
              <PdfPages href={href} name={t('page.preview')} onBroken={() => setBroken(true)} />
            </Suspense>
          )}
        </div>
      </section>
      {view.status === 'draft' ? <p className={classes.soft}>{t('page.preview.stale')}</p> : null}
    </div>
  )
}
