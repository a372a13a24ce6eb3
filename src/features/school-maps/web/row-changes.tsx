import { useLanguage } from '../../../web/language.ts'
import { useWords } from '../../../web/use-words.ts'
import { idOf, type RowChange } from '../../road-maps/row-difference.ts'
import { rowWords } from '../../road-maps/row-words.ts'
import { sayPeriod } from '../../road-maps/say-period.ts'
import { type RowField, wordsChanged } from '../own-row-fields.ts'
import type { OwnRow } from '../school-map.ts'
import { historyWords } from './history-words.ts'
import { Marked } from './marked.tsx'
import classes from './row-changes.module.css'

type Change = RowChange<OwnRow>

/** What a revision did to the one before: added, taken out, and in each changed field what stood there and what stands. */
export function RowChanges({ changes }: { changes: readonly Change[] }) {
  const t = useWords(historyWords)
  if (changes.length === 0) return <p className={classes.soft}>{t('history.nothing')}</p>
  return (
    <ul className={classes.changes}>
      {changes.map((change) => (
        <li key={idOf(change)}>
          <RowChangeLine change={change} />
        </li>
      ))}
    </ul>
  )
}

function RowChangeLine({ change }: { change: Change }) {
  const t = useWords(historyWords)
  if (change.kind !== 'changed') {
    const Mark = change.kind === 'added' ? 'ins' : 'del'
    return (
      <>
        {t(`history.${change.kind}`)}: <Mark>{(change.after ?? change.before).title || t('history.empty')}</Mark>
      </>
    )
  }
  return (
    <>
      {t('history.changed')}: {change.after.title}
      <FieldChanges before={change.before} after={change.after} />
    </>
  )
}

/** In each changed field what stood there and what stands, the words marked. */
export function FieldChanges({ before, after }: { before: OwnRow; after: OwnRow }) {
  const t = useWords(historyWords)
  const say = useSaying()
  return wordsChanged(before, after).map((field) => (
    <p key={field} className={classes.field}>
      {t(`field.${field}`)}: <Marked before={say(field, before)} after={say(field, after)} />
    </p>
  ))
}

function useSaying() {
  const t = useWords(historyWords)
  const say = useWords(rowWords)
  const [language] = useLanguage()
  return (field: RowField, of: OwnRow): string => {
    if (field === 'period') return of.period ? sayPeriod(of.period, language) : t('history.empty')
    if (field === 'proof') return of.proof.map((one) => say(`proof.${one}`)).join('; ') || t('history.empty')
    if (field === 'supportsActivityId') return t(of.supportsActivityId ? 'history.tied' : 'history.untied')
    return of[field] || t('history.empty')
  }
}
