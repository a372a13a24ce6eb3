import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { memo } from 'react'
import { StateMark } from '../../../web/state-mark.tsx'
import { stateTone } from '../../../web/state-tone.ts'
import { useWords } from '../../../web/use-words.ts'
import type { MatrixCell } from '../matrix-view.ts'
import { type CellKey, cellParam } from './cell-key.ts'
import { type GridColumn, type GridRow, keyOfCell, type ShownMatrix, whoIs } from './matrix-filter.ts'
import classes from './matrix-grid.module.css'
import type { GridLine } from './matrix-lines.ts'
import { words } from './matrix-words.ts'
import type { Place } from './place.ts'
import { shortDay, useCellWords } from './use-cell-words.ts'

/** The two lines of the head come first. */
const HEAD_LINES = 3

type GroupProps = {
  line: GridLine & { kind: 'group' }
  place: number
  columns: number
  onToggle: (key: string) => void
}

/** The heading of a group, which folds it away. */
export function GroupLine({ line: { group, isOpen }, place, columns, onToggle }: GroupProps) {
  const t = useWords(words)
  const Mark = isOpen ? IconChevronDown : IconChevronRight
  return (
    <tr aria-rowindex={place + HEAD_LINES} className={classes.groupLine}>
      <th scope="rowgroup" colSpan={columns + 1} className={classes.group}>
        <button type="button" data-prints aria-expanded={isOpen} onClick={() => onToggle(group.key)}>
          <Mark size="var(--mark)" aria-hidden="true" />
          {'text' in group.name ? group.name.text : t(`group.${group.name.word}`)} · {group.rows.length}
        </button>
      </th>
    </tr>
  )
}

type RowProps = {
  row: GridRow
  index: number
  place: number
  columns: readonly GridColumn[]
  /** The column of the cell in which the reader is, if it is in this row. */
  at: number | null
  /** The activity whose cell in this row is open. */
  open: string | null
  picked: ReadonlySet<string> | null
  matches: ShownMatrix['matches']
  onLook: (place: Place) => void
  onOpen: (cell: CellKey) => void
}

/** Drawn again only when something of this row has changed. */
export const RowLine = memo(
  function RowLine({ row, index, place, columns, at, open, picked, matches, onLook, onOpen }: RowProps) {
    const t = useWords(words)
    const say = useCellWords()
    return (
      <tr aria-rowindex={place + HEAD_LINES}>
        <th scope="row" className={classes.organisation} title={whoIs(row)}>
          <span>
            {row.shortName}
            {row.kind === 'school' && !row.isSent ? <em> · {t('grid.notSent')}</em> : null}
          </span>
        </th>
        {columns.map((column, number) => {
          const cell = row.cells[column.index] ?? null
          const key = keyOfCell(row, column)
          const isPicked = key !== null && (picked?.has(cellParam(key)) ?? false)
          return (
            <Cell
              key={column.index}
              cell={cell}
              place={{ row: index, column: number }}
              isAt={at === number}
              isSelected={picked ? isPicked : open !== null && row.activityIds[column.index] === open}
              isDim={cell !== null && !matches(row, cell)}
              label={say.whole(row, column, cell)}
              onLook={onLook}
              onOpen={() => (key ? onOpen(key) : undefined)}
            />
          )
        })}
      </tr>
    )
  },
  (before, after) =>
    before.row === after.row &&
    before.index === after.index &&
    before.place === after.place &&
    before.columns === after.columns &&
    before.at === after.at &&
    before.open === after.open &&
    before.picked === after.picked &&
    before.matches === after.matches,
)

type CellProps = {
  cell: MatrixCell | null
  place: Place
  isAt: boolean
  isSelected: boolean
  isDim: boolean
  label: string
  onLook: (place: Place) => void
  onOpen: () => void
}

function Cell({ cell, place, isAt, isSelected, isDim, label, onLook, onOpen }: CellProps) {
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the pattern of a grid over a table
      role="gridcell"
      className={classes.cell}
      data-place={`${place.row}.${place.column}`}
      data-tone={cell ? stateTone[cell.state] : undefined}
      data-dim={isDim}
      data-outside={cell?.isOutsideVariant}
      aria-label={label}
      aria-selected={isSelected}
      tabIndex={isAt ? 0 : -1}
      onFocus={() => onLook(place)}
      onMouseEnter={() => onLook(place)}
      onClick={onOpen}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        onOpen()
      }}
    >
      {cell ? (
        <span className={classes.mark}>
          <StateMark state={cell.state} isSilent />
          <small>{shortDay(cell)}</small>
        </span>
      ) : null}
    </td>
  )
}
