import { useState } from 'react'
import { holdsSomewhere } from '../../../kernel/actor.ts'
import { useActor } from '../../access/web/me.ts'
import { type CellKey, cellParam } from './cell-key.ts'
import type { ShownMatrix } from './matrix-filter.ts'
import { type PickedCell, pickable } from './picked.ts'

/** Cells that are chosen together; `keys` is null while none are being chosen. */
export type Picks = {
  mayPick: boolean
  keys: ReadonlySet<string> | null
  /** Those of the chosen that the filters show. */
  cells: PickedCell[]
  shown: number
  start: () => void
  stop: () => void
  toggle: (cell: CellKey) => void
  pickAll: () => void
  drop: () => void
}

export function usePicks(shown: ShownMatrix): Picks {
  const actor = useActor()
  const [keys, setKeys] = useState<ReadonlySet<string> | null>(null)
  const all = keys ? pickable(shown) : []
  return {
    mayPick: holdsSomewhere(actor, ['municipal_coordinator', 'curator', 'authority_head']),
    keys,
    cells: all.filter((one) => keys?.has(one.key)),
    shown: all.length,
    start: () => setKeys(new Set()),
    stop: () => setKeys(null),
    toggle: (cell) => setKeys((before) => toggled(before ?? new Set(), cellParam(cell))),
    pickAll: () => setKeys(new Set(all.map((one) => one.key))),
    drop: () => setKeys(new Set()),
  }
}

function toggled(before: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const after = new Set(before)
  if (!after.delete(key)) after.add(key)
  return after
}
