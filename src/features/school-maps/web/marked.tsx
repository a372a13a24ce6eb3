import { markWords } from '../../road-maps/mark-words.ts'

/** Two texts as one: what is gone is struck out, what is new is marked. */
export function Marked({ before, after }: { before: string; after: string }) {
  const pieces = markWords(before, after)
  return pieces.map(({ kind, text }, index) => {
    const key = `${index} ${kind}`
    if (kind === 'removed') return <del key={key}>{text}</del>
    return kind === 'added' ? <ins key={key}>{text}</ins> : <span key={key}>{text}</span>
  })
}
