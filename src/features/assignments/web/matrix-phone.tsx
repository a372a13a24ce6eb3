import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { StateBadge } from '../../../web/state-mark.tsx'
import { TouchLines } from '../../../web/touch-lines.tsx'
import { useWords } from '../../../web/use-words.ts'
import type { MatrixCell } from '../matrix-view.ts'
import { type CellKey, cellParam } from './cell-key.ts'
import type { ShownMatrix } from './matrix-filter.ts'
import { linesOf } from './matrix-list.tsx'
import classes from './matrix-phone.module.css'
import { words } from './matrix-words.ts'
import { Segments } from './segments.tsx'
import { useCellWords } from './use-cell-words.ts'

type Props = { shown: ShownMatrix; onOpen: (cell: CellKey) => void }

/** On a phone: one organisation or one activity at a time. */
export function MatrixPhone({ shown, onOpen }: Props) {
  const t = useWords(words)
  const say = useCellWords()
  const [by, setBy] = useState<'organisation' | 'activity'>('organisation')
  const [chosen, setChosen] = useState<string | null>(null)
  const isAlone = shown.rows.length === 1
  const options =
    by === 'organisation'
      ? shown.rows.map((one) => ({ value: one.organisationId, label: one.shortName }))
      : shown.columns.map((one) => ({ value: `${one.index}`, label: `${one.number ?? ''} ${one.title}`.trim() }))
  const at = options.some((one) => one.value === chosen) ? chosen : (options[0]?.value ?? null)
  const lines = linesOf(shown).filter(
    (line) => (by === 'organisation' ? line.organisationId : `${line.column.index}`) === at,
  )

  const dueOf = (cell: MatrixCell) => [say.due(cell), say.asked(cell)].filter((part) => part !== '').join(' · ')

  return (
    <div className={classes.phone}>
      {isAlone ? null : (
        <div className={classes.choice}>
          <Segments
            label={t('phone.by')}
            value={by}
            options={[
              { value: 'organisation', label: t('phone.one') },
              { value: 'activity', label: t('phone.activity') },
            ]}
            onChange={setBy}
          />
          <NativeSelect
            aria-label={t(`phone.choose.${by}`)}
            value={at ?? ''}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={options}
          />
        </div>
      )}
      <TouchLines
        lines={lines}
        keyOf={cellParam}
        nameOf={({ column, row }) =>
          by === 'organisation' ? `${column.number ?? ''} ${column.title}`.trim() : row.shortName
        }
        markOf={({ cell }) => <StateBadge state={cell.state} label={say.state(cell)} />}
        notesOf={({ column: { removedBy }, cell }) => [
          removedBy === null ? '' : t('column.removed', { revision: removedBy }),
          dueOf(cell),
        ]}
        onOpen={onOpen}
      />
    </div>
  )
}
