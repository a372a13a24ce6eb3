import { IconSearch } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useWords } from '../../../web/use-words.ts'
import { searchWords } from '../words.ts'
import type { Command } from './place-of.ts'
import classes from './search-button.module.css'

/** Comes when it is first opened. */
const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }))

/** The field of the top bar; Ctrl+K opens the same from anywhere. */
export function SearchButton({ commands }: { commands: readonly Command[] }) {
  const t = useWords(searchWords)
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      // The place of the key, because with Russian letters it writes «л».
      if (event.code !== 'KeyK' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
  return (
    <>
      <button type="button" className={classes.field} onClick={() => setOpen(true)}>
        <IconSearch size="var(--mark)" aria-hidden="true" />
        <span>{t('open')}</span>
        <kbd>{t('open.key')}</kbd>
      </button>
      {isOpen ? (
        <Suspense fallback={null}>
          <Palette commands={commands} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
