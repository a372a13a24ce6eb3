import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Day } from '../../../kernel/day.ts'
import type { OnBehalf } from '../../../kernel/on-behalf.ts'
import { announce } from '../../../web/announce.tsx'
import { DayInput } from '../../../web/day-input.tsx'
import { Dialog } from '../../../web/dialog.tsx'
import { useDraft } from '../../../web/draft.ts'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { useMe } from '../../access/web/me.ts'
import type { RevisionView } from '../view.ts'
import { schoolMaps } from './client.ts'
import { words } from './map-words.ts'

type Props = { revision: RevisionView; onBehalf: OnBehalf | null; onClose: () => void }

/** Number and date of the director's order, typed in from the paper. */
export function ApproveDialog({ revision, onBehalf, onClose }: Props) {
  const t = useWords(words)
  const { today } = useMe()
  const draft = useDraft(`school-map.order.${revision.id}`, '')
  const [date, setDate] = useState<Day | null>(today)
  const approve = useChange(schoolMaps.approveSchoolMap, {
    onDone: () => {
      draft.clear()
      announce(t('step.approve.done'))
      onClose()
    },
  })
  const number = draft.value.trim()
  const send = () =>
    date &&
    approve.run({ id: revision.id, rowVersion: revision.rowVersion, orderNumber: number, orderDate: date, onBehalf })
  const actions = (
    <>
      <Button onClick={onClose}>{t('step.cancel')}</Button>
      <Button variant="filled" loading={approve.isPending} disabled={number === '' || !date} onClick={send}>
        {t('step.approve.save')}
      </Button>
    </>
  )
  return (
    <Dialog isOpen title={t('step.approve')} onClose={onClose} actions={actions}>
      <p>{t('step.approve.text')}</p>
      <TextInput
        label={t('step.approve.number')}
        value={draft.value}
        data-autofocus
        onChange={(event) => draft.set(event.currentTarget.value)}
      />
      <DayInput label={t('step.approve.date')} value={date} onChange={setDate} max={today} />
      <RefusalNote refusal={approve.refusal} onRetry={approve.retry} />
    </Dialog>
  )
}
