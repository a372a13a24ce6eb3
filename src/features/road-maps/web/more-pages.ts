/** Photographs that were dropped together with the first: they become pages of its scan once its rows are begun. */
const waiting = new Map<string, readonly File[]>()

export function holdMorePages(importId: string, files: readonly File[]): void {
  if (files.length > 0) waiting.set(importId, files)
}

/** Gives them away: whoever takes them sends them. */
export function takeMorePages(importId: string): readonly File[] {
  const files = waiting.get(importId) ?? []
  waiting.delete(importId)
  return files
}
