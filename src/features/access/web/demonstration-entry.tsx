import { useEffect } from 'react'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { accessWords } from '../screen-words.ts'
import { accessClient } from './access-client.ts'
import { SecondStep, stepLeft } from './second-step.tsx'
import { useEnter } from './use-enter.ts'

/** A link of the demonstration signs in by itself. */
export function DemonstrationEntry({ token }: { token: string }) {
  const t = useWords(accessWords)
  const enter = useEnter()
  const accept = useChange(accessClient.acceptLink, {
    onDone: (answer) => (stepLeft(answer) ? undefined : enter('/')),
    refreshes: [],
  })
  const { run } = accept
  // biome-ignore lint/correctness/useExhaustiveDependencies: a link is accepted once, and `run` is new each time
  useEffect(() => run({ token }), [token])
  const step = accept.output && stepLeft(accept.output)
  if (step) return <SecondStep step={step} onSignedIn={() => enter('/')} onAgain={accept.retry} />
  if (accept.refusal) return <RefusalNote refusal={accept.refusal} onRetry={accept.retry} />
  return <p role="status">{t('demonstration.entering')}</p>
}
