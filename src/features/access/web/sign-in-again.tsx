import { Button } from '@mantine/core'
import { useState } from 'react'
import { forgetDrafts } from '../../../web/draft.ts'
import { Notice } from '../../../web/notice.tsx'
import { useWords } from '../../../web/use-words.ts'
import { accessWords } from '../screen-words.ts'
import { accessClient } from './access-client.ts'
import { useMe } from './me.ts'
import { SignInForm } from './sign-in-form.tsx'

/**
 * Signing in over a screen, as the person who began it. Somebody else is taken to a screen of their own, and what the
 * first one typed is forgotten: the waiting call must not go out under another name.
 */
export function SignInAgain({ onSignedIn }: { onSignedIn: () => void }) {
  const t = useWords(accessWords)
  const { person, isDemonstration } = useMe()
  const [isNobody, setNobody] = useState(false)
  const goOn = async () => {
    const me = await accessClient.loadMe({})
    if (me.person?.id === person.id) return onSignedIn()
    if (me.person === null) return setNobody(true)
    forgetDrafts()
    window.location.assign('/')
  }
  return (
    <>
      <p>{t('again.who', { name: person.name })}</p>
      <SignInForm onSignedIn={goOn} />
      {isDemonstration ? (
        <Notice actions={<Button onClick={goOn}>{t('again.elsewhere')}</Button>}>
          {t(isNobody ? 'again.notYet' : 'signIn.demonstration')}
        </Notice>
      ) : null}
    </>
  )
}
