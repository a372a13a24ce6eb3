import { Button } from '@mantine/core'
import { type ComponentType, lazy, Suspense, useState } from 'react'
import * as z from 'zod'
import { Loading } from '../../../web/loading.tsx'
import { Notice } from '../../../web/notice.tsx'
import { useCall } from '../../../web/query.ts'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { SavedNote } from '../../../web/saved-note.tsx'
import { StaleNote } from '../../../web/stale-note.tsx'
import { useUrlState } from '../../../web/use-url-state.ts'
import { useWords } from '../../../web/use-words.ts'
import { imports } from './client.ts'
import { confirmWords } from './confirm-words.ts'
import { useImport } from './import-context.ts'
import classes from './import-steps.module.css'
import { words } from './import-words.ts'
import { type ImportStep, importSteps, stepLeft } from './left-step.ts'
import { UnderstandingStep } from './understanding-step.tsx'
import { CurrentUnderstanding } from './use-editing.ts'

// The later steps come when they are first opened.
const SchoolsStep = lazy(async () => ({ default: (await import('./schools-step.tsx')).SchoolsStep }))
const PartsStep = lazy(async () => ({ default: (await import('./parts-step.tsx')).PartsStep }))
const ConfirmStep = lazy(async () => ({ default: (await import('./confirm-step.tsx')).ConfirmStep }))

const bodies: Record<ImportStep, ComponentType<{ onDraft: () => void }>> = {
  rows: UnderstandingStep,
  schools: SchoolsStep,
  parts: PartsStep,
  confirm: ConfirmStep,
}

const Address = z.object({ step: z.enum(importSteps).optional().catch(undefined) })

/** The four steps from a reading to a road map; any may be opened at any time. */
export function ImportSteps({ onDraft }: { onDraft: () => void }) {
  const t = useWords(words)
  const { editing, view } = useImport()
  const [start] = useState(() => stepLeft(view.id))
  const [{ step = start }, change] = useUrlState(Address)
  const place = importSteps.indexOf(step)
  const next = importSteps[place + 1]
  const Body = bodies[step]
  const go = (to: ImportStep) => {
    change({ step: to })
    window.scrollTo({ top: 0 })
  }
  return (
    <>
      <nav className={classes.steps} aria-label={t('step.nav')}>
        <ol>
          {importSteps.map((one, index) => (
            <li key={one}>
              <button type="button" aria-current={one === step ? 'step' : undefined} onClick={() => go(one)}>
                <span className={classes.number}>{index + 1}</span> {t(`step.${one}`)}
              </button>
            </li>
          ))}
        </ol>
        <SavedNote at={editing.savedAt} />
      </nav>
      <div className={classes.notes}>
        {step === 'confirm' ? null : <StandingNote />}
        <Refusals />
      </div>
      <Suspense fallback={<Loading />}>
        <Body onDraft={onDraft} />
      </Suspense>
      {next ? (
        <div className={classes.next}>
          <Button variant="filled" onClick={() => go(next)}>
            {t('step.next', { name: t(`step.${next}`) })}
          </Button>
        </div>
      ) : null}
    </>
  )
}

/** Says at once that this road map is known already, and whether anything in it differs. */
function StandingNote() {
  const t = useWords(confirmWords)
  const { view } = useImport()
  const { data } = useCall(imports.compareImport, { id: view.id })
  if (!data?.difference) return null
  const { revision, outcome } = data.difference
  return (
    <Notice>
      {t('difference.now', { revision, order: '' })} {t(`difference.${outcome}`)}
    </Notice>
  )
}

function Refusals() {
  const { editing } = useImport()
  const { failed, refusal } = editing
  if (!refusal || !failed) return null
  if (!refusal.isStale && failed.field) return null
  if (!refusal.isStale) return <RefusalNote refusal={refusal} onRetry={() => editing.edit(failed)} />
  return (
    <StaleNote
      refusal={refusal}
      schema={CurrentUnderstanding}
      yours={`${failed.name}: ${failed.yours}`}
      show={(current) => `${failed.name}: ${failed.read(current.understanding)}`}
      onKeep={editing.keepMine}
      onTake={editing.takeTheirs}
    />
  )
}
