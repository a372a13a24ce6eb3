import type { ActivityId } from '../../kernel/id.ts'
import { type ComparableRow, changesOf, type FieldChange } from '../road-maps/compare-revisions.ts'
import { diffRows } from '../road-maps/row-difference.ts'
import type { OwnRow } from './school-map.ts'

type Inherited = ComparableRow & { activityId: ActivityId }

/** What became of one inherited row since the director's order. */
export type InheritedChange = {
  kind: 'added' | 'removed' | 'changed'
  activityId: ActivityId
  number: string | null
  title: string
  changes: FieldChange[]
}

/** How the authority's map has changed for this school; rows are the same where their activity is. */
export function inheritedChanges(before: readonly Inherited[], after: readonly Inherited[]): InheritedChange[] {
  const isChanged = (was: Inherited, is: Inherited) => changesOf(was, is).length > 0
  return diffRows(before, after, isChanged).changes.map((change) => {
    const { activityId, number, title } = change.after ?? change.before
    const changes = change.kind === 'changed' ? changesOf(change.before, change.after) : []
    return { kind: change.kind, activityId, number, title, changes }
  })
}

/** «Нужно согласие школы»: an own row that helps to carry out something that is now otherwise, or no longer there. */
export type Question = { activityId: ActivityId; kind: 'changed' | 'removed'; number: string | null; title: string }

/** What the school is asked of its own rows. Nothing of a row is touched by this: it stays until the school answers. */
export function questionsOn(
  rows: readonly Pick<OwnRow, 'activityId' | 'supportsActivityId'>[],
  changes: readonly InheritedChange[],
  answered: ReadonlySet<ActivityId>,
): Question[] {
  const changed = new Map(changes.map((one) => [one.activityId, one]))
  return rows.flatMap(({ activityId, supportsActivityId }) => {
    const found = supportsActivityId && !answered.has(activityId) ? changed.get(supportsActivityId) : undefined
    if (!found || found.kind === 'added') return []
    return [{ activityId, kind: found.kind, number: found.number, title: found.title }]
  })
}
