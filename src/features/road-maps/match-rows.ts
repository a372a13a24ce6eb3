import { comparableName } from '../organisations/organisation.ts'

type Row = { number: string | null; title: string }

/** A row renumbered but hardly reworded is the same row; one with the same number and other words is not. */
const SAME_NUMBER = 0.5
const ANY_NUMBER = 0.7
const REWORDED = 0.25

/**
 * Which row of the old revision each new row continues: by number and words, then by words alone, then by number where
 * the words were rewritten. Facts follow the match, so two different things must never meet.
 */
export function matchRows<B extends Row, A extends Row>(before: readonly B[], after: readonly A[]): Map<A, B> {
  const pairs = after.flatMap((row) => before.map((old) => ({ row, old, ...likenessOf(row, old) })))
  const matched = new Map<A, B>()
  const taken = new Set<B>()
  const take = (wanted: typeof pairs) => {
    for (const { row, old } of wanted.sort((one, other) => other.words - one.words)) {
      if (matched.has(row) || taken.has(old)) continue
      matched.set(row, old)
      taken.add(old)
    }
  }
  take(pairs.filter((pair) => pair.isSameNumber && pair.words >= SAME_NUMBER))
  take(pairs.filter((pair) => pair.words >= ANY_NUMBER))
  take(pairs.filter((pair) => pair.isSameNumber && pair.words >= REWORDED))
  return matched
}

/** From 0 (no word in common) to 1 (the same words), endings aside. */
export function likeness(one: string, other: string): number {
  const left = stemsOf(one)
  const right = stemsOf(other)
  if (left.size === 0 || right.size === 0) return left.size === right.size ? 1 : 0
  const common = [...left].filter((stem) => right.has(stem)).length
  return (2 * common) / (left.size + right.size)
}

function likenessOf(row: Row, old: Row) {
  return {
    isSameNumber: row.number !== null && row.number === old.number,
    words: likeness(row.title, old.title),
  }
}

const STEM = 6

function stemsOf(text: string): Set<string> {
  return new Set(
    comparableName(text)
      .split(' ')
      .filter((word) => word.length > 2 || /\d/.test(word))
      .map((word) => word.slice(0, STEM)),
  )
}
