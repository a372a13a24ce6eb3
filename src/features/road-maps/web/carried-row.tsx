import { useWords } from '../../../web/use-words.ts'
import { useImport } from './import-context.ts'
import classes from './next-year-summary.module.css'
import { words } from './next-year-words.ts'

const NAMED = 3

/** What a row brings along from the old year: who has not finished it, and the term that it had. */
export function CarriedRow({ rowKey }: { rowKey: string }) {
  const t = useWords(words)
  const { understanding } = useImport()
  const carried = understanding.nextYear
  const names = carried?.unfinished.find((one) => one.key === rowKey)?.names ?? []
  const before = carried?.terms.find((one) => one.key === rowKey)?.before
  if (names.length === 0 && !before) return null
  const shown = names.slice(0, NAMED).join(', ')
  const more = names.length - NAMED
  return (
    <div className={classes.row}>
      {before ? <p>{t('row.term', { text: before })}</p> : null}
      {names.length > 0 ? (
        <p>
          {more > 0 ? t('row.unfinished.more', { names: shown, count: more }) : t('row.unfinished', { names: shown })}
        </p>
      ) : null}
    </div>
  )
}
