import { useWords } from '../../../web/use-words.ts'
import type { ComparisonKind, FieldChange } from '../compare-revisions.ts'
import { ChangedFields } from './changed-fields.tsx'
import { confirmWords } from './confirm-words.ts'
import classes from './difference-view.module.css'

type Row = { kind: ComparisonKind; number: string | null; title: string; changes: readonly FieldChange[] }

/** A row that came, changed or went, and what of it changed. */
export function ChangedRow({ row: { kind, number, title, changes } }: { row: Row }) {
  const t = useWords(confirmWords)
  if (kind === 'same') return null
  return (
    <article className={classes.row}>
      <h3>
        {number} {title} <span className={classes.kind}>{t(`difference.${kind}`)}</span>
      </h3>
      {changes.length > 0 ? <ChangedFields changes={changes} /> : null}
    </article>
  )
}
