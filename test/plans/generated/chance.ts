/** Chance that is the same for the same seed, on every machine. */
export type Chance = {
  /** A whole number from 0 up to, but not including, `end`. */
  below(end: number): number
  /** Whether a thing of this likelihood happens. */
  happens(likelihood: number): boolean
  one<T>(from: readonly [T, ...T[]]): T
  some<T>(from: readonly T[], count: number): T[]
  shuffled<T>(list: readonly T[]): T[]
}

export function chanceOf(seed: number): Chance {
  let state = (seed * 2_654_435_761) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (end: number) => Math.floor(next() * end)
  const shuffled = <T>(list: readonly T[]): T[] => {
    const all = list.map((value) => ({ value, order: next() }))
    return all.toSorted((one, other) => one.order - other.order).map(({ value }) => value)
  }
  return {
    below,
    happens: (likelihood) => next() < likelihood,
    one: (from) => from[below(from.length)] ?? from[0],
    some: (from, count) => shuffled(from).slice(0, count),
    shuffled,
  }
}
