import { useLanguage } from '../../../web/language.ts'
import { useShownPlace } from '../../../web/use-shown-place.ts'
import { useWords } from '../../../web/use-words.ts'
import type { ActivityView } from '../contract.ts'
import { rowWords } from '../row-words.ts'
import { sayPeriod } from '../say-period.ts'
import classes from './plan-table.module.css'
import { words } from './plan-words.ts'

type Props = {
  activities: readonly ActivityView[]
  /** Opens the row's way through the revisions, where there were several. */
  onHistory?: (row: ActivityView) => void
}

/** What is to be done, by when, and what will prove it: one line an activity, on a phone one card. */
export function PlanTable({ activities, onHistory }: Props) {
  const t = useWords(words)
  const say = useWords(rowWords)
  const [language] = useLanguage()
  useShownPlace()
  return (
    <div className={classes.box}>
      <table className={classes.plan}>
        <thead>
          <tr>
            <th scope="col">{t('plan.activity')}</th>
            <th scope="col">{t('plan.period')}</th>
            <th scope="col">{t('plan.school')}</th>
            <th scope="col">{t('plan.proof')}</th>
          </tr>
        </thead>
        <tbody>
          {activities.map((row) => (
            <tr key={row.activityId} id={`place-${row.activityId}`} tabIndex={-1}>
              <th scope="row">
                {onHistory ? (
                  <button
                    type="button"
                    className={classes.number}
                    title={t('history.open', { number: row.number ?? row.title })}
                    aria-label={t('history.open', { number: row.number ?? row.title })}
                    onClick={() => onHistory(row)}
                  >
                    {row.number ?? '…'}
                  </button>
                ) : (
                  <b>{row.number}</b>
                )}{' '}
                {row.title}
              </th>
              <td data-label={t('plan.period')} title={row.period?.text}>
                {row.period ? sayPeriod(row.period, language) : t('plan.noPeriod')}
              </td>
              <td data-label={t('plan.school')}>{say(`part.${row.parts.school ?? 'none'}`)}</td>
              <td data-label={t('plan.proof')}>
                {row.parts.school === 'is-informed' ? '' : row.proof.map((one) => say(`proof.${one}`)).join('; ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
