import { type Id, idOf } from '../../kernel/id.ts'

/** A stream of chances that is the same for the same seed, on every machine. */
export type Chance = {
  /** At least 0, less than 1. */
  next(): number
  /** A whole number, both ends included. */
  whole(from: number, to: number): number
  isTrue(share: number): boolean
  one<T>(list: readonly [T, ...T[]]): T
  /** So many different ones, in the list's own order. */
  some<T>(list: readonly T[], count: number): T[]
  /** A UUIDv7 born at that moment. */
  id<Kind extends string>(at: Date): Id<Kind>
}

const TWO_TO_32 = 4_294_967_296
const WARM_UP = 20

export function chanceFrom(seed: number): Chance {
  const next32 = sfc32(seed)
  const next = () => next32() / TWO_TO_32
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const schema = idOf<string>()
  return {
    next,
    whole,
    isTrue: (share) => next() < share,
    one: (list) => list[whole(0, list.length - 1)] ?? list[0],
    some(list, count) {
      let left = count
      return list.filter((_, index) => {
        const isTaken = next() * (list.length - index) < left
        if (isTaken) left--
        return isTaken
      })
    },
    id<Kind extends string>(at: Date) {
      const [a, b, c] = [next32(), next32(), next32()].map((one) => one.toString(16).padStart(8, '0'))
      const moment = at.getTime().toString(16).padStart(12, '0')
      const variant = '89ab'[whole(0, 3)]
      const id = `${moment.slice(0, 8)}-${moment.slice(8)}-7${a?.slice(0, 3)}-${variant}${a?.slice(3, 6)}-${b}${c?.slice(0, 4)}`
      return schema.parse(id) as Id<Kind> // the schema of every id is the same
    },
  }
}

/** «Small fast counter», 128 bits of state. */
function sfc32(seed: number): () => number {
  let [a, b, c, d] = [0x9e3779b9 ^ seed, 0x243f6a88 + seed, 0xb7e15162, 1]
  const next = () => {
    const sum = (a + b + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return sum >>> 0
  }
  for (let count = 0; count < WARM_UP; count++) next()
  return next
}
