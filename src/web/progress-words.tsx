import { Button } from '@mantine/core'
import classes from './progress-words.module.css'
import { useWords } from './use-words.ts'
import { words as shared } from './words.ts'

type Props = {
  /** What is being done: «читаю таблицу 2 из 3». */
  words: string
  /** From 0 to 1; null where nobody knows. */
  share: number | null
  onStop?: () => void
}

/** Long work says what it is doing, and can be stopped. */
export function ProgressWords({ words, share, onStop }: Props) {
  const t = useWords(shared)
  return (
    <div className={classes.progress}>
      <span role="status">{words}</span>
      <progress aria-label={words} {...(share === null ? {} : { value: share, max: 1 })} />
      {onStop ? <Button onClick={onStop}>{t('progress.stop')}</Button> : null}
    </div>
  )
}
