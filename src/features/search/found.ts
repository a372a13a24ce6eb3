export const foundKinds = ['organisation', 'activity', 'task', 'person'] as const
export type FoundKind = (typeof foundKinds)[number]

/** Beyond this nobody reads on: the next letter narrows it. */
export const MOST_FOUND = 20
const MOST_WORDS = 6

/** What is typed, as the words of which every one must occur: case, «ё» and what stands between words mean nothing. */
export function wordsOf(typed: string): string[] {
  return typed
    .toLowerCase()
    .replaceAll('ё', 'е')
    .split(/[\s,;«»"]+/)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS)
}
