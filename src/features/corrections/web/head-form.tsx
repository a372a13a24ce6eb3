import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import * as z from 'zod'
import { Dialog } from '../../../web/dialog.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { StaleNote } from '../../../web/stale-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import type { CorrectionView } from '../contract.ts'
import { type BasisKind, basisKinds } from '../correction.ts'
import { corrections } from './client.ts'
import classes from './correction-page.module.css'
import { words } from './correction-words.ts'

export type Head = { reason: string; basisKind: BasisKind; basis: string }
export const emptyHead: Head = { reason: '', basisKind: 'interview', basis: '' }

const SHORTEST = 3
const Current = z.object({ rowVersion: z.int(), reason: z.string(), basis: z.string() })

export function isReasonGiven({ reason }: Pick<Head, 'reason'>): boolean {
  return reason.trim().length >= SHORTEST
}

type Props = { value: Head; onChange: (value: Head) => void; isTried: boolean }

/** Why, and on what it rests. */
export function HeadFields({ value, onChange, isTried }: Props) {
  const t = useWords(words)
  return (
    <>
      <Textarea
        label={t('head.reason')}
        description={t('head.reason.hint')}
        required
        autosize
        minRows={2}
        value={value.reason}
        error={isTried && !isReasonGiven(value) ? t('head.reason.error') : null}
        onChange={(event) => onChange({ ...value, reason: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('head.basisKind')}
        value={value.basisKind}
        data={basisKinds.map((one) => ({ value: one, label: t(`basis.${one}`) }))}
        onChange={(event) => {
          const basisKind = basisKinds.find((one) => one === event.currentTarget.value)
          if (basisKind) onChange({ ...value, basisKind })
        }}
      />
      <TextInput
        label={t('head.basis')}
        description={t('head.basis.hint')}
        value={value.basis}
        onChange={(event) => onChange({ ...value, basis: event.currentTarget.value })}
      />
    </>
  )
}

/** The reason as it stands, open to change. */
export function ChangeReason({ correction }: { correction: CorrectionView }) {
  const t = useWords(words)
  const [draft, setDraft] = useState<Head | null>(null)
  const { id, reason, basisKind, basis } = correction
  const save = useChange(corrections.describeCorrection, { onDone: () => setDraft(null) })
  const run = (rowVersion: number) => draft && isReasonGiven(draft) && save.run({ id, rowVersion, ...draft })
  return (
    <div className={classes.reason}>
      <p>
        {reason} ({t(`basis.${basisKind}`)}
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
            <HeadFields value={draft} onChange={setDraft} isTried />
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
