import { useSyncExternalStore } from 'react'
import { dayAt } from '../kernel/day.ts'
import classes from './print-header.module.css'
import { useFormat } from './use-format.ts'
import { useWords } from './use-words.ts'
import { words } from './words.ts'

/** On paper only: the product, the day and the address of the page as one small line. `Page` has it already. */
export function PrintHeader() {
  const t = useWords(words)
  const format = useFormat()
  const address = useSyncExternalStore(onPrint, () => window.location.href)
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <div className={`print-only ${classes.header}`}>
      {t('product.name')} · {t('shell.printed', { day: format.day(dayAt(new Date(), zone)) })} · {address}
    </div>
  )
}

function onPrint(listener: () => void): () => void {
  window.addEventListener('beforeprint', listener)
  return () => window.removeEventListener('beforeprint', listener)
}
