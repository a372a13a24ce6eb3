/** A connection keeps each of them planned, some tens of kilobytes for one. */
const MOST_NAMES = 300
const MOST_MET_ONCE = 2_000

/**
 * Gives names to statements: under its name a connection keeps a statement planned, so that the database reads and plans
 * it once. A text that is met for the first time gets none: a list of ids of a length of its own may never come again.
 */
export function openNames(): (text: string) => string | undefined {
  const names = new Map<string, string>()
  const metOnce = new Set<string>()
  return (text) => {
    const known = names.get(text)
    if (known !== undefined || names.size >= MOST_NAMES) return known
    if (metOnce.delete(text)) {
      const name = `opora_${names.size + 1}`
      names.set(text, name)
      return name
    }
    if (metOnce.size >= MOST_MET_ONCE) metOnce.clear()
    metOnce.add(text)
    return undefined
  }
}
