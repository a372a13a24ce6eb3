import { lazy, Suspense, useEffect } from 'react'
import { Loading } from '../../../web/loading.tsx'

const AT_HAND_AFTER_MS = 5000
const load = () => import('./sign-in-again.tsx')
const SignInAgain = lazy(async () => ({ default: (await load()).SignInAgain }))

/** What stands in the window over a screen whose session has ended; not a part of the first screen. */
export function SignInWindow({ onSignedIn }: { onSignedIn: () => void }) {
  return (
    <Suspense fallback={<Loading lines={3} />}>
      <SignInAgain onSignedIn={onSignedIn} />
    </Suspense>
  )
}

/** Fetches it while all is well: when the session ends, the server may be another release already. */
export function useSignInAtHand() {
  useEffect(() => {
    const clock = setTimeout(load, AT_HAND_AFTER_MS)
    return () => clearTimeout(clock)
  }, [])
}
