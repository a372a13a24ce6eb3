/**
 * Joins lines whose last word goes on in the next line. The hyphen stays, as in «научно-методический», unless the
 * document writes the word without one elsewhere.
 */
export function wordJoiner(texts: string[]): (text: string) => string {
  const known = new Set(texts.flatMap((text) => text.toLowerCase().match(/\p{L}{4,}/gu) ?? []))
  return (text) =>
    text.replace(/\u00ad\s*\n?/g, '').replace(/(\p{L}+)-\n(\p{Ll}+)/gu, (_, start: string, end: string) => {
      const whole = start + end
      return known.has(whole.toLowerCase()) ? whole : `${start}-${end}`
    })
}

/** Whether a word goes on in the next line. */
export function isBroken(line: string, next: string): boolean {
  return /\p{L}[-\u00ad]$/u.test(line) && /^\p{Ll}/u.test(next)
}
