import { useWords } from '../../../web/use-words.ts'
import type { ScanPageView } from '../contract.ts'
import { ScanPages } from './scan-pages.tsx'
import classes from './scan-viewer.module.css'
import { words } from './scan-words.ts'

type Props = Pick<ScanPageView, 'id' | 'name'>

/** A kept file that is no scan of anything yet, to be looked at. */
export function ScanFile({ id, name }: Props) {
  const t = useWords(words)
  const type = name.toLowerCase().endsWith('.pdf') ? 'application/pdf' : 'image/jpeg'
  return (
    <section className={classes.alone} aria-label={t('scan.pages')}>
      <ScanPages pages={[{ id, name, type }]} percent={100} />
    </section>
  )
}
