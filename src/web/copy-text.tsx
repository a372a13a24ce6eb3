import { Button } from '@mantine/core'
import { useEffect, useId, useRef, useState } from 'react'
import classes from './copy-text.module.css'
import { useWords } from './use-words.ts'
import { words } from './words.ts'

type Props = { label: string; text: string; rows?: number }

/** Text ready for a mail or a chat. Where the browser forbids copying (plain http), it selects and says Ctrl+C. */
export function CopyText({ label, text, rows = 6 }: Props) {
  const t = useWords(words)
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const [outcome, setOutcome] = useState<'copy.done' | 'copy.byHand' | null>(null)
  useEffect(() => {
    if (outcome !== 'copy.done') return
    const clock = setTimeout(() => setOutcome(null), 3000)
    return () => clearTimeout(clock)
  }, [outcome])
  const copy = async () => setOutcome((await copied(text, area.current)) ? 'copy.done' : 'copy.byHand')
  return (
    <div className={classes.copy}>
      <label htmlFor={id}>{label}</label>
      <textarea ref={area} id={id} className={classes.text} readOnly rows={rows} value={text} />
      <div className={classes.actions}>
        <Button onClick={copy}>{t('copy.button')}</Button>
        <span role="status">{outcome ? t(outcome) : null}</span>
      </div>
    </div>
  )
}

async function copied(text: string, area: HTMLTextAreaElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    area?.select()
    return document.execCommand('copy')
  }
}
