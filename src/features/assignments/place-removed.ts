type Placed = { sectionNumber: string | null; sectionTitle: string | null; removedBy: number | null }

/** What was left out stands at the end of its section, or of the road map where the section is gone. */
export function inPlace<A extends Placed>(rows: readonly A[]): A[] {
  const removed = rows.filter((one) => one.removedBy !== null)
  const placed = rows.filter((one) => one.removedBy === null)
  for (const row of removed) {
    const last = placed.findLastIndex((one) => isSameSection(one, row))
    placed.splice(last >= 0 ? last + 1 : placed.length, 0, row)
  }
  return placed
}

function isSameSection(one: Placed, other: Placed): boolean {
  return one.sectionNumber === other.sectionNumber && one.sectionTitle === other.sectionTitle
}
