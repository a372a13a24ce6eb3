import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { generateSecret, generateURI, verify } from 'otplib'
import type { PersonId } from '../../kernel/id.ts'
import { realClock } from '../../server/clock.ts'
import type { Work } from '../../server/work.ts'
import { normalCode } from './second-factor.ts'

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16
const SECRET_BYTES = 20
/** One half minute to either side: phones' clocks are never quite right. */
const TOLERANCE_SECONDS = 30

type Sealing = Pick<Work, 'tokenOf'>

export function newSecret(): string {
  return generateSecret({ length: SECRET_BYTES })
}

/** What the phone's camera reads from the square. */
export function uriOf(secret: string, label: string): string {
  return generateURI({ issuer: 'Опора', label, secret })
}

/** The half minute to which the code belongs, or null where it is wrong. */
export async function stepOfCode(secret: string, typed: string, now: Date): Promise<number | null> {
  const epoch = Math.floor(now.getTime() / 1000)
  const result = await verify({ secret, token: normalCode(typed), epoch, epochTolerance: TOLERANCE_SECONDS })
  // The answer is an object: only `valid` says whether the code was right.
  if (!result.valid || !('timeStep' in result)) return null
  return result.timeStep
}

/** A demonstration's clock is moved; that of a phone is not. */
export function phoneClock(work: Pick<Work, 'now'>, isDemonstration: boolean): Date {
  return isDemonstration ? realClock.now() : work.now
}

/** Sealed under a key of this person that is derived from the installation's secret and lies in no database. */
export function sealSecret(work: Sealing, personId: PersonId, secret: string): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, keyOf(work, personId), nonce)
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** Null where it was sealed under another installation's secret: then no code can be right. */
export function unsealSecret(work: Sealing, personId: PersonId, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv(CIPHER, keyOf(work, personId), bytes.subarray(0, NONCE_BYTES))
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  try {
    const opened = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES))
    return Buffer.concat([opened, decipher.final()]).toString('utf8')
  } catch {
    return null // the tag does not fit: the key is another one
  }
}

/** What is kept of a recovery code: without the installation's secret nobody can try codes against it. */
export function hashOfRecoveryCode(work: Sealing, personId: PersonId, typed: string): string {
  return createHmac('sha256', work.tokenOf(`recovery-code:${personId}`))
    .update(normalCode(typed))
    .digest('hex')
}

function keyOf(work: Sealing, personId: PersonId): Buffer {
  return Buffer.from(hkdfSync('sha256', work.tokenOf(`second-factor:${personId}`), '', 'opora second factor', 32))
}
