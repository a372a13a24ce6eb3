const typed = new Set<HTMLInputElement | HTMLTextAreaElement>()

/**
 * Somebody is in the middle of a form: what she started from must not be exchanged under her hands, or her change would
 * pass for one of the newer state.
 */
export function hasUnsavedText(): boolean {
  for (const field of typed) if (!field.isConnected || field.value === '') typed.delete(field)
  return typed.size > 0
}

/** What was typed has been taken, and the screen asks for the new state anyway. */
export function forgetTyping(): void {
  typed.clear()
}

/** From now on typing is noticed; answers with the way to stop. */
export function watchTyping(): () => void {
  const note = ({ target }: Event) => {
    const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
    if (isField && target.closest('form, [role="dialog"]')) typed.add(target)
  }
  document.addEventListener('input', note)
  return () => document.removeEventListener('input', note)
}
