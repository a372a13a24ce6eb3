import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useLanguage } from '../../../web/language.ts'
import { MoreMenu } from '../../../web/more-menu.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useWords } from '../../../web/use-words.ts'
import { rowWords } from '../../road-maps/row-words.ts'
import { sayPeriod } from '../../road-maps/say-period.ts'
import { wordsChanged } from '../own-row-fields.ts'
import type { RowView } from '../view.ts'
import { words } from './map-words.ts'
import classes from './own-row.module.css'
import { paths } from './paths.ts'
import { FieldChanges } from './row-changes.tsx'
import type { RowProps } from './row-props.ts'
import { supportedTitle } from './supported.ts'
import { useRowSaving } from './use-row-saving.ts'

/** A row that is only read; one that was taken out may be brought back while the map is written. */
export function ReadRow({ view, row, number, onBehalf, onHistory }: RowProps) {
  const t = useWords(words)
  const say = useWords(rowWords)
  const [language] = useLanguage()
  const saving = useRowSaving(row, onBehalf)
  const change = changeOf(view, row)
  const facts = [
    { term: t('row.cause'), value: row.cause },
    { term: t('row.period'), value: row.period && sayPeriod(row.period, language) },
    { term: t('row.responsible'), value: row.responsible },
    { term: t('row.indicator'), value: row.indicator },
    { term: t('row.expectedResult'), value: row.expectedResult },
    { term: t('row.proof'), value: row.proof.map((one) => say(`proof.${one}`)).join('; ') },
    { term: t('row.supports'), value: supportedTitle(view, row) },
  ]
  return (
    <>
      <div className={classes.head}>
        <h3 className={classes.title}>
          <span className={classes.number}>{number}</span> {row.title || t('row.empty')}
          {row.removed ? <span className={classes.removed}>{t('row.removed')}</span> : null}
          {change ? <span className={classes.changed}>{t(`row.${change.kind}`)}</span> : null}
        </h3>
        <MoreMenu look="plain" items={[{ label: t('row.history'), onSelect: () => onHistory(row, number) }]} />
      </div>
      {change?.before ? <FieldChanges before={change.before} after={row} /> : null}
      <dl className={classes.facts}>
        {facts
          .filter(({ value }) => value)
          .map(({ term, value }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {view.revision?.status === 'approved' ? (
        <Link to={paths.matrix} search={{ project: view.programmeId, cell: `${row.activityId}.${view.school.id}` }}>
          {t('row.standing')}
        </Link>
      ) : null}
      {view.may.write && row.removed ? (
        <div>
          <Button loading={saving.isPending} onClick={() => saving.save({ removed: false }, { removed: true })}>
            {t('row.restore')}
          </Button>
          <RefusalNote refusal={saving.refusal} />
        </div>
      ) : null}
    </>
  )
}

/** What the open correction does to a row that stays; a row that is taken out says so itself. */
function changeOf({ former }: RowProps['view'], row: RowView) {
  if (!former || row.removed) return null
  const before = former.find((one) => one.activityId === row.activityId)
  if (!before) return { kind: 'added' as const, before: null }
  return wordsChanged(before, row).length > 0 ? { kind: 'changed' as const, before } : null
}
