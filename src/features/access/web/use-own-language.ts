import { useLayoutEffect } from 'react'
import { followLanguage, noteTold, untoldLanguage, useLanguage } from '../../../web/language.ts'
import { useChange } from '../../../web/use-change.ts'
import { accessClient } from './access-client.ts'
import type { SignedIn } from './me.ts'

/**
 * Whoever is signed in reads her own language on every computer. What she chose here is kept with her; what did not
 * arrive is told again with the next page, and until then this computer keeps to what she chose.
 */
export function useOwnLanguage({ person }: SignedIn): void {
  const [language] = useLanguage()
  const { run, isPending, refusal } = useChange(accessClient.chooseLanguage, {
    onDone: (_, told) => noteTold(told.language),
    refreshes: [accessClient.loadMe],
  })
  const isBusy = isPending || refusal !== null
  // Before the screen is painted: nobody sees the other language first.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `run` is new with every draw, and the choice is read from the store
  useLayoutEffect(() => {
    // An administrator who looks through her eyes keeps to her own language, and changes nothing.
    if (isBusy || person.seenBy) return
    const untold = untoldLanguage()
    if (!untold) followLanguage(person.language)
    else if (untold === person.language) noteTold(untold)
    else run({ language: untold })
  }, [language, person.language, person.seenBy, isBusy])
}
