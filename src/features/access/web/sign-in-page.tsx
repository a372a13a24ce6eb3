import { useState } from 'react'
import * as z from 'zod'
import { Loaded } from '../../../web/loaded.tsx'
import { Notice } from '../../../web/notice.tsx'
import { useCall } from '../../../web/query.ts'
import { BarePage } from '../../../web/shell/bare-page.tsx'
import { useUrlState } from '../../../web/use-url-state.ts'
import { useWords } from '../../../web/use-words.ts'
import classes from '../../organisations/web/form.module.css'
import { accessWords } from '../screen-words.ts'
import { accessClient } from './access-client.ts'
import { ForgottenPassword } from './forgotten-password.tsx'
import { GoTo } from './go-to.tsx'
import { isSignedIn, type Me } from './me.ts'
import { returnAddress } from './return-address.ts'
import { SignInForm } from './sign-in-form.tsx'
import { useEnter } from './use-enter.ts'

const SignInUrl = z.object({ next: z.string().optional().catch(undefined) })

/** Signing in; then on to the page that was asked for. */
export function SignInPage() {
  const t = useWords(accessWords)
  const me = useCall(accessClient.loadMe, {})
  return (
    <BarePage title={t('signIn.title')}>
      <Loaded call={me}>{(known) => <Entry me={known} />}</Loaded>
    </BarePage>
  )
}

function Entry({ me }: { me: Me }) {
  const t = useWords(accessWords)
  const enter = useEnter()
  const [url] = useUrlState(SignInUrl)
  const next = returnAddress(url.next)
  // Decided once: between the last step and the codes for paper one is signed in already.
  const [wasIn] = useState(() => isSignedIn(me))
  if (wasIn) return <GoTo path={next} />
  return (
    <>
      {me.isDemonstration ? <Notice>{t('signIn.demonstration')}</Notice> : null}
      <SignInForm onSignedIn={() => enter(next)} />
      <ForgottenPassword />
      <p className={classes.hint}>{t('signIn.first')}</p>
    </>
  )
}
