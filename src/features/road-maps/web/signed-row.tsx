import { useWords } from '../../../web/use-words.ts'
import type { ParsedActivity, ParsedRoadMap } from '../order.ts'
import { useImport } from './import-context.ts'
import { words } from './import-words.ts'
import classes from './signed-row.module.css'

/** A row as it was signed: never corrected, only shown. */
export function SignedRow({ rowKey }: { rowKey: string }) {
  const t = useWords(words)
  const { view, understanding } = useImport()
  if (rowKey.startsWith('new-')) return <p className={classes.absent}>{t('source.none')}</p>
  const row = signedAt(view.signed, rowKey)
  if (!row) return <p className={classes.absent}>{t(understanding.nextYear ? 'source.carried' : 'source.template')}</p>
  const cells: [string, string | null][] = [
    [t('field.period'), row.period?.text ?? null],
    [t('field.executors'), row.executors?.text ?? null],
    [t('field.expectedResult'), row.expectedResult],
    [t('field.targetGroups'), row.targetGroups.length > 0 ? row.targetGroups.join(', ') : null],
  ]
  return (
    <div className={classes.signed} lang="ru">
      <p className={classes.title}>
        <b>{row.number}</b> {row.title}
      </p>
      <dl>
        {cells.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd data-empty={value === null}>{value ?? '—'}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function signedAt(signed: ParsedRoadMap | null, key: string): ParsedActivity | undefined {
  const [section, row] = key.split('.').map(Number)
  return signed?.sections[section ?? -1]?.activities[row ?? -1]
}
