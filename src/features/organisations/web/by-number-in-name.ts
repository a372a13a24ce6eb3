const collator = new Intl.Collator('ru', { numeric: true })

/** «Школа № 3» stands before «Школа № 27», as people count. */
export function byNumberInName(a: string, b: string): number {
  return collator.compare(a, b)
}
