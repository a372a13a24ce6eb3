import { type Column, DataTable } from '../../../web/data-table.tsx'
import { StateBadge } from '../../../web/state-mark.tsx'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import type { MatrixCell } from '../matrix-view.ts'
import { type CellKey, cellParam } from './cell-key.ts'
import { type GridColumn, type GridRow, keyOfCell, type ShownMatrix, whoIs } from './matrix-filter.ts'
import classes from './matrix-list.module.css'
import { words } from './matrix-words.ts'
import { moveSigns, useCellWords } from './use-cell-words.ts'

export type Line = CellKey & { row: GridRow; column: GridColumn; cell: MatrixCell }

type Props = {
  lines: readonly Line[]
  total: number
  open: string | undefined
  onOpen: (line: Line) => void
  /** A school's own plan names no organisation in every line. */
  isOwn: boolean
}

/** More lines than anybody reads: the filters lead to the rest. */
const LONGEST_LIST = 500

/** One line for each assignment. */
export function MatrixList({ lines, total, open, onOpen, isOwn }: Props) {
  const t = useWords(words)
  const say = useCellWords()
  const activity: Column<Line> = {
    key: 'activity',
    head: t('list.activity'),
    isLong: true,
    cell: ({ column }) => (
      <span className={classes.title} title={column.title}>
        {`${column.number ?? ''} ${column.title}`.trim()}
        {column.removedBy === null ? null : (
          <small className={classes.removed}> {t('column.removed', { revision: column.removedBy })}</small>
        )}
      </span>
    ),
  }
  const organisation: Column<Line> = {
    key: 'organisation',
    head: t('list.organisation'),
    cell: ({ row }) => (
      <span className={classes.period} title={whoIs(row)}>
        {row.shortName}
      </span>
    ),
  }
  const period: Column<Line> = {
    key: 'period',
    head: t('list.period'),
    cell: ({ column }) => (
      <span className={classes.period} title={column.periodText ?? ''}>
        {column.periodText ?? '—'}
      </span>
    ),
  }
  const rest: Column<Line>[] = [
    {
      key: 'due',
      head: t('list.due'),
      cell: ({ cell }) => <Due cell={cell} />,
    },
    {
      key: 'state',
      head: t('list.state'),
      cell: ({ cell }) => <StateBadge state={cell.state} label={say.state(cell)} />,
    },
    {
      key: 'windows',
      head: t('list.windows'),
      align: 'number',
      cell: ({ cell }) => `${cell.accepted} / ${cell.windows}`,
    },
  ]
  return (
    <DataTable
      caption={t('grid.label')}
      columns={isOwn ? [activity, period, ...rest] : [activity, organisation, ...rest]}
      rows={lines.slice(0, LONGEST_LIST)}
      keyOf={cellParam}
      total={total}
      onOpen={onOpen}
      openKey={open ?? null}
    />
  )
}

function Due({ cell }: { cell: MatrixCell }) {
  const say = useCellWords()
  const format = useFormat()
  if (!cell.dueOn) return '—'
  const said = [cell.movedTo ? say.due(cell) : '', say.asked(cell)].filter((part) => part !== '').join('. ')
  return (
    <span title={said || undefined}>
      {cell.movedTo ? moveSigns.moved : ''}
      {format.dayShort(cell.movedTo ?? cell.dueOn)}
      {cell.isMoveAsked ? moveSigns.asked : ''}
    </span>
  )
}

/** Every cell of the shown matrix as a line, activity by activity. */
export function linesOf(shown: ShownMatrix): Line[] {
  return shown.columns.flatMap((column) =>
    shown.rows.flatMap((row) => {
      const cell = row.cells[column.index] ?? null
      const key = keyOfCell(row, column)
      return key && cell && shown.matches(row, cell) ? [{ ...key, row, column, cell }] : []
    }),
  )
}
