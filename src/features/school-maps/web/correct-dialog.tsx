import { Button, Textarea, TextInput } from '@mantine/core'
import type { OnBehalf } from '../../../kernel/on-behalf.ts'
import { Dialog } from '../../../web/dialog.tsx'
import { useDraft } from '../../../web/draft.ts'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import type { MapView } from '../view.ts'
import { schoolMaps } from './client.ts'
import { words } from './map-words.ts'

type Props = { map: NonNullable<MapView['map']>; onBehalf: OnBehalf | null; onClose: () => void }

const SHORTEST = 3

/** A correction says why, and by what paper. */
export function CorrectDialog({ map, onBehalf, onClose }: Props) {
  const t = useWords(words)
  const draft = useDraft(`school-map.correct.${map.id}`, { reason: '', basis: '' })
  const correct = useChange(schoolMaps.correctSchoolMap, {
    onDone: () => {
      draft.clear()
      onClose()
    },
  })
  const { reason, basis } = draft.value
  const isReady = reason.trim().length >= SHORTEST
  const send = () => correct.run({ ...map, reason: reason.trim(), basis: basis.trim(), onBehalf })
  const actions = (
    <>
      <Button onClick={onClose}>{t('step.cancel')}</Button>
      <Button variant="filled" loading={correct.isPending} disabled={!isReady} onClick={send}>
        {t('step.correct.save')}
      </Button>
    </>
  )
  return (
    <Dialog isOpen title={t('step.correct')} onClose={onClose} actions={actions}>
      <p>{t('step.correct.text')}</p>
      <Textarea
        label={t('step.correct.reason')}
        description={t('step.correct.reason.hint')}
        autosize
        minRows={2}
        data-autofocus
        value={reason}
        onChange={(event) => draft.set({ reason: event.currentTarget.value, basis })}
      />
      <TextInput
        label={t('step.correct.basis')}
        description={t('step.correct.basis.hint')}
        value={basis}
        onChange={(event) => draft.set({ reason, basis: event.currentTarget.value })}
      />
      <RefusalNote refusal={correct.refusal} onRetry={correct.retry} />
    </Dialog>
  )
}
