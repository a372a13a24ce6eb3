import { Button } from '@mantine/core'
import { useState } from 'react'
import type { OnBehalf } from '../../../kernel/on-behalf.ts'
import { Dialog } from '../../../web/dialog.tsx'
import { useDraft } from '../../../web/draft.ts'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { GroundsFields, givenGrounds, noGrounds } from '../../corrections/web/grounds-fields.tsx'
import type { MapView } from '../view.ts'
import { schoolMaps } from './client.ts'
import { words } from './map-words.ts'

type Props = { map: NonNullable<MapView['map']>; onBehalf: OnBehalf | null; onClose: () => void }

/** A correction says why, and on what it rests. */
export function CorrectDialog({ map, onBehalf, onClose }: Props) {
  const t = useWords(words)
  const draft = useDraft(`school-map.correct.${map.id}`, noGrounds)
  const [isTried, setTried] = useState(false)
  const correct = useChange(schoolMaps.correctSchoolMap, {
    onDone: () => {
      draft.clear()
      onClose()
    },
  })
  const send = () => {
    setTried(true)
    const grounds = givenGrounds(draft.value)
    if (grounds) correct.run({ ...map, ...grounds, onBehalf })
  }
  const actions = (
    <>
      <Button onClick={onClose}>{t('step.cancel')}</Button>
      <Button variant="filled" loading={correct.isPending} onClick={send}>
        {t('step.correct.save')}
      </Button>
    </>
  )
  return (
    <Dialog isOpen title={t('step.correct')} onClose={onClose} actions={actions}>
      <p>{t('step.correct.text')}</p>
      <GroundsFields value={draft.value} onChange={draft.set} isTried={isTried} />
      <RefusalNote refusal={correct.refusal} onRetry={correct.retry} />
    </Dialog>
  )
}
