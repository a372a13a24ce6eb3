import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import type { DifferenceView as Difference } from '../import-contract.ts'
import { ChangedRow } from './changed-row.tsx'
import { confirmWords } from './confirm-words.ts'
import classes from './difference-view.module.css'

/** Old and new beside each other: what a confirmation changes in the road map in force. */
export function DifferenceView({ difference }: { difference: Difference }) {
  const t = useWords(confirmWords)
  const format = useFormat()
  const { orderNumber: number, orderDate, revision, outcome, rows, schools } = difference
  const order = number && orderDate ? t('difference.order', { number, date: format.day(orderDate) }) : ''
  const changed = rows.filter((row) => row.kind !== 'same')
  const same = rows.length - changed.length
  return (
    <section className={classes.difference}>
      <h2>{t('difference.title')}</h2>
      <p>{t('difference.now', { revision, order })}</p>
      <p>
        <strong>{t(`difference.${outcome}`)}</strong>
      </p>
      {changed.map((row) => (
        <ChangedRow key={`${row.kind} ${row.number} ${row.title}`} row={row} />
      ))}
      {same > 0 ? <p>{t('difference.same', { count: same })}</p> : null}
      {schools.length > 0 ? (
        <>
          <h3>{t('difference.schools')}</h3>
          <ul>
            {schools.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      ) : null}
      {outcome === 'identical' ? null : <p className={classes.kept}>{t('difference.kept')}</p>}
    </section>
  )
}
