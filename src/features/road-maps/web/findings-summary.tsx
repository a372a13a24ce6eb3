import { Button } from '@mantine/core'
import { useWords } from '../../../web/use-words.ts'
import type { PlacedFinding, placeFindings } from '../findings-of-rows.ts'
import classes from './findings-summary.module.css'
import { useImport } from './import-context.ts'
import { words } from './import-words.ts'

type Props = {
  placed: ReturnType<typeof placeFindings>
  /** Brings the row (or the head of the order) into view. */
  onShow: (place: string) => void
  onDraft: () => void
}

/** All findings at once: how many, how many are decided, and a way to each. */
export function FindingsSummary({ placed, onShow, onDraft }: Props) {
  const t = useWords(words)
  const { view, understanding } = useImport()
  const decided = new Set(understanding.decisions.map((one) => one.finding))
  if (view.findings.length === 0) {
    return view.signed ? <p className={classes.line}>{t('findings.none')}</p> : null
  }
  const rows: { place: string; one: PlacedFinding }[] = [
    ...placed.general.map((one) => ({ place: 'head', one })),
    ...[...placed.byRow].flatMap(([place, list]) => list.map((one) => ({ place, one }))),
  ]
  const hasAmendments = understanding.decisions.some((one) => one.decision === 'amend')
  return (
    <details className={classes.summary}>
      <summary>
        <strong>{t('findings.count', { count: view.findings.length })}</strong>,{' '}
        {t('findings.left', { decided: decided.size, all: view.findings.length })}
      </summary>
      <ul>
        {rows.map(({ place, one: { index, finding } }) => (
          <li key={index} data-decided={decided.has(index)}>
            <button type="button" className={classes.place} onClick={() => onShow(place)}>
              {finding.where.activity
                ? t('findings.where.row', { number: finding.where.activity })
                : t(`findings.where.${finding.where.part}`)}
            </button>{' '}
            {finding.message}
          </li>
        ))}
      </ul>
      {hasAmendments ? <Button onClick={onDraft}>{t('amendments.show')}</Button> : null}
    </details>
  )
}
