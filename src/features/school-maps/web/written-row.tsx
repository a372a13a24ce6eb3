import { NativeSelect } from '@mantine/core'
import { beginningOf } from '../../../kernel/beginning.ts'
import { useLanguage } from '../../../web/language.ts'
import { MoreMenu } from '../../../web/more-menu.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { SavedNote } from '../../../web/saved-note.tsx'
import { useWords } from '../../../web/use-words.ts'
import { sayPeriod } from '../../road-maps/say-period.ts'
import { ProofField } from '../../road-maps/web/proof-field.tsx'
import type { RowView } from '../view.ts'
import { words } from './map-words.ts'
import classes from './own-row.module.css'
import { RowAdvice } from './row-advice.tsx'
import { typedOf } from './row-edit.ts'
import { RowMeeting } from './row-meeting.tsx'
import type { RowProps } from './row-props.ts'
import { RowText } from './row-text.tsx'
import { inheritedRows } from './supported.ts'
import { useRowSaving } from './use-row-saving.ts'

const TITLE_LENGTH = 70

/** A row that is being written: each field saves itself. */
export function WrittenRow({ view, row, number, onBehalf, causes, isNew, onHistory }: RowProps) {
  const t = useWords(words)
  const saving = useRowSaving(row, onBehalf)
  const typed = typedOf(row)
  const offered = inheritedRows(view)
  const { proof, supportsActivityId } = { ...row, ...saving.pending }
  const text = (field: 'cause' | 'title' | 'indicator' | 'responsible' | 'periodText' | 'expectedResult') => {
    const label = t(field === 'periodText' ? 'row.period' : `row.${field}`)
    return { id: row.id, field, label, fullLabel: t('row.for', { field: label, number }), value: typed[field], saving }
  }
  const more = [
    { label: t('row.history'), onSelect: () => onHistory(row, number) },
    { label: t('row.remove'), onSelect: () => saving.save({ removed: true }, { removed: false }) },
  ]
  return (
    <>
      <div className={classes.head}>
        <span className={classes.number}>{number}</span>
        <SavedNote at={saving.savedAt} />
        <MoreMenu look="plain" items={more} />
      </div>
      <div className={classes.fields}>
        <div className={classes.wide}>
          <RowText {...text('title')} isLong hasFocus={isNew} />
        </div>
        <div className={classes.wide}>
          <RowText {...text('cause')} suggestions={causes} />
        </div>
        <RowText {...text('periodText')} hint={<Understood row={row} />} />
        <RowText {...text('responsible')} isLong />
        <RowText {...text('indicator')} isLong />
        <RowText {...text('expectedResult')} isLong />
        <div className={classes.proof}>
          <span className={classes.label}>{t('row.proof')}</span>
          <ProofField by="school" proof={proof} onChange={(chosen) => saving.save({ proof: chosen }, { proof })} />
        </div>
        {offered.length > 0 ? (
          <NativeSelect
            className={classes.wide ?? ''}
            label={t('row.supports')}
            aria-label={t('row.for', { field: t('row.supports'), number })}
            value={supportsActivityId ?? ''}
            onChange={(event) => {
              const chosen = offered.find((one) => one.activityId === event.currentTarget.value)
              saving.save({ supportsActivityId: chosen?.activityId ?? null }, { supportsActivityId })
            }}
            data={[
              { value: '', label: t('row.supports.none') },
              ...offered.map((one) => ({
                value: one.activityId,
                label: shortened(`${one.number ?? ''} ${one.title}`.trim()),
              })),
            ]}
          />
        ) : null}
      </div>
      <RowMeeting view={view} saving={saving} />
      <RefusalNote refusal={saving.refusal} />
      <RowAdvice view={view} row={row} />
    </>
  )
}

function shortened(title: string): string {
  return title.length > TITLE_LENGTH ? `${beginningOf(title, TITLE_LENGTH)}…` : title
}

/** What we make of the term, under the words in which it was typed. */
function Understood({ row: { period } }: { row: RowView }) {
  const t = useWords(words)
  const [language] = useLanguage()
  if (!period) return null
  if (period.kind === 'unparseable') return t('row.notUnderstood')
  return t('row.understood', { period: sayPeriod(period, language) })
}
