import { hash, verify } from '@node-rs/argon2'

// 19 MiB, two passes, one lane: the floor that the trust page sets. One hash takes about 56 ms of a core.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const MOST_AT_ONCE = 2

const waiting: (() => void)[] = []
let running = 0

/** An argon2id string with its parameters inside. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, COST))
}

/** False as well for a hash that nobody has: then it costs the same time as a real check. */
export function isPassword(password: string, stored: string | null): Promise<boolean> {
  return inTurn(async () => {
    if (stored) return verify(stored, password)
    await hash(password, COST)
    return false
  })
}

/** A storm of sign-ins must not take every core from the other pages. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  while (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  running++
  try {
    return await work()
  } finally {
    running--
    waiting.shift()?.()
  }
}
