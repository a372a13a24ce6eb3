type Gate = () => Promise<boolean>

let gate: Gate | null = null
let waiting: Promise<boolean> | null = null

/** The shell's dialog: asked when a session has ended, it answers whether the person signed in again. */
export function guardSession(dialog: Gate): () => void {
  gate = dialog
  return () => {
    if (gate === dialog) gate = null
  }
}

/** Asks once, however many calls found the session ended; false where nobody signed in. */
export async function signInAgain(): Promise<boolean> {
  if (!gate) return false
  waiting ??= gate().finally(() => {
    waiting = null
  })
  return waiting
}
