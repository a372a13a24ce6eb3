import { type ReactNode, useState } from 'react'
import * as z from 'zod'
import { useUrlState } from '../../../web/use-url-state.ts'
import { useWords } from '../../../web/use-words.ts'
import { SignedScan } from '../../scans/web/signed-scan.tsx'
import type { SourcePlace } from '../source-places.ts'
import { imports } from './client.ts'
import { useImport } from './import-context.ts'
import { takeMorePages } from './more-pages.ts'
import classes from './source-side.module.css'
import { sourceWords } from './source-words.ts'
import { TextPane } from './text-pane.tsx'

const sides = ['rows', 'text', 'scan'] as const
export type Side = (typeof sides)[number]

const Address = z.object({ side: z.enum(sides).optional().catch(undefined) })

/** What stands beside the understanding: each row's own words, the whole text, or the signed scan. Kept in the address. */
export function useSide() {
  const { view } = useImport()
  const [{ side }, change] = useUrlState(Address)
  const possible = sides.filter((one) => (one === 'text' ? view.source.length > 0 : one === 'scan' || !view.isScan))
  const usual: Side = view.isScan ? 'scan' : 'rows'
  const chosen = side && possible.includes(side) ? side : usual
  return { side: chosen, possible, choose: (to: Side) => change({ side: to === usual ? undefined : to }) }
}

type ChoiceProps = { side: Side; possible: readonly Side[]; onChoose: (side: Side) => void }

/** «Строки · Текст · Подписанный скан». */
export function SideChoice({ side, possible, onChoose }: ChoiceProps) {
  const t = useWords(sourceWords)
  if (possible.length < 2) return null
  return (
    <fieldset className={classes.choice}>
      <legend className="hidden-visually">{t('side.choice')}</legend>
      {possible.map((one) => (
        <button key={one} type="button" aria-pressed={one === side} onClick={() => onChoose(one)}>
          {t(`side.${one}`)}
        </button>
      ))}
    </fieldset>
  )
}

type PanesProps = {
  side: Exclude<Side, 'rows'>
  /** The row in hand: its place in the text is marked. */
  place: SourcePlace | null
  onPlace: (place: SourcePlace) => void
  children: ReactNode
}

/** The source in a pane that stays while the rows scroll; on a phone above them, and folded at will. */
export function SourcePanes({ side, place, onPlace, children }: PanesProps) {
  const t = useWords(sourceWords)
  const { view } = useImport()
  const [isFolded, fold] = useState(false)
  return (
    <div className={classes.panes}>
      <aside className={classes.source} data-folded={isFolded} aria-label={t(`side.${side}`)}>
        <button type="button" className={classes.fold} aria-expanded={!isFolded} onClick={() => fold(!isFolded)}>
          {t(isFolded ? 'side.show' : 'side.fold')}
        </button>
        {side === 'text' ? (
          <TextPane blocks={view.source} place={place} onPlace={onPlace} />
        ) : (
          <SignedScan
            scanId={view.scanId}
            takeWaiting={() => takeMorePages(view.id)}
            lay={(file, options) => imports.layImportScan({ id: view.id, name: file.name }, options)}
          />
        )}
      </aside>
      <div className={classes.rows}>{children}</div>
    </div>
  )
}
