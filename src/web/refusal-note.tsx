import { Button } from '@mantine/core'
import { Notice } from './notice.tsx'
import type { Refused } from './refused.ts'
import { useWords } from './use-words.ts'
import { words } from './words.ts'

type Props = { refusal: Refused | null; onRetry?: () => void }

/** The «no» as a sentence, beside the control that asked. Draws nothing while there is none. */
export function RefusalNote({ refusal, onRetry }: Props) {
  const t = useWords(words)
  if (!refusal) return null
  const retry = onRetry ? <Button onClick={onRetry}>{t('refusal.retry')}</Button> : null
  return (
    <Notice kind="warn" role="alert" actions={refusal.isBug ? retry : null}>
      {refusal.answer.message}
      {refusal.isBug ? <p>{t('refusal.request', { requestId: refusal.answer.requestId })}</p> : null}
    </Notice>
  )
}
