import classes from './saved-note.module.css'
import { useFormat } from './use-format.ts'
import { useWords } from './use-words.ts'
import { words } from './words.ts'

type Props = { at: Date | string | null; isRestored?: boolean }

/** «Сохранено 14:02», or that a draft was brought back; an empty line otherwise, so that nothing jumps. */
export function SavedNote({ at, isRestored = false }: Props) {
  const t = useWords(words)
  const format = useFormat()
  const restored = isRestored ? t('form.restored') : ''
  return (
    <span className={classes.saved} role="status">
      {at ? t('form.saved', { time: format.clock(at) }) : restored}
    </span>
  )
}
