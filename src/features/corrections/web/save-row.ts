import type { CallOptions } from '../../../kernel/client.ts'
import { Refused } from '../../../web/refused.ts'
import { CorrectionRowView } from '../contract.ts'
import { corrections } from './client.ts'
import { changeBetween, isBeside, type RowDraft } from './row-draft.ts'

type Saving = {
  correctionId: string
  activityId: CorrectionRowView['activityId']
  rowVersion: number
  start: RowDraft
  draft: RowDraft
}

/** Sends what was changed of a row. Where others changed other fields meanwhile, both stay and nobody is asked. */
export async function saveRow(saving: Saving, options?: CallOptions): Promise<CorrectionRowView> {
  const { correctionId: id, activityId, rowVersion, start, draft } = saving
  try {
    return await corrections.changeRow({ id, activityId, rowVersion, change: changeBetween(start, draft) }, options)
  } catch (error) {
    const current = error instanceof Refused && error.isStale ? currentIn(error) : null
    if (!current || !isBeside({ start, draft, current })) throw error
    return await saveRow({ ...saving, rowVersion: current.rowVersion }, options)
  }
}

/** Whether others had changed the row meanwhile. */
export function wasJoined({ rowVersion }: Saving, saved: CorrectionRowView): boolean {
  return saved.rowVersion > rowVersion + 1
}

function currentIn({ answer }: Refused): CorrectionRowView | null {
  return CorrectionRowView.safeParse(answer.current).data ?? null
}
