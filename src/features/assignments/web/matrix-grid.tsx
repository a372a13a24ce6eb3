import { type KeyboardEvent, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useWords } from '../../../web/use-words.ts'
import type { CellKey } from './cell-key.ts'
import type { GridRow, ShownMatrix } from './matrix-filter.ts'
import classes from './matrix-grid.module.css'
import { MatrixHead } from './matrix-head.tsx'
import { type Grouping, groupRows, linesOfGroups } from './matrix-lines.ts'
import { GroupLine, RowLine } from './matrix-row.tsx'
import { MatrixTotals } from './matrix-totals.tsx'
import { words } from './matrix-words.ts'
import { type Place, stepOf } from './place.ts'
import { useCellWords } from './use-cell-words.ts'
import { useRowWindow } from './use-row-window.ts'

type Props = {
  shown: ShownMatrix
  by: Grouping
  open: { activityId: string; organisationId: string } | null
  onOpen: (cell: CellKey) => void
  /** Cells that are chosen together; null while none are being chosen. */
  picked: ReadonlySet<string> | null
}

const ROW_HEIGHT = 34
const GROUP_HEIGHT = 28
const HEAD_HEIGHT = 56

/** Organisations down, activities across. Arrows move, Enter opens; the sentence above says where one is. */
export function MatrixGrid({ shown, by, open, onOpen, picked }: Props) {
  const t = useWords(words)
  const say = useCellWords()
  const box = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState<Place>({ row: 0, column: 0 })
  const [isTouched, setTouched] = useState(false)
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const groups = useMemo(() => groupRows(shown.rows, by), [shown.rows, by])
  const lines = useMemo(() => linesOfGroups(groups, closed), [groups, closed])
  const rows = useMemo(() => lines.flatMap((line) => (line.kind === 'row' ? [line.row] : [])), [lines])
  const lineOfRow = lines.findIndex((line) => line.kind === 'row' && line.index === at.row)
  const heights = useMemo(() => lines.map(({ kind }) => (kind === 'row' ? ROW_HEIGHT : GROUP_HEIGHT)), [lines])
  const { drawn, topOf } = useRowWindow({ box, heights, kept: [lineOfRow] })
  const { columns } = shown
  const wanted = useRef(false)

  // The row may have been drawn only just now, because the reader goes there.
  useLayoutEffect(() => {
    if (!wanted.current) return
    wanted.current = false
    box.current?.querySelector<HTMLElement>(`[data-place="${at.row}.${at.column}"]`)?.focus({ preventScroll: true })
  }, [at])

  const press = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(((box.current?.clientHeight ?? 0) - HEAD_HEIGHT) / ROW_HEIGHT) - 1)
    const to = stepOf(event, { at, last: { row: rows.length - 1, column: columns.length - 1 }, page })
    if (!to) return
    event.preventDefault()
    if (to.row === at.row && to.column === at.column) return
    wanted.current = true
    setAt(to)
    bringIntoView(box.current, {
      line: lines.findIndex((one) => one.kind === 'row' && one.index === to.row),
      to,
      topOf,
    })
  }
  const look = (place: Place) => {
    setAt((before) => (before.row === place.row && before.column === place.column ? before : place))
    setTouched(true)
  }
  const toggle = (key: string) => setClosed((before) => toggled(before, key))
  const [row, column] = [rows[at.row], columns[at.column]]

  return (
    <div className={classes.frame}>
      <p className={classes.reading} aria-hidden="true">
        {isTouched && row && column
          ? say.whole(row, column, row.cells[column.index] ?? null)
          : t(picked ? 'grid.hint.pick' : 'grid.hint')}
      </p>
      <div className={classes.box} ref={box}>
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the pattern of a grid over a table
          role="grid"
          aria-label={t('grid.label')}
          aria-rowcount={lines.length + 3}
          aria-multiselectable={picked !== null}
          className={classes.grid}
          onKeyDown={press}
        >
          <MatrixHead columns={columns} at={isTouched ? at.column : null} />
          <tbody>
            {drawn.map((one) => {
              if ('gap' in one) return <Gap key={`before.${one.before}`} height={one.gap} columns={columns.length} />
              const line = lines[one.line]
              if (!line) return null
              if (line.kind === 'group') {
                return (
                  <GroupLine key={line.key} line={line} place={one.line} columns={columns.length} onToggle={toggle} />
                )
              }
              return (
                <RowLine
                  key={line.key}
                  row={line.row}
                  index={line.index}
                  place={one.line}
                  columns={columns}
                  at={line.index === at.row ? at.column : null}
                  open={openIn(line.row, open)}
                  picked={picked}
                  matches={shown.matches}
                  onLook={look}
                  onOpen={onOpen}
                />
              )
            })}
          </tbody>
          <MatrixTotals rows={shown.rows} columns={columns} place={lines.length + 3} />
        </table>
      </div>
      <ul className={`print-only ${classes.key}`}>
        {columns.map((one) => (
          <li key={one.index}>
            {one.number} {one.title}
            {one.removedBy === null ? null : ` (${t('column.removed', { revision: one.removedBy })})`}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Gap({ height, columns }: { height: number; columns: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty cell takes no focus; it stands for rows that are not drawn
    <tr aria-hidden="true" className={classes.gap}>
      <td colSpan={columns + 1} style={{ height }} />
    </tr>
  )
}

/** The activity whose cell in this row is open. */
function openIn(row: GridRow, open: Props['open']): string | null {
  return open && open.organisationId === row.organisationId && row.activityIds.some((id) => id === open.activityId)
    ? open.activityId
    : null
}

type Going = { line: number; to: Place; topOf: (line: number) => number }

/** Heads stay in place: what they cover is not in view. */
function bringIntoView(box: HTMLElement | null, { line, to, topOf }: Going) {
  if (!box) return
  const [top, bottom] = [topOf(line), topOf(line) + ROW_HEIGHT]
  const room = box.clientHeight - HEAD_HEIGHT - ROW_HEIGHT
  if (to.row === 0) box.scrollTop = 0
  else if (top < box.scrollTop) box.scrollTop = top
  else if (bottom > box.scrollTop + room) box.scrollTop = bottom - room
  const cell = box.querySelector<HTMLElement>(`thead [data-column="${to.column}"]`)
  const first = box.querySelector<HTMLElement>('thead [data-corner]')
  if (!cell || !first) return
  const [start, end] = [cell.offsetLeft - first.offsetWidth, cell.offsetLeft + cell.offsetWidth]
  if (start < box.scrollLeft) box.scrollLeft = start
  else if (end > box.scrollLeft + box.clientWidth) box.scrollLeft = end - box.clientWidth
}

function toggled(before: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const after = new Set(before)
  if (!after.delete(key)) after.add(key)
  return after
}
