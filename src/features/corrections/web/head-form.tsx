import { Button } from '@mantine/core'
import { useState } from 'react'
import * as z from 'zod'
import { Dialog } from '../../../web/dialog.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { StaleNote } from '../../../web/stale-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import type { CorrectionView } from '../contract.ts'
import { groundsWords } from '../grounds-words.ts'
import { corrections } from './client.ts'
import classes from './correction-page.module.css'
import { words } from './correction-words.ts'
import { GroundsFields, givenGrounds, type TypedGrounds } from './grounds-fields.tsx'

const Current = z.object({ rowVersion: z.int(), reason: z.string(), basis: z.string() })

/** The reason as it stands, open to change. */
export function ChangeReason({ correction }: { correction: CorrectionView }) {
  const t = useWords(words)
  const say = useWords(groundsWords)
  const [draft, setDraft] = useState<TypedGrounds | null>(null)
  const { id, reason, basisKind, basis } = correction
  const save = useChange(corrections.describeCorrection, { onDone: () => setDraft(null) })
  const run = (rowVersion: number) => {
    const grounds = draft && givenGrounds(draft)
    if (grounds) save.run({ id, rowVersion, ...grounds })
  }
  return (
    <div className={classes.reason}>
      <p>
        {reason} ({say(`basis.${basisKind}`)}
        {basis ? `: ${basis}` : ''})
      </p>
      <Button size="compact-sm" variant="subtle" onClick={() => setDraft({ reason, basisKind, basis })}>
        {t('head.change')}
      </Button>
      <Dialog
        isOpen={draft !== null}
        title={t('head.change')}
        onClose={() => setDraft(null)}
        actions={
          <>
            <Button onClick={() => setDraft(null)}>{t('form.cancel')}</Button>
            <Button variant="filled" loading={save.isPending} onClick={() => run(correction.rowVersion)}>
              {t('head.save')}
            </Button>
          </>
        }
      >
        {draft ? (
          <div className={classes.form}>
            <GroundsFields value={draft} onChange={setDraft} isTried />
          </div>
        ) : null}
        <StaleNote
          refusal={save.refusal}
          schema={Current}
          yours={draft?.reason}
          show={(current) => current.reason}
          onKeep={(current) => run(current.rowVersion)}
          onTake={() => {
            save.reset()
            setDraft(null)
          }}
        />
        <RefusalNote refusal={save.refusal} onRetry={save.retry} />
      </Dialog>
    </div>
  )
}
