import { inOneLine, type Span } from '../../paper/paper.ts'
import type { ParsedClause } from './order.ts'

/** The lines of the text in which each clause stands, in the order of the clauses; nothing for one that is not found. */
export function linesOfClauses(lines: string[], clauses: readonly ParsedClause[]): (Span | undefined)[] {
  const plain = lines.map(inOneLine)
  let from = 0
  return clauses.map(({ text }) => {
    let at = from
    while (at < plain.length && !begins(text, plain[at] ?? '')) at++
    if (at === plain.length) return undefined
    let to = at
    for (let left = text.length; left > 0 && to < plain.length; to++) left -= (plain[to] ?? '').length + 1
    from = at + 1
    return { from: at, to: Math.max(to, at + 1) }
  })
}

/** The line is the clause's first, with or without its number or the word that orders. */
function begins(text: string, line: string): boolean {
  const words = line.replace(/^\d{1,2}(?:\.\d{1,2})*[.)]?\s*/, '')
  if (words.length < 3) return false
  return text.startsWith(words) || words.endsWith(text)
}
