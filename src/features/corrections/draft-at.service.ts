import { and, eq } from 'drizzle-orm'
import type { Id } from '../../kernel/id.ts'
import { Refusal, refuseUnless } from '../../kernel/refusal.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { type Loaded, loadWhole, summaryOf } from './load-correction.service.ts'
import { corrections } from './tables.ts'

export type Place = { id: Id<'correction'>; rowVersion: number }

/** Only a draft is open to change, and it stays one until the row that the caller changes is stored. */
export function loadDraft(work: Work, id: Id<'correction'>): Promise<Loaded> {
  return holdDraft(work, id, 'share')
}

/**
 * Whoever decides waits for the rows that are being changed, and whoever changes a row waits for the decision:
 * a change that was answered as kept would otherwise stand in no revision.
 */
async function holdDraft(work: Work, id: Id<'correction'>, hold: 'share' | 'no key update'): Promise<Loaded> {
  await work.db
    .select({ id: corrections.id })
    .from(corrections)
    .where(and(eq(corrections.id, id), visibleTo(work.actor, corrections)))
    .for(hold)
  const loaded = await loadWhole(work, id)
  refuseUnless(loaded.correction.status === 'draft', 'conflict', 'correction.closed')
  return loaded
}

/** The draft for whoever has seen the version in force and changes the correction itself, one after the other. */
export async function loadDraftAt(work: Work, { id, rowVersion }: Place): Promise<Loaded> {
  const loaded = await holdDraft(work, id, 'no key update')
  if (loaded.correction.rowVersion !== rowVersion) throw changedMeanwhile(loaded)
  return loaded
}

/** Rows of which both sides said something else must be decided first. */
export function refuseConflicts({ conflicts }: Loaded): void {
  const list = [...conflicts.values()]
    .map(({ change }) => (change.after ?? change.before).number ?? (change.after ?? change.before).title)
    .join(', ')
  refuseUnless(conflicts.size === 0, 'conflict', 'correction.conflicts', { params: { list } })
}

/** Guards the write itself: two clicks are two transactions. */
export async function changeDraftOf(
  work: Work,
  { id, rowVersion }: Place,
  values: Partial<typeof corrections.$inferInsert>,
) {
  const [after] = await work.db
    .update(corrections)
    .set({ ...values, rowVersion: rowVersion + 1 })
    .where(and(eq(corrections.id, id), eq(corrections.rowVersion, rowVersion), eq(corrections.status, 'draft')))
    .returning()
  if (!after) throw changedMeanwhile(await loadWhole(work, id))
  return after
}

function changedMeanwhile({ correction }: Loaded): Refusal {
  return new Refusal('stale', 'correction.changed-meanwhile', { current: summaryOf(correction) })
}
