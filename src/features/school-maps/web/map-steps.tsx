import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { OnBehalf } from '../../../kernel/on-behalf.ts'
import { announce } from '../../../web/announce.tsx'
import { ConfirmDialog } from '../../../web/confirm-dialog.tsx'
import type { MoreItem } from '../../../web/more-menu.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import type { MapView } from '../view.ts'
import { ApproveDialog } from './approve-dialog.tsx'
import { schoolMaps } from './client.ts'
import { CorrectDialog } from './correct-dialog.tsx'
import { words } from './map-words.ts'
import { ReturnDialog } from './return-dialog.tsx'

type Steps = { primary: ReactNode; more: MoreItem[]; dialogs: ReactNode }
type Asking = 'submit' | 'agree' | 'abandon' | 'return' | 'approve' | 'correct' | null

/** What can be done with the map now: one primary action by its state, its opposite beside it, the rest under «Ещё». */
export function useMapSteps(view: MapView, onBehalf: OnBehalf | null): Steps {
  const t = useWords(words)
  const [asking, setAsking] = useState<Asking>(null)
  const close = () => setAsking(null)
  const start = useChange(schoolMaps.startSchoolMap)
  const { may, revision, map } = view
  const place = { programmeId: view.programmeId, organisationId: view.school.id }
  const press = (step: Exclude<Asking, null>, isOff = false) => (
    <Button variant="filled" disabled={isOff} onClick={() => setAsking(step)}>
      {t(`step.${step}`)}
    </Button>
  )
  const primary = () => {
    if (may.start) {
      return (
        <Button variant="filled" loading={start.isPending} onClick={() => start.run({ ...place, onBehalf })}>
          {t('step.start')}
        </Button>
      )
    }
    if (may.agree) {
      return (
        <>
          {may.return ? <Button onClick={() => setAsking('return')}>{t('step.return')}</Button> : null}
          {press('agree')}
        </>
      )
    }
    if (may.write) return press('submit', !may.submit)
    if (may.approve) return press('approve')
    return may.correct ? press('correct') : null
  }
  return {
    primary: primary(),
    more: [
      ...(may.return && !may.agree ? [{ label: t('step.return'), onSelect: () => setAsking('return') }] : []),
      ...(may.abandon ? [{ label: t('step.abandon'), onSelect: () => setAsking('abandon') }] : []),
    ],
    dialogs: (
      <>
        <RefusalNote refusal={start.refusal} onRetry={start.retry} />
        {revision && (asking === 'submit' || asking === 'agree' || asking === 'abandon') ? (
          <Confirming step={asking} revision={revision} onBehalf={onBehalf} onClose={close} />
        ) : null}
        {revision && asking === 'return' ? <ReturnDialog revision={revision} onClose={close} /> : null}
        {revision && asking === 'approve' ? (
          <ApproveDialog revision={revision} onBehalf={onBehalf} onClose={close} />
        ) : null}
        {map && asking === 'correct' ? <CorrectDialog map={map} onBehalf={onBehalf} onClose={close} /> : null}
      </>
    ),
  }
}

type Props = {
  step: 'submit' | 'agree' | 'abandon'
  revision: NonNullable<MapView['revision']>
  onBehalf: OnBehalf | null
  onClose: () => void
}

/** The sentence before what the other side will see, or what is given up. */
function Confirming({ step, revision, onBehalf, onClose }: Props) {
  const t = useWords(words)
  const done = () => {
    announce(t(`step.${step}.done`))
    onClose()
  }
  const submit = useChange(schoolMaps.submitSchoolMap, { onDone: done })
  const agree = useChange(schoolMaps.agreeSchoolMap, { onDone: done })
  const abandon = useChange(schoolMaps.abandonMapCorrection, { onDone: done })
  const { id, rowVersion } = revision
  const change = { submit, agree, abandon }[step]
  const confirm = () => {
    if (step === 'agree') return agree.run({ id, rowVersion })
    return (step === 'submit' ? submit : abandon).run({ id, rowVersion, onBehalf })
  }
  return (
    <ConfirmDialog
      isOpen
      title={t(`step.${step}.question`)}
      confirm={t(`step.${step}`)}
      onConfirm={confirm}
      onCancel={onClose}
      isPending={change.isPending}
      refusal={change.refusal}
    >
      {t(`step.${step}.text`)}
    </ConfirmDialog>
  )
}
