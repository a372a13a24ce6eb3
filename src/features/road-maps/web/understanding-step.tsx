import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { audiences } from '../../../kernel/proof.ts'
import { useShownPlace } from '../../../web/use-shown-place.ts'
import { useWords } from '../../../web/use-words.ts'
import { placeFindings } from '../findings-of-rows.ts'
import { rowWords } from '../row-words.ts'
import { isSamePlace, placeOf, type SourcePlace } from '../source-places.ts'
import type { UnderstoodSection } from '../understanding.ts'
import { AddRow } from './add-row.tsx'
import { AddSection } from './add-section.tsx'
import { imports } from './client.ts'
import { FindingsSummary } from './findings-summary.tsx'
import { HeadRow } from './head-row.tsx'
import { useImport } from './import-context.ts'
import { words } from './import-words.ts'
import { NextYearSummary } from './next-year-summary.tsx'
import { SideChoice, SourcePanes, useSide } from './source-side.tsx'
import classes from './understanding-step.module.css'
import { UnderstoodRow } from './understood-row.tsx'

/** The paper at the left, our understanding at the right, row by row, with what must be decided between them. */
export function UnderstandingStep({ onDraft }: { onDraft: () => void }) {
  const t = useWords(words)
  const { view, understanding } = useImport()
  const { side, possible, choose } = useSide()
  const [active, setActive] = useState<string | null>(null)
  useShownPlace()
  const placed = placeFindings(view.findings, view.signed)
  const rows = understanding.sections.flatMap((section) => section.activities)
  const inHand = rows.find((row) => row.key === active)
  const show = (place: string) => {
    setActive(place)
    const element = document.getElementById(`place-${place}`)
    element?.scrollIntoView({ block: 'center', behavior: 'smooth' })
    element?.focus({ preventScroll: true })
  }
  const showRowAt = (place: SourcePlace) => {
    const found = rows.find((row) => isSamePlace(placeOf(row), place))
    if (found) show(found.key)
  }
  const showInText = (key: string) => {
    choose('text')
    requestAnimationFrame(() => show(key))
  }
  const body = (
    <div className={classes.sides}>
      {side === 'rows' ? (
        <div className={classes.heads} aria-hidden="true">
          <span>{t('source.title')}</span>
          <span>{t('understood.title')}</span>
        </div>
      ) : null}
      <HeadRow findings={placed.general} isActive={active === 'head'} hasSigned={side === 'rows'} />
      {understanding.sections.map((section, place) => (
        <section key={sectionKey(section, place)} aria-label={section.title ?? t('section.none')}>
          <SectionHead section={section} place={place} />
          {section.activities.map((row) => (
            <UnderstoodRow
              key={row.key}
              row={row}
              findings={placed.byRow.get(row.key) ?? []}
              isActive={active === row.key}
              onActive={() => setActive(row.key)}
              hasSigned={side === 'rows'}
              onShow={possible.includes('text') && placeOf(row) ? () => showInText(row.key) : null}
            />
          ))}
          <AddRow section={place} />
        </section>
      ))}
      {view.signed ? null : <AddSection />}
    </div>
  )
  return (
    <>
      <NextYearSummary onShow={show} />
      <FindingsSummary placed={placed} onShow={show} onDraft={onDraft} />
      <SideChoice side={side} possible={possible} onChoose={choose} />
      {side === 'rows' ? (
        body
      ) : (
        <SourcePanes side={side} place={inHand ? placeOf(inHand) : null} onPlace={showRowAt}>
          {body}
        </SourcePanes>
      )}
    </>
  )
}

function SectionHead({ section, place }: { section: UnderstoodSection; place: number }) {
  const t = useWords(words)
  const say = useWords(rowWords)
  const { editing } = useImport()
  const name = t('section.audience')
  return (
    <div className={classes.section}>
      <h2>
        {section.number ? `${section.number}. ` : ''}
        {section.title ?? t('section.none')}
      </h2>
      <NativeSelect
        aria-label={name}
        value={section.audience}
        data={audiences.map((one) => ({ value: one, label: say(`audience.${one}`) }))}
        onChange={(event) => {
          const audience = audiences.find((one) => one === event.currentTarget.value)
          if (!audience) return
          editing.edit({
            send: (edit) => imports.changeSection({ ...edit, section: String(place), audience }),
            name,
            yours: say(`audience.${audience}`),
            read: ({ sections }) => say(`audience.${sections[place]?.audience ?? 'unknown'}`),
          })
        }}
      />
    </div>
  )
}

function sectionKey(section: UnderstoodSection, place: number): string {
  return `${place} ${section.number ?? ''}`
}
