import { useEffect, useLayoutEffect, useState } from 'react'
import { notePageOf } from '../../../web/page-of.ts'
import { refresh } from '../../../web/query.ts'
import { signInAgain } from '../../../web/session.ts'
import { isSignedIn, type Me, type SignedIn } from './me.ts'

/**
 * Whoever this page was drawn for. When the session ends, the screen stays with all that was typed and a window asks to
 * sign in again; when somebody else has signed in beside it, the page starts anew, as theirs.
 */
export function useSignedIn(me: Me): SignedIn | null {
  const [last, setLast] = useState(() => (isSignedIn(me) ? me : null))
  if (isSignedIn(me) && me !== last && isSamePerson(me, last)) setLast(me)
  const personId = last?.person.id ?? null
  // Before any screen inside asks its first question, which happens in its effects.
  useLayoutEffect(() => notePageOf(personId), [personId])
  const isOver = last !== null && !isSignedIn(me)
  const isAnother = last !== null && isSignedIn(me) && !isSamePerson(me, last)
  useEffect(() => {
    if (!isOver) return
    signInAgain().then((signedIn) => {
      if (signedIn) refresh()
    })
  }, [isOver])
  useEffect(() => {
    if (isAnother) window.location.assign('/')
  }, [isAnother])
  return last
}

function isSamePerson(me: SignedIn, last: SignedIn | null): boolean {
  return last === null || last.person.id === me.person.id
}
