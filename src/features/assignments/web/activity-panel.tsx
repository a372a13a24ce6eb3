import { worstFirst } from '../../../kernel/assignment-state.ts'
import { SidePanel } from '../../../web/side-panel.tsx'
import { StateBadge } from '../../../web/state-mark.tsx'
import { useWords } from '../../../web/use-words.ts'
import type { ActivitySum } from './activity-sums.ts'
import { type CellKey, cellParam } from './cell-key.ts'
import { whoIs } from './matrix-filter.ts'
import classes from './timeline-phone.module.css'
import { words } from './timeline-words.ts'
import { useCellWords } from './use-cell-words.ts'
import { useSumWords } from './use-sum-words.ts'

type Props = { sum: ActivitySum; onOpen: (cell: CellKey) => void; onClose: () => void }

/** Every organisation of which an activity asks something, the worst first; each opens its own cell. */
export function ActivityPanel({ sum, onOpen, onClose }: Props) {
  const t = useWords(words)
  const say = useSumWords()
  const cell = useCellWords()
  const parts = [...sum.parts].sort(
    (one, other) => worstFirst.indexOf(one.cell.state) - worstFirst.indexOf(other.cell.state),
  )
  return (
    <SidePanel
      key={sum.id}
      isOpen
      title={say.name(sum)}
      lead={<p className={classes.window}>{sum.column.periodText ?? say.run(sum)}</p>}
      onClose={onClose}
    >
      {parts.length === 0 ? (
        <p>{t('panel.none')}</p>
      ) : (
        <>
          <p className={classes.window}>
            {t('panel.organisations', { count: parts.length })}: {say.counts(sum)}
          </p>
          <ul className={classes.lines}>
            {parts.map((one) => (
              <li key={cellParam(one)}>
                <button type="button" className={classes.line} data-prints onClick={() => onOpen(one)}>
                  <span title={whoIs(one.row)}>{one.row.shortName}</span>
                  <span className={classes.foot}>
                    <StateBadge state={one.cell.state} label={cell.state(one.cell)} />
                    <span className={classes.window}>{cell.due(one.cell)}</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </SidePanel>
  )
}
