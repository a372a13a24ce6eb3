import { Button } from '@mantine/core'
import { Notice } from './notice.tsx'
import { Refused } from './refused.ts'
import { useWords } from './use-words.ts'
import { words } from './words.ts'

type Props = { error: Error; onRetry?: () => void }

/** In place of content that did not come: the server's sentence, or a calm one of ours. */
export function ErrorState({ error, onRetry }: Props) {
  const t = useWords(words)
  const refusal = error instanceof Refused ? error : null
  const retry = onRetry ? <Button onClick={onRetry}>{t('refusal.retry')}</Button> : null
  return (
    <Notice kind="warn" role="alert" title={t('error.title')} actions={retry}>
      <p>{refusal ? refusal.answer.message : t('error.calm')}</p>
      {refusal?.isBug ? <p>{t('refusal.request', { requestId: refusal.answer.requestId })}</p> : null}
    </Notice>
  )
}
