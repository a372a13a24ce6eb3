import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { StateMark } from '../../../web/state-mark.tsx'
import { stateTone } from '../../../web/state-tone.ts'
import { useWords } from '../../../web/use-words.ts'
import type { MatrixCell } from '../matrix-view.ts'
import type { CellKey } from './cell-key.ts'
import { type GridRow, groupOf, type ShownMatrix, sectionOf } from './matrix-filter.ts'
import classes from './matrix-grid.module.css'
import { words } from './matrix-words.ts'
import { shortDay, useCellWords } from './use-cell-words.ts'

type Props = {
  shown: ShownMatrix
  open: { activityId: string; organisationId: string } | null
  onOpen: (cell: CellKey) => void
}

type Place = { row: number; column: number }

/** Organisations down, activities across. Arrows move, Enter opens; the sentence above says where one is. */
export function MatrixGrid({ shown, open, onOpen }: Props) {
  const t = useWords(words)
  const say = useCellWords()
  const table = useRef<HTMLTableElement>(null)
  const [at, setAt] = useState<Place>({ row: 0, column: 0 })
  const [isTouched, setTouched] = useState(false)
  const groups = useMemo(() => groupRows(shown.rows), [shown.rows])
  const { columns, rows } = shown

  const move = (to: Place) => {
    const row = Math.max(0, Math.min(rows.length - 1, to.row))
    const column = Math.max(0, Math.min(columns.length - 1, to.column))
    table.current?.querySelector<HTMLElement>(`[data-place="${row}.${column}"]`)?.focus()
  }
  const press = (event: KeyboardEvent) => {
    const step = stepOf(event, { row: rows.length - 1, column: columns.length - 1 })
    if (!step) return
    event.preventDefault()
    move(step(at))
  }
  const look = (place: Place) => {
    setAt(place)
    setTouched(true)
  }
  const [row, column] = [rows[at.row], columns[at.column]]

  return (
    <div className={classes.frame}>
      <p className={classes.reading} aria-hidden="true">
        {isTouched && row && column ? say.whole(row, column, row.cells[column.index] ?? null) : t('grid.hint')}
      </p>
      <div className={classes.box}>
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the pattern of a grid over a table */}
        <table ref={table} role="grid" aria-label={t('grid.label')} className={classes.grid} onKeyDown={press}>
          <thead>
            <tr>
              <th scope="col" rowSpan={2} className={classes.corner}>
                {t('grid.organisation')}
              </th>
              {sectionsOf(columns).map((section) => (
                <th key={section.key} scope="colgroup" colSpan={section.count} className={classes.section}>
                  <span title={section.title}>{section.title}</span>
                </th>
              ))}
            </tr>
            <tr>
              {columns.map((one, index) => (
                <th
                  key={one.activityId}
                  scope="col"
                  className={classes.number}
                  data-at={isTouched && at.column === index}
                  title={`${one.number ?? ''} ${one.title}`.trim()}
                >
                  {one.number ?? index + 1}
                  <span className="hidden-visually">{one.title}</span>
                </th>
              ))}
            </tr>
          </thead>
          {groups.map((group) => (
            <tbody key={group.key}>
              {group.isNamed ? (
                <tr>
                  <th scope="rowgroup" colSpan={columns.length + 1} className={classes.group}>
                    <span>
                      {t(group.name)} · {group.rows.length}
                    </span>
                  </th>
                </tr>
              ) : null}
              {group.rows.map(({ row: one, index }) => (
                <tr key={one.organisationId}>
                  <th scope="row" className={classes.organisation} title={one.fullName}>
                    <span>{one.shortName}</span>
                    {one.kind === 'school' && !one.sentAt ? <em>{t('grid.notSent')}</em> : null}
                  </th>
                  {columns.map((activity, place) => {
                    const cell = one.cells[activity.index] ?? null
                    const key = { activityId: activity.activityId, organisationId: one.organisationId }
                    return (
                      <Cell
                        key={activity.activityId}
                        cell={cell}
                        place={{ row: index, column: place }}
                        isAt={at.row === index && at.column === place}
                        isOpen={open?.activityId === key.activityId && open.organisationId === key.organisationId}
                        isDim={cell !== null && !shown.matches(one, cell)}
                        label={say.whole(one, activity, cell)}
                        onLook={look}
                        onOpen={() => (cell ? onOpen(key) : undefined)}
                      />
                    )
                  })}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
      <ul className={`print-only ${classes.key}`}>
        {columns.map((one) => (
          <li key={one.activityId}>
            {one.number} {one.title}
          </li>
        ))}
      </ul>
    </div>
  )
}

type CellProps = {
  cell: MatrixCell | null
  place: Place
  isAt: boolean
  isOpen: boolean
  isDim: boolean
  label: string
  onLook: (place: Place) => void
  onOpen: () => void
}

function Cell({ cell, place, isAt, isOpen, isDim, label, onLook, onOpen }: CellProps) {
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
      aria-selected={isOpen}
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

function stepOf(event: KeyboardEvent, last: Place): ((at: Place) => Place) | null {
  const isFar = event.ctrlKey || event.metaKey
  const steps: Record<string, (at: Place) => Place> = {
    ArrowUp: (at) => ({ ...at, row: at.row - 1 }),
    ArrowDown: (at) => ({ ...at, row: at.row + 1 }),
    ArrowLeft: (at) => ({ ...at, column: at.column - 1 }),
    ArrowRight: (at) => ({ ...at, column: at.column + 1 }),
    Home: (at) => ({ row: isFar ? 0 : at.row, column: 0 }),
    End: (at) => ({ row: isFar ? last.row : at.row, column: last.column }),
    PageUp: (at) => ({ ...at, row: 0 }),
    PageDown: (at) => ({ ...at, row: last.row }),
  }
  return steps[event.key] ?? null
}

function sectionsOf(columns: ShownMatrix['columns']) {
  const sections: { key: string; title: string; count: number }[] = []
  for (const column of columns) {
    const key = sectionOf(column)
    const last = sections.at(-1)
    if (last?.key === key) last.count++
    else sections.push({ key, title: column.sectionTitle ?? '', count: 1 })
  }
  return sections
}

const groupNames = ['authority', 'institute', 'first-or-repeated', 'persistent-or-signs', 'undefined'] as const

/** The authority and the institute need no heading of their own. */
function groupRows(rows: readonly GridRow[]) {
  const all = rows.map((row, index) => ({ row, index }))
  return groupNames
    .map((name) => ({
      key: name,
      name: `group.${name}` as const,
      isNamed: name !== 'authority' && name !== 'institute',
      rows: all.filter(({ row }) => groupOf(row) === name),
    }))
    .filter((group) => group.rows.length > 0)
}
