import type { ActivityId } from '../../kernel/id.ts'
import { type ComparableRow, changesOf, type FieldChange } from '../road-maps/compare-revisions.ts'
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
  const old = new Map(before.map((row) => [row.activityId, row]))
  const kept = new Set(after.map((row) => row.activityId))
  const standing = after.flatMap((row): InheritedChange[] => {
    const was = old.get(row.activityId)
    if (!was) return [changeOf('added', row, [])]
    const changes = changesOf(was, row)
    return changes.length > 0 ? [changeOf('changed', row, changes)] : []
  })
  const removed = before.filter((row) => !kept.has(row.activityId))
  return [...standing, ...removed.map((row) => changeOf('removed', row, []))]
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

function changeOf(kind: InheritedChange['kind'], row: Inherited, changes: FieldChange[]): InheritedChange {
  const { activityId, number, title } = row
  return { kind, activityId, number, title, changes }
}
