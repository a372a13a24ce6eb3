/**
 * Every action that leaves a trace. Each feature's `deed-words.ts` adds its own with a sentence for the journal in both
 * languages, so an action that nobody can read does not compile.
 */
// biome-ignore lint/suspicious/noEmptyInterface: features extend it by declaration merging
export interface AuditActions {}
export type AuditAction = Extract<keyof AuditActions, string>
