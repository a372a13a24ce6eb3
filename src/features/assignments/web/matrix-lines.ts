import { type GridColumn, type GridRow, groupOf } from './matrix-filter.ts'

/** By what rows stand together. */
export const groupings = ['variant', 'place'] as const
export type Grouping = (typeof groupings)[number]

export const groupNames = ['authority', 'institute', 'first-or-repeated', 'persistent-or-signs', 'undefined'] as const

export type RowGroup = {
  key: string
  /** The group's word, or the name of the authority. */
  name: { word: (typeof groupNames)[number] } | { text: string }
  rows: GridRow[]
}

/** A line of the table: the heading of a group, or a row with its place among all rows. */
export type GridLine =
  | { kind: 'group'; key: string; group: RowGroup; isOpen: boolean }
  | { kind: 'row'; key: string; row: GridRow; index: number }

export function groupRows(rows: readonly GridRow[], by: Grouping): RowGroup[] {
  const groups = new Map<string, RowGroup>()
  for (const row of rows) {
    const word = groupNames.find((one) => one === groupOf(row)) ?? 'undefined'
    const key = by === 'place' ? row.municipality.id : word
    const known = groups.get(key)
    if (known) known.rows.push(row)
    else groups.set(key, { key, name: by === 'place' ? { text: row.municipality.name } : { word }, rows: [row] })
  }
  const found = [...groups.values()]
  if (by === 'place') return found
  return found.sort((one, other) => rankOf(one) - rankOf(other))
}

/** The authority and the institute need no heading of their own; nor does the only group by place. */
export function isHeaded({ name }: RowGroup, groups: readonly RowGroup[]): boolean {
  if ('text' in name) return groups.length > 1
  return name.word !== 'authority' && name.word !== 'institute'
}

export function linesOfGroups(groups: readonly RowGroup[], closed: ReadonlySet<string>): GridLine[] {
  const lines: GridLine[] = []
  let index = 0
  for (const group of groups) {
    const isOpen = !closed.has(group.key)
    if (isHeaded(group, groups)) lines.push({ kind: 'group', key: `group.${group.key}`, group, isOpen })
    if (!isOpen) continue
    for (const row of group.rows) {
      lines.push({ kind: 'row', key: `${row.board}.${row.organisationId}`, row, index })
      index++
    }
  }
  return lines
}

export type Total = { done: number; asked: number }

/** How much of a column is accepted or off control, of all that it asks of these rows. */
export function totalOf(rows: readonly GridRow[], column: GridColumn): Total {
  let [done, asked] = [0, 0]
  for (const row of rows) {
    const state = row.cells[column.index]?.state
    if (!state || state === 'not-applicable') continue
    asked++
    if (state === 'accepted' || state === 'off-control') done++
  }
  return { done, asked }
}

function rankOf({ name }: RowGroup): number {
  return 'word' in name ? groupNames.indexOf(name.word) : 0
}
