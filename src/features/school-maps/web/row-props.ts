import type { OnBehalf } from '../../../kernel/on-behalf.ts'
import type { MapView, RowView } from '../view.ts'

/** A row of the school's own, and the map that it stands in. */
export type RowProps = {
  view: MapView
  row: RowView
  number: string
  onBehalf: OnBehalf | null
  /** The id of the list of causes to choose from. */
  causes: string
  isNew: boolean
  onHistory: (row: RowView, number: string) => void
}
