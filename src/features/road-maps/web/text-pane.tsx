import { useEffect, useRef } from 'react'
import { useWords } from '../../../web/use-words.ts'
import type { SourceBlock } from '../order.ts'
import type { SourcePlace } from '../source-places.ts'
import { words } from './import-words.ts'
import { SourceBlocks } from './source-blocks.tsx'
import classes from './text-pane.module.css'

type Props = {
  blocks: readonly SourceBlock[]
  place: SourcePlace | null
  onPlace: (place: SourcePlace) => void
}

/** The whole text; the place of the row in hand is marked and scrolled to, and a click on a place takes its row in hand. */
export function TextPane({ blocks, place, onPlace }: Props) {
  const t = useWords(words)
  const pane = useRef<HTMLElement>(null)
  useEffect(() => {
    const marked = place && pane.current?.querySelector<HTMLElement>('[data-marked="true"]')
    if (!marked || !pane.current) return
    const box = pane.current.getBoundingClientRect()
    const { top, height } = marked.getBoundingClientRect()
    pane.current.scrollBy({ top: top - box.top - (box.height - height) / 2, behavior: 'smooth' })
  }, [place])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section ref={pane} className={classes.pane} tabIndex={0} aria-label={t('source.whole')}>
      <SourceBlocks blocks={blocks} mark={{ place, onPlace }} />
    </section>
  )
}
