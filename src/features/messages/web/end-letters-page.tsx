import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { BarePage } from '../../../web/shell/bare-page.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { useLinkToken } from '../../access/web/use-link-token.ts'
import { letterScreenWords } from '../screen-words.ts'
import { messagesClient } from './messages-client.ts'

/** Where the last line of every letter leads: one press, and no more letters. */
export function EndLettersPage() {
  const t = useWords(letterScreenWords)
  const token = useLinkToken()
  const end = useChange(messagesClient.endLetters, { refreshes: [] })
  if (end.output) {
    return (
      <BarePage title={t('end.done')}>
        <p>{t('end.back')}</p>
        <p>
          <Link to="/">{t('end.open')}</Link>
        </p>
      </BarePage>
    )
  }
  return (
    <BarePage title={t('end.title')}>
      <RefusalNote refusal={end.refusal} onRetry={end.retry} />
      {token ? (
        <>
          <p>{t('end.text')}</p>
          <Button variant="filled" loading={end.isPending} onClick={() => end.run({ token })}>
            {t('end.press')}
          </Button>
        </>
      ) : (
        <p>{t('end.none')}</p>
      )}
    </BarePage>
  )
}
