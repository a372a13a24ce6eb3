import { IconBulb } from '@tabler/icons-react'
import { dotted, isDay } from '../../../kernel/day.ts'
import { useWords } from '../../../web/use-words.ts'
import type { MapView, RowView } from '../view.ts'
import { words } from './map-words.ts'
import classes from './own-row.module.css'

/** Advice to the author: it is hers alone, and stops nothing. */
export function RowAdvice({ view, row }: { view: MapView; row: RowView }) {
  const t = useWords(words)
  const given = view.advice.filter((one) => one.activityId === row.activityId)
  if (given.length === 0) return null
  return (
    <div className={classes.advice}>
      <IconBulb size="var(--icon)" aria-hidden="true" />
      <div>
        <p className={classes.soft}>{t('advice.title')}</p>
        <ul>
          {given.map(({ kind, words: about }) => (
            <li key={kind}>{t(`advice.${kind}`, { words: isDay(about) ? dotted(about) : about })}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}
