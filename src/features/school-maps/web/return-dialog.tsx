import { Button, Textarea } from '@mantine/core'
import { announce } from '../../../web/announce.tsx'
import { Dialog } from '../../../web/dialog.tsx'
import { useDraft } from '../../../web/draft.ts'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import type { RevisionView } from '../view.ts'
import { schoolMaps } from './client.ts'
import { words } from './map-words.ts'

const SHORTEST = 3

/** The reason is compulsory: the school reads it word for word. */
export function ReturnDialog({ revision, onClose }: { revision: RevisionView; onClose: () => void }) {
  const t = useWords(words)
  const draft = useDraft(`school-map.return.${revision.id}`, '')
  const back = useChange(schoolMaps.returnSchoolMap, {
    onDone: () => {
      draft.clear()
      announce(t('step.return.done'))
      onClose()
    },
  })
  const reason = draft.value.trim()
  const send = () => back.run({ id: revision.id, rowVersion: revision.rowVersion, reason })
  const actions = (
    <>
      <Button onClick={onClose}>{t('step.cancel')}</Button>
      <Button variant="filled" loading={back.isPending} disabled={reason.length < SHORTEST} onClick={send}>
        {t('step.return')}
      </Button>
    </>
  )
  return (
    <Dialog isOpen title={t('step.return')} onClose={onClose} actions={actions}>
      <Textarea
        label={t('step.return.reason')}
        description={t('step.return.hint')}
        autosize
        minRows={3}
        data-autofocus
        value={draft.value}
        onChange={(event) => draft.set(event.currentTarget.value)}
      />
      <RefusalNote refusal={back.refusal} onRetry={back.retry} />
    </Dialog>
  )
}
