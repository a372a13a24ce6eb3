export const CHANNEL = 'opora_changes'

/** A change as processes tell each other of it: ids only. */
export type Change = {
  /** The request that made it. */
  by: string
  /** Paths of the organisations whose things changed. */
  paths: string[]
}

/** Whoever is at or above the place sees what happens there; whoever is below reads what it shares. */
export function concerns(change: Pick<Change, 'paths'>, paths: readonly string[]): boolean {
  return change.paths.some((place) => paths.some((own) => place.startsWith(own) || own.startsWith(place)))
}
