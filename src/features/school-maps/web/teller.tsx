import { NativeSelect } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { type OnBehalf, onBehalfWays } from '../../../kernel/on-behalf.ts'
import { useWords } from '../../../web/use-words.ts'
import type { MapView } from '../view.ts'
import classes from './map-page.module.css'
import { words } from './map-words.ts'

/** Whoever writes for a school says once how the school told it, and every field is saved with that. */
export function useTeller({ may }: Pick<MapView, 'may'>): { onBehalf: OnBehalf | null; field: ReactNode } {
  const t = useWords(words)
  const [way, setWay] = useState<OnBehalf>('letter')
  if (!may.onBehalf) return { onBehalf: null, field: null }
  const isAsked = may.start || may.write || may.approve || may.correct || may.answer
  const field = isAsked ? (
    <div className={classes.teller}>
      <span>{t('behalf.title')}</span>
      <NativeSelect
        aria-label={t('behalf.label')}
        value={way}
        onChange={(event) => setWay(onBehalfWays.find((one) => one === event.currentTarget.value) ?? 'letter')}
        data={onBehalfWays.map((one) => ({ value: one, label: t(`behalf.${one}`) }))}
      />
    </div>
  ) : null
  return { onBehalf: way, field }
}
