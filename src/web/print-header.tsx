import { useSyncExternalStore } from 'react'
import { dayAt, isDay } from '../kernel/day.ts'
import { currentTime } from './clock.ts'
import classes from './print-header.module.css'
import { useFormat } from './use-format.ts'
import { useWords } from './use-words.ts'
import { words } from './words.ts'

type Printing = { address: string; today: string }

/** What the paper says of its place and day: found when it is printed, so that drawing a screen does not wait for it. */
let printing: Printing = { address: '', today: '' }

/** On paper only: the product, the day and the address of the page as one small line. `Page` has it already. */
export function PrintHeader() {
  const t = useWords(words)
  const format = useFormat()
  const { address, today } = useSyncExternalStore(onPrint, () => printing)
  return (
    <div className={`print-only ${classes.header}`}>
      {t('product.name')} · {t('shell.printed', { day: isDay(today) ? format.day(today) : '' })} · {address}
    </div>
  )
}

function onPrint(listener: () => void): () => void {
  const note = () => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    printing = { address: window.location.href, today: dayAt(currentTime(), timeZone) }
    listener()
  }
  window.addEventListener('beforeprint', note)
  return () => window.removeEventListener('beforeprint', note)
}
