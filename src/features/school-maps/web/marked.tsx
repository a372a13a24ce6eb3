import { Fragment } from 'react'
import { markWords } from '../../road-maps/mark-words.ts'

/** Two texts as one: what is gone is struck out, what is new is marked, and between the two there is always a space. */
export function Marked({ before, after }: { before: string; after: string }) {
  const pieces = markWords(before, after)
  return pieces.map(({ kind, text }, index) => {
    const key = `${index} ${kind}`
    if (kind === 'removed') return <del key={key}>{text}</del>
    if (kind === 'same') return <span key={key}>{text}</span>
    const isClose =
      pieces[index - 1]?.kind === 'removed' && /\S$/.test(pieces[index - 1]?.text ?? '') && /^\S/.test(text)
    return (
      <Fragment key={key}>
        {isClose ? ' ' : null}
        <ins>{text}</ins>
      </Fragment>
    )
  })
}
