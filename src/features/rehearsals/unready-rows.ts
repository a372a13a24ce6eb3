import type { PlannedRow } from './rehearsed-plan.ts'

export const lacks = ['executor', 'period', 'proof'] as const
export type Lack = (typeof lacks)[number]

export type UnreadyRow = { row: number; lacks: Lack[] }

/** Rows of which nobody can say who does them, by when, or what will show that they were done. */
export function unreadyRows(rows: readonly PlannedRow[]): UnreadyRow[] {
  return rows.flatMap((row, index) => {
    const found = lacks.filter((lack) => isLacking(row, lack))
    return found.length > 0 ? [{ row: index, lacks: found }] : []
  })
}

function isLacking({ executors, period, proof }: PlannedRow, lack: Lack): boolean {
  if (lack === 'executor') return executors === null || executors.text.trim() === ''
  if (lack === 'period') return period === null || period.kind === 'unparseable'
  return proof.length === 0
}
