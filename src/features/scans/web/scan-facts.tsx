import { hrefOf } from '../../../web/send.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import { filesContract } from '../../files/contract.ts'
import type { ScanPageView } from '../contract.ts'
import classes from './scan-viewer.module.css'
import { words } from './scan-words.ts'

/** Each file by its name and size, who laid it and when, and its hash: by it anybody checks that it is the same. */
export function ScanFacts({ pages }: { pages: readonly ScanPageView[] }) {
  const t = useWords(words)
  const format = useFormat()
  return (
    <details className={classes.facts}>
      <summary>{t('scan.facts')}</summary>
      <ul>
        {pages.map((page) => (
          <li key={page.id}>
            <strong>{page.name}</strong>, {format.bytes(page.size)}.{' '}
            {t('scan.facts.by', { who: page.addedBy ?? t('scan.facts.unknown'), at: format.moment(page.addedAt) })}.{' '}
            <a href={hrefOf(filesContract.openFile, { id: page.id })} target="_blank" rel="noreferrer">
              {t('scan.open')}
            </a>{' '}
            <a href={hrefOf(filesContract.openFile, { id: page.id })} download={page.name}>
              {t('scan.save')}
            </a>
            <code>SHA-256 {page.sha256}</code>
          </li>
        ))}
      </ul>
    </details>
  )
}
