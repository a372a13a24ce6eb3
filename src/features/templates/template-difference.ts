import type { ActivityId } from '../../kernel/id.ts'
import type { WantedRow } from '../road-maps/comparable-rows.ts'
import { type ComparableRow, changesOf, type FieldChange } from '../road-maps/compare-revisions.ts'
import { matchRows } from '../road-maps/match-rows.ts'
import { bringOnto, diffRows, fieldsChanged, idOf, isConflict, type RowChange } from '../road-maps/row-difference.ts'

/** What a template says of a row; its section is the plan's own business. */
export type RowWords = Omit<ComparableRow, 'sectionTitle' | 'audience'>
type Side = RowWords & { activityId: ActivityId }

/** A row that the template says otherwise since the plan was begun with it; nothing of it is taken by itself. */
export type OfferedRow<Own> = {
  /** Names it in one state of the template. */
  key: string
  /** The row of the plan; null where the template has a new one. */
  own: Own | null
  /** The row of the plan as the template has it now; null where the template let it go. */
  wanted: RowWords | null
  /** The template's row with its section; null where the template let it go. */
  latest: WantedRow | null
  /** Of a new row: what stands above it in the plan. */
  above: Own | null
  /** The plan has said something else of the same. */
  isBoth: boolean
  changes: FieldChange[]
}

type Compared<Own> = {
  /** The template as it was when the plan was begun with it, as it is now, and the plan. */
  begun: readonly WantedRow[]
  latest: readonly WantedRow[]
  own: readonly Own[]
  nameRow: () => ActivityId
}

/** In the order of the template; what the plan says already, and what it has left out, is not offered. */
export function offeredRows<Own extends ComparableRow>({ begun, latest, own, nameRow }: Compared<Own>) {
  const names = new Map(begun.map((row) => [row, nameRow()]))
  const stands = matchRows(begun, latest)
  const before = begun.map((row, place): Named => ({ row, place, side: sideOf(row, nameOf(names, row) ?? nameRow()) }))
  const after = latest.map((row, place): Named => {
    return { row, place, side: sideOf(row, nameOf(names, stands.get(row)) ?? nameRow()) }
  })
  const ownRows = new Map<ActivityId, Own>()
  for (const [row, old] of rowsOfPlan(begun, own)) {
    const name = nameOf(names, old)
    if (name) ownRows.set(name, row)
  }
  const known = new Set(ownRows.values())
  // A new row of the template may have been added here by hand already.
  const added = after.filter(({ side }) => !before.some((one) => one.side.activityId === side.activityId))
  const strange = own.filter((row) => !known.has(row))
  for (const [row, one] of matchRows(
    strange,
    added.map(({ row }) => row),
  )) {
    const side = added.find((candidate) => candidate.row === row)?.side
    if (side) ownRows.set(side.activityId, one)
  }
  const { changes } = diffRows(
    before.map(({ side }) => side),
    after.map(({ side }) => side),
  )
  return changes.flatMap((change): OfferedRow<Own>[] => {
    const name = idOf(change)
    const place = change.kind === 'removed' ? placeOf(before, name) : placeOf(after, name)
    if (change.kind === 'added') {
      if (ownRows.has(name)) return []
      const row = latest[place] ?? null
      const above = after.slice(0, place).flatMap(({ side }) => ownRows.get(side.activityId) ?? [])
      const offered = { own: null, wanted: change.after, latest: row, above: above.at(-1) ?? null }
      return [
        { key: `row-${place}`, ...offered, isBoth: false, changes: row ? changesOf({ ...row, ...blank }, row) : [] },
      ]
    }
    const mine = ownRows.get(name)
    const met = mine && metBy(change, sideOf(mine, name))
    if (!met) return []
    const shown = met.wanted ? changesOf(mine, { ...mine, ...met.wanted }) : []
    if (met.wanted && shown.length === 0) return []
    const key = change.kind === 'removed' ? `was-${place}` : `row-${place}`
    const row = change.kind === 'removed' ? null : (latest[place] ?? null)
    return [{ key, own: mine, ...met, latest: row, above: null, changes: shown }]
  })
}

/** The plan was begun with these rows: where the words were written anew, the number still says which of them it is. */
function rowsOfPlan<Own extends ComparableRow>(begun: readonly WantedRow[], own: readonly Own[]): Map<Own, WantedRow> {
  const matched = matchRows(begun, own)
  const taken = new Set(matched.values())
  for (const row of own) {
    const old = begun.find((one) => one.number !== null && one.number === row.number && !taken.has(one))
    if (!old || matched.has(row)) continue
    matched.set(row, old)
    taken.add(old)
  }
  return matched
}

type Named = { row: WantedRow; place: number; side: Side }

/** The plan's row with what the template has changed; null where it stands so already. */
function metBy(change: Exclude<RowChange<Side>, { kind: 'added' }>, mine: Side) {
  const met = bringOnto(change, mine)
  if (!met) return null
  if (!isConflict(met)) return { wanted: met.after, isBoth: false }
  if (change.kind === 'removed') return { wanted: null, isBoth: true }
  const wanted: Side = { ...mine }
  for (const field of fieldsChanged(change.before, change.after))
    Object.assign(wanted, { [field]: change.after[field] })
  return { wanted, isBoth: true }
}

/** A new row is shown with all that it says beside nothing. */
const blank = {
  period: null,
  executors: null,
  expectedResult: null,
  targetGroups: [],
}

function sideOf(row: RowWords, activityId: ActivityId): Side {
  const { number, title, period, executors, expectedResult, targetGroups, heldBy, proof, parts } = row
  return { activityId, number, title, period, executors, expectedResult, targetGroups, heldBy, proof, parts }
}

function nameOf(names: ReadonlyMap<WantedRow, ActivityId>, row: WantedRow | undefined): ActivityId | undefined {
  return row && names.get(row)
}

function placeOf(rows: readonly Named[], name: ActivityId): number {
  return rows.findIndex(({ side }) => side.activityId === name)
}
