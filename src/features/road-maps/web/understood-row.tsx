import { Button } from '@mantine/core'
import { useWords } from '../../../web/use-words.ts'
import type { PlacedFinding } from '../findings-of-rows.ts'
import type { UnderstoodActivity } from '../understanding.ts'
import { CarriedRow } from './carried-row.tsx'
import { imports } from './client.ts'
import { FindingCard } from './finding-card.tsx'
import { useImport } from './import-context.ts'
import { words } from './import-words.ts'
import { RowFields } from './row-fields.tsx'
import { SignedRow } from './signed-row.tsx'
import classes from './understood-row.module.css'

type Props = {
  row: UnderstoodActivity
  findings: readonly PlacedFinding[]
  isActive: boolean
  onActive: () => void
  /** Its own words stand at its left; else the source has a pane of its own. */
  hasSigned: boolean
  /** Leads to its place in the text, where it has one. */
  onShow: (() => void) | null
}

/** One activity: its signed words, what was understood, and between them what must be decided. */
export function UnderstoodRow({ row, findings, isActive, onActive, hasSigned, onShow }: Props) {
  const t = useWords(words)
  return (
    <article
      id={`place-${row.key}`}
      className={classes.row}
      tabIndex={-1}
      aria-label={`${row.number ?? ''} ${row.title}`}
      data-active={isActive}
      data-removed={row.removed}
      data-alone={!hasSigned}
      onFocus={onActive}
    >
      {hasSigned ? (
        <div className={classes.signed}>
          <h3 className={classes.side}>{t('source.title')}</h3>
          <SignedRow rowKey={row.key} />
          {onShow ? (
            <Button className={classes.remove} size="compact-xs" variant="subtle" onClick={onShow}>
              {t('source.show')}
            </Button>
          ) : null}
        </div>
      ) : null}
      <div className={classes.understood}>
        <h3 className={classes.side}>{t('understood.title')}</h3>
        {row.removed ? <p>{t('row.removed')}</p> : <RowFields row={row} />}
        <CarriedRow rowKey={row.key} />
        <RemoveRow row={row} />
      </div>
      {findings.length > 0 ? (
        <div className={classes.findings}>
          {findings.map((one) => (
            <FindingCard key={one.index} placed={one} />
          ))}
        </div>
      ) : null}
    </article>
  )
}

function RemoveRow({ row }: { row: UnderstoodActivity }) {
  const t = useWords(words)
  const { editing } = useImport()
  const removed = !row.removed
  const name = removed ? t('row.remove') : t('row.return')
  return (
    <Button
      className={classes.remove}
      size="compact-xs"
      variant="subtle"
      onClick={() =>
        editing.edit({
          send: (edit) => imports.changeActivity({ ...edit, key: row.key, change: { removed } }),
          name,
          yours: row.title,
          read: () => row.title,
        })
      }
    >
      {name}
    </Button>
  )
}
