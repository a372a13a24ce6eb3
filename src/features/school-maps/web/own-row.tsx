import { useWords } from '../../../web/use-words.ts'
import { words } from './map-words.ts'
import classes from './own-row.module.css'
import { ReadRow } from './read-row.tsx'
import { Comments } from './row-comments.tsx'
import type { RowProps } from './row-props.ts'
import { RowQuestion } from './row-question.tsx'
import { WrittenRow } from './written-row.tsx'

/** One row of the school's own, with what was said beside it. */
export function OwnRow(props: RowProps) {
  const t = useWords(words)
  const { view, row, number } = props
  const hasBeside = view.may.comment || view.comments.some((one) => one.activityId === row.activityId)
  return (
    <article
      className={classes.row}
      data-alone={!hasBeside}
      data-removed={row.removed}
      aria-label={`${number} ${row.title}`}
    >
      <div className={classes.body}>
        <RowQuestion view={view} row={row} onBehalf={props.onBehalf} />
        {view.may.write && !row.removed ? <WrittenRow {...props} /> : <ReadRow {...props} />}
        {row.onBehalf ? (
          <p className={classes.soft}>{t('note.onBehalf', { way: t(`behalf.${row.onBehalf}`) })}</p>
        ) : null}
      </div>
      {hasBeside ? (
        <aside className={classes.beside} aria-label={`${t('comments.title')}: ${number}`}>
          <Comments view={view} activityId={row.activityId} />
        </aside>
      ) : null}
    </article>
  )
}
