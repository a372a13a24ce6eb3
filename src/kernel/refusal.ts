import * as z from 'zod'

/** The kinds of «no» and how each looks on the wire. The only table of them. */
export const refusalStatus = {
  invalid: 400,
  unknown: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  stale: 412,
  'too-large': 413,
  unprocessable: 422,
  'too-many': 429,
  unavailable: 503,
  'no-room': 507,
} as const

export type RefusalKind = keyof typeof refusalStatus

/** Every code of every feature: each feature's `words.ts` adds its own, so a code without a sentence does not compile. */
// biome-ignore lint/suspicious/noEmptyInterface: features extend it by declaration merging
export interface RefusalCodes {}
export type RefusalCode = Extract<keyof RefusalCodes, string>

/** The codes of one feature's table of sentences, for the merge into `RefusalCodes`. */
export type CodesOf<W extends { ru: object }> = { [K in keyof W['ru']]: true }

export type RefusalDetails = {
  /** Values for the sentence. */
  params?: Record<string, string | number>
  /** The version that is in force now, where an edit was stale: the screen shows both. */
  current?: unknown
  /** Which inputs are at fault. */
  fields?: { path: string; message: string }[]
}

/** A rule that says no. Everything else thrown is a bug. */
export class Refusal extends Error {
  readonly refusalKind: RefusalKind
  readonly code: RefusalCode
  readonly details: RefusalDetails

  constructor(refusalKind: RefusalKind, code: RefusalCode, details: RefusalDetails = {}) {
    super(code)
    this.refusalKind = refusalKind
    this.code = code
    this.details = details
  }
}

/** Refuses unless the condition holds; afterwards the compiler knows that it does. */
export function refuseUnless(
  condition: unknown,
  kind: RefusalKind,
  code: RefusalCode,
  details?: RefusalDetails,
): asserts condition {
  if (!condition) throw new Refusal(kind, code, details)
}

/** How a refusal travels. */
export const RefusalSchema = z.object({
  code: z.string(),
  message: z.string(),
  requestId: z.string(),
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  current: z.unknown().optional(),
})

export type RefusalAnswer = z.infer<typeof RefusalSchema>
