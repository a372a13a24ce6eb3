import type { ActivityId } from '../../kernel/id.ts'
import { onceFor } from '../../kernel/once-for.ts'

type Named = { activityId: ActivityId; title: string; removedBy?: number | null }

/** A column that several road maps may share: its activity in each of them, null where a road map has none. */
export type SharedColumn<A extends Named> = { first: A; activities: (A | null)[] }

/**
 * Columns of several road maps side by side: activities with the same words share one, in the order of the first map;
 * what only a later map has stands behind what it follows there.
 */
export function mergeColumns<A extends Named>(maps: readonly (readonly A[])[]): SharedColumn<A>[] {
  const columns: (SharedColumn<A> & { words: string })[] = []
  const read = new Map<string, string>()
  for (const [map, activities] of maps.entries()) {
    let place = 0
    for (const activity of activities) {
      const words = wordsOf(activity, read)
      const known = columns.findIndex((one) => !one.activities[map] && one.words === words)
      const at = known >= 0 ? known : place
      if (known < 0) columns.splice(at, 0, { words, first: activity, activities: maps.map(() => null) })
      const column = columns[at]
      if (column) column.activities[map] = activity
      place = at + 1
    }
  }
  return columns
}

/** What was left out shares with its like alone. Most maps of a region write a title alike: it is read once. */
function wordsOf({ title, removedBy }: Named, read: Map<string, string>): string {
  const words = onceFor(read, title, () => readWords(title))
  return removedBy ? `${words} / ${removedBy}` : words
}

/** Case, spaces and punctuation are the typist's, not the activity's. */
function readWords(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
