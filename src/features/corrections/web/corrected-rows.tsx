import { Button } from '@mantine/core'
import { useState } from 'react'
import { Notice } from '../../../web/notice.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useShownPlace } from '../../../web/use-shown-place.ts'
import { useWords } from '../../../web/use-words.ts'
import { ChangedFields } from '../../road-maps/web/changed-fields.tsx'
import type { CorrectionRowView, CorrectionView } from '../contract.ts'
import { corrections } from './client.ts'
import classes from './corrected-rows.module.css'
import { words } from './correction-words.ts'
import { AddRow, ChangeRow } from './row-form.tsx'

type Props = { correction: CorrectionView; rows: readonly CorrectionRowView[] }
type Opened = { kind: 'change' | 'add'; row: CorrectionRowView } | null

/** The map row by row: what stands, and what becomes of it. */
export function CorrectedRows({ correction, rows }: Props) {
  const [opened, setOpened] = useState<Opened>(null)
  const close = () => setOpened(null)
  useShownPlace()
  return (
    <>
      {rows.map((row, place) => (
        <div key={row.activityId}>
          {isNewSection(row, rows[place - 1]) ? <SectionHead row={row} /> : null}
          <RowOf correction={correction} row={row} onOpen={(kind) => setOpened({ kind, row })} />
        </div>
      ))}
      {opened?.kind === 'change' ? <ChangeRow correctionId={correction.id} row={opened.row} onClose={close} /> : null}
      {opened?.kind === 'add' ? <AddRow correctionId={correction.id} above={opened.row} onClose={close} /> : null}
    </>
  )
}

function isNewSection(row: CorrectionRowView, before: CorrectionRowView | undefined): boolean {
  return !before || shown(row).sectionTitle !== shown(before).sectionTitle
}

function SectionHead({ row }: { row: CorrectionRowView }) {
  const { sectionNumber, sectionTitle } = shown(row)
  if (!sectionTitle) return null
  return (
    <h2 className={classes.section}>
      {sectionNumber ? `${sectionNumber}. ` : ''}
      {sectionTitle}
    </h2>
  )
}

type RowProps = { correction: CorrectionView; row: CorrectionRowView; onOpen: (kind: 'change' | 'add') => void }

function RowOf({ correction, row, onOpen }: RowProps) {
  const t = useWords(words)
  const format = useFormat()
  const remove = useChange(corrections.removeRow)
  const restore = useChange(corrections.restoreRow)
  const place = { id: correction.id, activityId: row.activityId, rowVersion: row.rowVersion }
  const { number, title } = shown(row)
  const name = `${number ?? ''} ${title}`.trim()
  return (
    <article id={`place-${row.activityId}`} className={classes.row} tabIndex={-1} data-kind={row.kind}>
      <div className={classes.head}>
        <h3>
          {row.kind === 'removed' ? <del>{name}</del> : name}
          {row.kind === 'same' ? null : <span className={classes.kind}>{t(`row.${row.kind}`)}</span>}
        </h3>
        <div className={classes.actions}>
          {row.kind === 'removed' ? null : (
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={() => onOpen('change')}
              aria-label={`${t('row.change')}: ${name}`}
            >
              {t('row.change')}
            </Button>
          )}
          {row.kind === 'removed' || row.kind === 'added' ? null : (
            <Button
              size="compact-xs"
              variant="subtle"
              loading={remove.isPending}
              onClick={() => remove.run(place)}
              aria-label={`${t('row.remove')}: ${name}`}
            >
              {t('row.remove')}
            </Button>
          )}
          {row.kind === 'removed' ? null : (
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={() => onOpen('add')}
              aria-label={`${t('row.add')}: ${name}`}
            >
              {t('row.add')}
            </Button>
          )}
          {row.kind === 'same' ? null : (
            <Button
              size="compact-xs"
              variant="subtle"
              loading={restore.isPending}
              onClick={() => restore.run(place)}
              aria-label={`${t(row.kind === 'added' ? 'row.drop' : 'row.restore')}: ${name}`}
            >
              {t(row.kind === 'added' ? 'row.drop' : 'row.restore')}
            </Button>
          )}
        </div>
      </div>
      {row.changes.length > 0 ? <ChangedFields changes={row.changes} /> : null}
      {row.kind === 'added' && row.after ? <p>{restOf(row.after)}</p> : null}
      {row.conflict ? <ConflictOf correction={correction} row={row} /> : null}
      {row.changedBy && row.changedAt && row.kind !== 'same' ? (
        <p className={classes.by}>{t('row.by', { name: row.changedBy, at: format.moment(row.changedAt) })}</p>
      ) : null}
      <RefusalNote
        refusal={remove.refusal ?? restore.refusal}
        onRetry={remove.refusal ? remove.retry : restore.retry}
      />
    </article>
  )
}

/** Both versions side by side; nothing is decided for anybody. */
function ConflictOf({ correction, row }: { correction: CorrectionView; row: CorrectionRowView }) {
  const t = useWords(words)
  const keep = useChange(corrections.keepRow)
  const take = useChange(corrections.restoreRow)
  const place = { id: correction.id, activityId: row.activityId, rowVersion: row.rowVersion }
  const theirs = row.conflict?.current ?? null
  return (
    <Notice
      kind="warn"
      actions={
        <>
          <Button loading={keep.isPending} onClick={() => keep.run(place)}>
            {t('row.keepMine')}
          </Button>
          <Button loading={take.isPending} onClick={() => take.run(place)}>
            {t('row.takeTheirs')}
          </Button>
        </>
      }
    >
      <p>{t(theirs ? 'row.conflict' : 'row.conflict.gone')}</p>
      <dl className={classes.versions}>
        <div>
          <dt>{t('row.mine')}</dt>
          <dd>{row.after ? wordsOf(row.after) : t('row.removed')}</dd>
        </div>
        {theirs ? (
          <div>
            <dt>{t('row.theirs')}</dt>
            <dd>{wordsOf(theirs)}</dd>
          </div>
        ) : null}
      </dl>
      <RefusalNote refusal={keep.refusal ?? take.refusal} onRetry={keep.refusal ? keep.retry : take.retry} />
    </Notice>
  )
}

type Words = NonNullable<CorrectionRowView['after']>

function wordsOf(row: Words): string {
  return [`${row.number ?? ''} ${row.title}`.trim(), restOf(row)].filter((one) => one).join(' · ')
}

function restOf({ period, executors, expectedResult }: Words): string {
  return [period?.text, executors?.text, expectedResult].filter((one) => one).join(' · ')
}

function shown({
  before,
  after,
}: CorrectionRowView): Pick<Words, 'number' | 'title' | 'sectionNumber' | 'sectionTitle'> {
  return after ?? before ?? { number: null, title: '', sectionNumber: null, sectionTitle: null }
}
