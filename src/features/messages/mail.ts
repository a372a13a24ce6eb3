/**
 * A letter: `waiting` for its next try; `taken` by a sender that has handed nothing over yet; `handed`: its words are on
 * their way; `sent`; `refused` for good; `unclear`: they were on their way when everything stopped; `replaced` by a later one.
 */
export type MailStatus = 'waiting' | 'taken' | 'handed' | 'sent' | 'refused' | 'unclear' | 'replaced'
export type MailKind = 'digest' | 'at-once' | 'test'

const MINUTE_MS = 60_000

/** Whoever took a letter and is not seen for so long was killed. */
export const ABANDONED_AFTER_MS = 5 * MINUTE_MS

/** How long letters and messages are kept. */
export const MAIL_KEPT_DAYS = 90
export const MESSAGE_KEPT_DAYS = 180

/** A reminder looks a week ahead, and comes so many working days before a deadline unless somebody chose otherwise. */
export const REMIND_BEFORE = { least: 1, most: 5, usual: 3 }

const PAUSES_MINUTES = [1, 5, 15, 30, 60, 120, 240]

/** The pause after so many tries grows, and is never longer than four hours. */
export function pauseAfter(tries: number): number {
  return (PAUSES_MINUTES[Math.min(tries, PAUSES_MINUTES.length) - 1] ?? 1) * MINUTE_MS
}

export type MailWarning = 'none' | 'waiting' | 'refused'

/** What is said aloud to whoever looks after the installation. */
export function warningOf({ failing, lost }: { failing: number; lost: number }): MailWarning {
  if (failing > 0) return 'waiting'
  return lost > 0 ? 'refused' : 'none'
}
