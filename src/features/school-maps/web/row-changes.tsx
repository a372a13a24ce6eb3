import { useLanguage } from '../../../web/language.ts'
import { useWords } from '../../../web/use-words.ts'
import { rowWords } from '../../road-maps/row-words.ts'
import { sayPeriod } from '../../road-maps/say-period.ts'
import { type RowChange, type RowField, rowFields } from '../revision-difference.ts'
import type { OwnRow } from '../school-map.ts'
import { historyWords } from './history-words.ts'
import { Marked } from './marked.tsx'
import classes from './row-changes.module.css'

/** Where a row stands among the others says nothing of it. */
const shownFields = rowFields.filter((field) => field !== 'position')

type Props = { changes: readonly RowChange[]; rows: readonly OwnRow[] }

/** What a revision did to the one before: added, taken out, and in each changed field what stood there and what stands. */
export function RowChanges({ changes, rows }: Props) {
  const t = useWords(historyWords)
  if (changes.length === 0) return <p className={classes.soft}>{t('history.nothing')}</p>
  return (
    <ul className={classes.changes}>
      {changes.map((change) => (
        <li key={change.kind === 'changed' ? change.activityId : change.row.activityId}>
          <Change change={change} rows={rows} />
        </li>
      ))}
    </ul>
  )
}

function Change({ change, rows }: { change: RowChange; rows: Props['rows'] }) {
  const t = useWords(historyWords)
  const say = useSaying()
  if (change.kind !== 'changed') {
    const Mark = change.kind === 'added' ? 'ins' : 'del'
    return (
      <>
        {t(`history.${change.kind}`)}: <Mark>{change.row.title || t('history.empty')}</Mark>
      </>
    )
  }
  const title = rows.find((row) => row.activityId === change.activityId)?.title ?? ''
  const fields = shownFields.filter((field) => field in change.after)
  return (
    <>
      {t('history.changed')}: {title}
      {fields.map((field) => (
        <p key={field} className={classes.field}>
          {t(`field.${field}`)}: <Marked before={say(field, change.before)} after={say(field, change.after)} />
        </p>
      ))}
    </>
  )
}

function useSaying() {
  const t = useWords(historyWords)
  const say = useWords(rowWords)
  const [language] = useLanguage()
  return (field: RowField, of: Partial<OwnRow>): string => {
    if (field === 'period') return of.period ? sayPeriod(of.period, language) : t('history.empty')
    if (field === 'proof') return (of.proof ?? []).map((one) => say(`proof.${one}`)).join('; ') || t('history.empty')
    if (field === 'supportsActivityId') return t(of.supportsActivityId ? 'history.tied' : 'history.untied')
    return String(of[field] ?? '') || t('history.empty')
  }
}
