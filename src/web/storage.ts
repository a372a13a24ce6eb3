/** What this computer has kept under the key; null where nothing is kept or keeping is forbidden. */
export function kept(key: string): string | null {
  return attempt(() => localStorage.getItem(key)) ?? null
}

/** Keeps the text on this computer; a full or forbidden store loses it, and that is never worth a crash. */
export function keep(key: string, text: string): void {
  attempt(() => localStorage.setItem(key, text))
}

export function forget(key: string): void {
  attempt(() => localStorage.removeItem(key))
}

export function keptKeys(prefix: string): string[] {
  return attempt(() => Object.keys(localStorage).filter((key) => key.startsWith(prefix))) ?? []
}

/** A private window or a policy of the office may forbid the store: then we live without it. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
