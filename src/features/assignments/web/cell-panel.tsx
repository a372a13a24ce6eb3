import { DefinitionList } from '../../../web/definition-list.tsx'
import { useLanguage } from '../../../web/language.ts'
import { Loaded } from '../../../web/loaded.tsx'
import { Notice } from '../../../web/notice.tsx'
import { useCall } from '../../../web/query.ts'
import { SidePanel } from '../../../web/side-panel.tsx'
import { StateBadge } from '../../../web/state-mark.tsx'
import { TimeZone } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import type { CellView } from '../cell-view.ts'
import { sayWindow } from '../say-window.ts'
import { CellControl } from './cell-control.tsx'
import { CellHistory } from './cell-history.tsx'
import { CellMoves } from './cell-moves.tsx'
import classes from './cell-panel.module.css'
import { CellProofs } from './cell-proofs.tsx'
import { CellWindow } from './cell-window.tsx'
import { words } from './cell-words.ts'
import { assignments } from './client.ts'
import { LetterOfTask } from './task-letter.tsx'

type Props = { activityId: string; organisationId: string; onClose: () => void }

/** One cell at the right of its page: what is asked, what proves it, what is missing, what can be done. */
export function CellPanel({ activityId, organisationId, onClose }: Props) {
  const found = useCall(assignments.loadCell, { activityId, organisationId })
  const cell = found.data
  return (
    <SidePanel
      key={`${activityId}.${organisationId}`}
      isOpen
      title={cell ? titleOf(cell) : '…'}
      lead={
        cell ? (
          <p className={classes.lead}>
            <span title={cell.organisation.fullName}>{cell.organisation.shortName}</span>
            <StateBadge state={cell.state} />
          </p>
        ) : null
      }
      onClose={onClose}
    >
      <Loaded call={found}>
        {(one) => (
          <TimeZone value={one.timeZone}>
            <Body cell={one} />
          </TimeZone>
        )}
      </Loaded>
    </SidePanel>
  )
}

function titleOf({ asked }: CellView): string {
  return asked.number ? `${asked.number} ${asked.title}` : asked.title
}

function Body({ cell }: { cell: CellView }) {
  const t = useWords(words)
  const [language] = useLanguage()
  const { asked } = cell
  return (
    <div className={classes.panel}>
      {cell.removedBy !== null ? <Notice>{t('removed', { revision: cell.removedBy })}</Notice> : null}
      {cell.isOutsideVariant && cell.removedBy === null ? <Notice>{t('outside')}</Notice> : null}
      {asked.isTask ? (
        <LetterOfTask activityId={asked.activityId} />
      ) : (
        <DefinitionList
          items={[
            { term: t('about.period'), value: asked.periodText },
            { term: t('about.executors'), value: asked.executors },
            { term: t('about.result'), value: asked.expectedResult },
            { term: t('about.proof'), value: asked.proof.map((one) => t(`proof.${one}`)).join('; ') },
            { term: t('about.part'), value: cell.part ? t(`part.${cell.part}`) : null },
          ]}
        />
      )}
      {cell.windows.length === 0 ? <p>{t('informed')}</p> : null}
      {cell.windows.map((window) => (
        <CellWindow key={`${window.window.start}.${window.window.end}`} cell={cell} window={window} />
      ))}
      {cell.former.map((former) => (
        <section key={`${former.window.start}.${former.window.end}`} className={classes.window}>
          <h3>{t('former.title', { window: sayWindow(former.window, language) })}</h3>
          <p className={classes.soft}>{t('former.hint')}</p>
          <CellProofs cell={cell} window={former.window} proofs={former.proofs} />
          <CellMoves cell={cell} moves={former.moves} />
        </section>
      ))}
      <CellControl cell={cell} />
      <CellHistory cell={cell} />
    </div>
  )
}
