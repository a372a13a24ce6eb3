import classes from './loading.module.css'
import { useWords } from './use-words.ts'
import { words } from './words.ts'

/** Grey lines where the content will stand; unseen for the first 300 ms, so that quick answers do not flicker. */
export function Loading({ lines = 5 }: { lines?: number }) {
  const t = useWords(words)
  return (
    <div className={classes.loading} role="status">
      <span className="hidden-visually">{t('loading.word')}</span>
      {Array.from({ length: lines }, (_, line) => line).map((line) => (
        <div key={line} className={classes.line} />
      ))}
    </div>
  )
}
