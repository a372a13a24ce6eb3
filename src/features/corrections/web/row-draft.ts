import type { HeldBy, ProofKind } from '../../../kernel/proof.ts'
import type { CorrectionRowView, RowChangeInput } from '../contract.ts'

/** A row as it is typed: words, and what is chosen. */
export type RowDraft = {
  number: string
  title: string
  period: string
  executors: string
  expectedResult: string
  targetGroups: string
  heldBy: HeldBy
  proof: ProofKind[]
}

const rowFields = [
  'number',
  'title',
  'period',
  'executors',
  'expectedResult',
  'targetGroups',
  'heldBy',
  'proof',
] as const satisfies readonly (keyof RowDraft)[]

export const emptyRow: RowDraft = {
  number: '',
  title: '',
  period: '',
  executors: '',
  expectedResult: '',
  targetGroups: '',
  heldBy: 'us',
  proof: ['file'],
}

export function rowDraftOf({ before, after }: Pick<CorrectionRowView, 'before' | 'after'>): RowDraft {
  const row = after ?? before
  if (!row) return emptyRow
  return {
    number: row.number ?? '',
    title: row.title,
    period: row.period?.text ?? '',
    executors: row.executors?.text ?? '',
    expectedResult: row.expectedResult ?? '',
    targetGroups: row.targetGroups.join(', '),
    heldBy: row.heldBy,
    proof: row.proof,
  }
}

/** The fields that were changed, in the order of the form. */
export function fieldsBetween(start: RowDraft, draft: RowDraft): (keyof RowDraft)[] {
  return rowFields.filter((field) => String(start[field]) !== String(draft[field]))
}

type Meeting = { start: RowDraft; draft: RowDraft; current: Pick<CorrectionRowView, 'after' | 'before' | 'conflict'> }

/** Whether what was typed stands beside what others have changed in the row meanwhile: no field says two things. */
export function isBeside({ start, draft, current }: Meeting): boolean {
  if (!current.after || current.conflict) return false
  const now = rowDraftOf(current)
  const theirs = fieldsBetween(start, now)
  const both = fieldsBetween(start, draft).filter((field) => theirs.includes(field))
  return both.every((field) => !fieldsBetween(now, draft).includes(field))
}

/** Only what was changed is sent, so that the rest stays whoever else's it is. */
export function changeBetween(start: RowDraft, draft: RowDraft): RowChangeInput {
  const changed = fieldsBetween(start, draft)
  const is = (field: keyof RowDraft) => changed.includes(field)
  return {
    ...(is('number') && { number: draft.number.trim() || null }),
    ...(is('title') && { title: draft.title }),
    ...(is('period') && { period: draft.period }),
    ...(is('executors') && { executors: draft.executors }),
    ...(is('expectedResult') && { expectedResult: draft.expectedResult.trim() || null }),
    ...(is('targetGroups') && { targetGroups: listOf(draft.targetGroups) }),
    ...(is('heldBy') && { heldBy: draft.heldBy }),
    ...(is('proof') && { proof: draft.proof }),
  }
}

function listOf(text: string): string[] {
  return text
    .split(/[,;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
}
