import type { Role } from '../../kernel/actor.ts'

/** Whose sign-in an organisation may close with a second step: those who see and give the most. */
export const guardedRoles: readonly Role[] = ['administrator', 'authority_head']

/** A password that was right opens the second step for so long. */
export const STEP_MINUTES = 10

/** How many codes are printed for the day when the phone is lost. */
export const RECOVERY_CODES = 10

/** No letter that is taken for a digit when it is copied from paper. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const LETTERS_IN_CODE = 12

/** «ABCD-EFGH-JKMN» from random bytes, one for each letter. */
export function recoveryCodeOf(bytes: Uint8Array): string {
  const letters = Array.from(bytes.slice(0, LETTERS_IN_CODE), (byte) => LETTERS[byte % LETTERS.length])
  return [0, 4, 8].map((at) => letters.slice(at, at + 4).join('')).join('-')
}

/** What was typed, as it is compared: neither spaces nor hyphens nor the size of letters matter. */
export function normalCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '')
}

/** Six digits come from the phone; anything else is taken for a recovery code. */
export function isPhoneCode(typed: string): boolean {
  return /^\d{6}$/.test(normalCode(typed))
}
