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

/** A line of a cell, as wide as it was printed. */
type PrintedLine = { text: string; left: number; right: number }

/** Joins the lines of a cell: where the next word would not have fitted, the line only goes on; else a paragraph ends. */
export function joinedLines(lines: PrintedLine[], room: number): string {
  return lines.reduce((text, line, at) => {
    const before = lines[at - 1]
    if (!before) return line.text
    if (isBroken(before.text, line.text)) return `${text}\n${line.text}`
    const word = /^\S*/.exec(line.text)?.[0].length ?? 0
    const needed = before.right - before.left + ((word + 1) * (line.right - line.left)) / Math.max(line.text.length, 1)
    return needed > room ? `${text} ${line.text}` : `${text}\n${line.text}`
  }, '')
}
