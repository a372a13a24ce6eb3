import { Textarea } from '@mantine/core'
import { ConfirmDialog } from '../../../web/confirm-dialog.tsx'
import { useDraft } from '../../../web/draft.ts'
import { Notice } from '../../../web/notice.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import type { ProgrammeView } from '../contract.ts'
import { programmesWords } from '../screen-words.ts'
import classes from './close-project.module.css'
import { programmesClient } from './programmes-client.ts'

type Props = { project: ProgrammeView; isOpen: boolean; onClose: () => void }

/** Closes an open project, or opens a closed one again; a reason goes with either. */
export function CloseProject({ project, isOpen, onClose }: Props) {
  const t = useWords(programmesWords)
  const { id, rowVersion, closedAt } = project
  const way = closedAt === null ? 'close' : 'reopen'
  const draft = useDraft(`${way}-project.${id}`, '')
  const onDone = () => {
    draft.clear()
    onClose()
  }
  const close = useChange(programmesClient.closeProgramme, { onDone })
  const reopen = useChange(programmesClient.reopenProgramme, { onDone })
  const change = way === 'close' ? close : reopen
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={t(`${way}.title`)}
      confirm={t(`${way}.menu`)}
      isPending={change.isPending}
      refusal={change.refusal}
      onCancel={onClose}
      onConfirm={() => change.run({ id, rowVersion, reason: draft.value.trim() })}
    >
      <p>{t(`${way}.text`)}</p>
      <Textarea
        label={t(`${way}.reason`)}
        description={way === 'close' ? t('close.reason.hint') : undefined}
        autosize
        minRows={2}
        value={draft.value}
        onChange={(event) => draft.set(event.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}

/** Says that a project is only read by now; nothing while it is open. */
export function ClosedProject({ project }: { project: ProgrammeView | undefined }) {
  const t = useWords(programmesWords)
  const format = useFormat()
  if (!project?.closedAt) return null
  const { closedAt, closedBy, closedReason: reason } = project
  return (
    <div className={classes.closed}>
      <Notice>
        {t('closed.note', { day: format.moment(closedAt), who: closedBy ?? '—' })}{' '}
        {reason === '' ? null : t('closed.reason', { reason: reason.replace(/\.$/, '') })}
      </Notice>
    </div>
  )
}
