import { Page } from '../../web/shell/page.tsx'
import { useWords } from '../../web/use-words.ts'
import { words } from '../../web/words.ts'

/** The first page until there is one that knows what waits. */
export function StartPage() {
  const t = useWords(words)
  return <Page title={t('product.name')}>{null}</Page>
}
