import { Button } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { Dialog } from '../dialog.tsx'
import { guardSession } from '../session.ts'
import { useWords } from '../use-words.ts'
import { words } from '../words.ts'

/**
 * Signing in, drawn by the feature that knows how. It must sign in the *same* person: the call that found the session
 * ended is repeated right after, in the name of whoever signed in.
 */
export type SignInForm = (signedIn: () => void) => ReactNode

/** A window for signing in again, over the screen: nothing typed is lost, and waiting calls then go on. */
export function SessionGate({ form }: { form: SignInForm }) {
  const t = useWords(words)
  const [answer, setAnswer] = useState<((signedIn: boolean) => void) | null>(null)
  useEffect(() => guardSession(() => new Promise((resolve) => setAnswer(() => resolve))), [])
  const finish = (signedIn: boolean) => {
    answer?.(signedIn)
    setAnswer(null)
  }
  const leave = () => finish(false)
  const later = (
    <Button variant="subtle" onClick={leave}>
      {t('shell.signInLater')}
    </Button>
  )
  return (
    <Dialog isOpen={answer !== null} title={t('shell.signInAgain')} onClose={leave} actions={later}>
      <p>{t('shell.signInAgain.hint')}</p>
      {form(() => finish(true))}
    </Dialog>
  )
}
