import { useSyncExternalStore } from 'react'
import { dayAt, isDay } from '../kernel/day.ts'
import { currentTime } from './clock.ts'
import classes from './print-header.module.css'
import { useFormat } from './use-format.ts'
import { useWords } from './use-words.ts'
import { words } from './words.ts'

/** On paper only: the product, the day and the address of the page as one small line. `Page` has it already. */
export function PrintHeader() {
  const t = useWords(words)
  const format = useFormat()
  const [address = '', today = ''] = useSyncExternalStore(onPrint, addressAndDay).split(' ')
  return (
    <div className={`print-only ${classes.header}`}>
      {t('product.name')} · {t('shell.printed', { day: isDay(today) ? format.day(today) : '' })} · {address}
    </div>
  )
}

function addressAndDay(): string {
  return `${window.location.href} ${dayAt(currentTime(), Intl.DateTimeFormat().resolvedOptions().timeZone)}`
}

function onPrint(listener: () => void): () => void {
  window.addEventListener('beforeprint', listener)
  return () => window.removeEventListener('beforeprint', listener)
}
