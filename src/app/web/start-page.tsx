import { useMay } from '../../features/access/web/me.ts'
import { assignmentsContract } from '../../features/assignments/contract.ts'
import { TodayScreen } from '../../features/assignments/web/today-screen.tsx'
import { EmptyState } from '../../web/empty-state.tsx'
import { Page } from '../../web/shell/page.tsx'
import { useWords } from '../../web/use-words.ts'
import { frameWords } from './frame-words.ts'

/** What waits for me; a kind word to whoever has no work here yet. */
export function StartPage() {
  const t = useWords(frameWords)
  const hasWork = useMay(assignmentsContract.loadToday)
  if (hasWork) return <TodayScreen />
  return (
    <Page title={t('menu.today')}>
      <EmptyState title={t('start.nothing')}>{t('start.nothing.next')}</EmptyState>
    </Page>
  )
}
