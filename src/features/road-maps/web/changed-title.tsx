import { useWords } from '../../../web/use-words.ts'
import { ChangedWords } from './changed-fields.tsx'
import classes from './difference-view.module.css'
import { words } from './plan-words.ts'

/** What the map was called, and what a revision called it. */
export function ChangedTitle({ title }: { title: { before: string; after: string } }) {
  const t = useWords(words)
  return (
    <article className={classes.row}>
      <h3>{t('revision.title')}</h3>
      <ChangedWords changes={[{ name: t('revision.title.name'), ...title }]} />
    </article>
  )
}
