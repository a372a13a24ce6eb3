import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type * as z from 'zod'
import { Notice } from './notice.tsx'
import type { Refused } from './refused.ts'
import classes from './stale-note.module.css'
import { useWords } from './use-words.ts'
import { words } from './words.ts'

type Props<Current> = {
  refusal: Refused | null
  /** What `answer.current` is; the stale note is silent where it is something else. */
  schema: z.ZodType<Current>
  yours: ReactNode
  show: (current: Current) => ReactNode
  /** Write mine over it: take the row version from `current`. */
  onKeep: (current: Current) => void
  onTake: (current: Current) => void
}

/** A stale edit with both versions side by side; nothing is decided for the person. */
export function StaleNote<Current>({ refusal, schema, yours, show, onKeep, onTake }: Props<Current>) {
  const t = useWords(words)
  const parsed = refusal?.isStale ? schema.safeParse(refusal.answer.current) : null
  if (!parsed?.success) return null
  const current = parsed.data
  const actions = (
    <>
      <Button onClick={() => onKeep(current)}>{t('stale.keep')}</Button>
      <Button onClick={() => onTake(current)}>{t('stale.take')}</Button>
    </>
  )
  return (
    <Notice kind="warn" role="alert" title={t('stale.title')} actions={actions}>
      <dl className={classes.versions}>
        <div>
          <dt>{t('stale.yours')}</dt>
          <dd>{yours}</dd>
        </div>
        <div>
          <dt>{t('stale.current')}</dt>
          <dd>{show(current)}</dd>
        </div>
      </dl>
    </Notice>
  )
}
