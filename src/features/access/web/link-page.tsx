import { useEffect } from 'react'
import { Loading } from '../../../web/loading.tsx'
import { BarePage } from '../../../web/shell/bare-page.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { accessWords } from '../screen-words.ts'
import { accessClient } from './access-client.ts'
import { DemonstrationEntry } from './demonstration-entry.tsx'
import { type Inspected, InvitationForm } from './invitation-form.tsx'
import { NoLink, RefusedLink } from './refused-link.tsx'
import { SetUpForm } from './set-up-form.tsx'
import { useLinkToken } from './use-link-token.ts'

/** Where every link of ours leads: the first start, an invitation, a way into the demonstration. */
export function LinkPage() {
  const token = useLinkToken()
  return token === null ? <NoLink /> : <Opened key={token} token={token} />
}

function Opened({ token }: { token: string }) {
  const t = useWords(accessWords)
  const inspect = useChange(accessClient.inspectLink, { refreshes: [] })
  const { run } = inspect
  // biome-ignore lint/correctness/useExhaustiveDependencies: a link is looked at once, and `run` is new each time
  useEffect(() => run({ token }), [token])
  const link = inspect.output
  if (inspect.refusal) return <RefusedLink refusal={inspect.refusal} onRetry={inspect.retry} />
  return (
    <BarePage title={titleOf(link, t)}>{link ? <Inside token={token} link={link} /> : <Loading lines={3} />}</BarePage>
  )
}

function Inside({ token, link }: { token: string; link: Inspected }) {
  if (link.kind === 'first') return <SetUpForm token={token} />
  if (link.kind === 'invitation') return <InvitationForm token={token} invited={link} />
  return <DemonstrationEntry token={token} />
}

function titleOf(link: Inspected | undefined, t: ReturnType<typeof useWords<typeof accessWords.ru>>): string {
  if (!link) return t('link.opening')
  if (link.kind === 'first') return t('setUp.title')
  if (link.kind === 'demonstration') return t('demonstration.title')
  return t(link.login ? 'invitation.title.again' : 'invitation.title')
}
