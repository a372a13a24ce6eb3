import type { ColumnName, SheetKind } from './columns.ts'

export const verdicts = ['added', 'changed', 'same', 'question', 'wrong'] as const
export type Verdict = (typeof verdicts)[number]

export const faultCodes = [
  'name-missing',
  'kind-unknown',
  'kind-differs',
  'parent-unknown',
  'parent-of-several',
  'parent-unfit',
  'not-yours',
  'closed',
  'id-unknown',
  'codes-disagree',
  'code-of-several',
  'code-wrong',
  'named-twice',
  'surname-missing',
  'role-unknown',
  'role-not-here',
  'organisation-unknown',
  'organisation-of-several',
  'organisation-wrong',
  'email-wrong',
  'login-taken',
  'login-short',
] as const
export type FaultCode = (typeof faultCodes)[number]

export type Fault = { column: ColumnName; code: FaultCode; said: string }
export type CellChange = { column: ColumnName; before: string; after: string }

/** What becomes of one row of the file. */
export type Entry = {
  sheet: SheetKind
  row: number
  name: string
  verdict: Verdict
  changes: CellChange[]
  faults: Fault[]
  /** Of a question: who bears the name already, and where. */
  asks: string | null
}

export const answersToNamesake = ['same', 'another'] as const
/** «Это он же» or «другой человек». */
export type NamesakeAnswer = (typeof answersToNamesake)[number]
/** By the number of the row in the sheet of people. */
export type NamesakeAnswers = Record<string, NamesakeAnswer>

export type Counts = Record<Verdict, number>

export function countsOf(entries: readonly Pick<Entry, 'verdict'>[]): Counts {
  const counts: Counts = { added: 0, changed: 0, same: 0, question: 0, wrong: 0 }
  for (const { verdict } of entries) counts[verdict] += 1
  return counts
}

/** All or nothing: one wrong row, or one question without an answer, and nothing is applied. */
export function isReadyToApply(counts: Counts): boolean {
  return counts.wrong === 0 && counts.question === 0 && counts.added + counts.changed > 0
}

export const registryStatuses = ['reading', 'ready', 'unreadable', 'applying', 'applied', 'abandoned'] as const
export type RegistryStatus = (typeof registryStatuses)[number]
