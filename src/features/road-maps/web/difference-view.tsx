import { assignmentParts, partyClasses } from '../../../kernel/part.ts'
import { audiences, holders, proofKinds } from '../../../kernel/proof.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import type { DifferenceView as Difference } from '../import-contract.ts'
import { rowWords } from '../row-words.ts'
import { confirmWords } from './confirm-words.ts'
import classes from './difference-view.module.css'

type Row = Difference['rows'][number]

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

function ChangedRow({ row }: { row: Row }) {
  const t = useWords(confirmWords)
  const say = useWords(rowWords)
  if (row.kind === 'same') return null
  return (
    <article className={classes.row}>
      <h3>
        {row.number} {row.title} <span className={classes.kind}>{t(`difference.${row.kind}`)}</span>
      </h3>
      {row.changes.length > 0 ? (
        <div className={classes.scroll}>
          <table>
            <thead>
              <tr>
                <td />
                <th scope="col">{t('difference.was')}</th>
                <th scope="col">{t('difference.becomes')}</th>
              </tr>
            </thead>
            <tbody>
              {row.changes.map(({ field, before, after }) => (
                <tr key={field}>
                  <th scope="row">{say(`field.${field}`)}</th>
                  <td>{inWords(field, before, say)}</td>
                  <td>{inWords(field, after, say)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </article>
  )
}

type Say = ReturnType<typeof useWords<typeof rowWords.ru>>

/** Codes of the wire in the words of the screen. */
function inWords(field: Row['changes'][number]['field'], value: string, say: Say): string {
  const codes = value.split(', ')
  if (field === 'parts') {
    return partyClasses
      .map((party, index) => {
        const part = assignmentParts.find((one) => one === codes[index]) ?? 'none'
        return `${say(`party.${party}`)} ${say(`part.${part}`)}`
      })
      .join(', ')
  }
  const said = codes.map((code) => {
    if (field === 'heldBy') return holders.flatMap((one) => (one === code ? [say(`heldBy.${one}`)] : []))
    if (field === 'proof') return proofKinds.flatMap((one) => (one === code ? [say(`proof.${one}`)] : []))
    if (field === 'audience') return audiences.flatMap((one) => (one === code ? [say(`audience.${one}`)] : []))
    return code
  })
  return said.flat().join(', ') || '—'
}
