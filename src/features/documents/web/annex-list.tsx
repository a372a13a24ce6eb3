import { useWords } from '../../../web/use-words.ts'
import type { DocumentView } from '../view.ts'
import classes from './documents.module.css'
import { words } from './words.ts'

/** The annexes that the records filled. */
export function AnnexList({ annexes }: Pick<DocumentView, 'annexes'>) {
  const t = useWords(words)
  if (annexes.length === 0) return null
  return (
    <section className={classes.group}>
      <h2>{t('annex.title')}</h2>
      <ol className={classes.list}>
        {annexes.map(({ title, orientation, rows }) => (
          <li key={`${title} ${rows}`}>
            {title ?? t('annex.untitled')}
            {', '}
            <span className={classes.soft}>
              {t(`annex.${orientation}`)}, {t('annex.rows', { count: rows })}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
