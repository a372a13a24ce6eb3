import { Button } from '@mantine/core'
import { useState } from 'react'
import { announce } from '../../../web/announce.tsx'
import { ConfirmDialog } from '../../../web/confirm-dialog.tsx'
import { DefinitionList } from '../../../web/definition-list.tsx'
import { Loaded } from '../../../web/loaded.tsx'
import { useCall } from '../../../web/query.ts'
import { SidePanel } from '../../../web/side-panel.tsx'
import { StateBadge } from '../../../web/state-mark.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import type { TaskView } from '../task-view.ts'
import { hasAnswered } from './answered.ts'
import type { CellKey } from './cell-key.ts'
import { assignments } from './client.ts'
import { TaskLetter } from './task-letter.tsx'
import classes from './task-panel.module.css'
import { words } from './task-words.ts'

type Props = { activityId: string; onClose: () => void; onOpen: (cell: CellKey) => void }

/** Who has answered a task; each line opens what was sent. */
export function TaskPanel({ activityId, onClose, onOpen }: Props) {
  const t = useWords(words)
  const found = useCall(assignments.loadTask, { activityId })
  const task = found.data
  return (
    <SidePanel
      isOpen
      title={t('title')}
      lead={task?.cancelled ? <p>{t('cancelled')}</p> : null}
      onClose={onClose}
      actions={task?.mayCancel ? <Cancelling task={task} /> : undefined}
    >
      <Loaded call={found}>{(one) => <Body task={one} onOpen={onOpen} />}</Loaded>
    </SidePanel>
  )
}

function Body({ task, onOpen }: { task: TaskView; onOpen: Props['onOpen'] }) {
  const t = useWords(words)
  const format = useFormat()
  const day = format.day(task.dueOn)
  const seen = (one: TaskView['recipients'][number]) => {
    if (one.isMoveAsked) return t('panel.moveAsked')
    if (one.movedTo && !hasAnswered(one)) return t('panel.moved', { day: format.day(one.movedTo) })
    if (one.seenAt) return t('panel.seen', { moment: format.moment(one.seenAt) })
    return hasAnswered(one) ? '' : t('panel.unseen')
  }
  return (
    <div className={classes.panel}>
      <p className={classes.text}>{task.text}</p>
      <DefinitionList
        items={[
          { term: t('panel.due'), value: task.dueTime ? t('panel.until', { day, time: task.dueTime }) : day },
          { term: t('panel.given'), value: format.moment(task.givenAt) },
          ...(task.letter ? [{ term: t('panel.letter'), value: <TaskLetter letter={task.letter} /> }] : []),
        ]}
      />
      <ul className={classes.recipients}>
        {task.recipients.map((one) => (
          <li key={one.organisationId}>
            <button
              type="button"
              className={classes.recipient}
              data-prints
              onClick={() => onOpen({ activityId: task.activityId, organisationId: one.organisationId })}
            >
              <span title={one.fullName}>{one.shortName}</span>
              <span className={classes.soft}>{seen(one)}</span>
              <StateBadge state={one.state} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Cancelling({ task }: { task: TaskView }) {
  const t = useWords(words)
  const [isAsking, setAsking] = useState(false)
  const cancel = useChange(assignments.cancelTask, {
    onDone: () => {
      announce(t('panel.cancel.done'))
      setAsking(false)
    },
  })
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('panel.cancel')}</Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('panel.cancel.title')}
        confirm={t('panel.cancel')}
        onConfirm={() => cancel.run({ activityId: task.activityId, rowVersion: task.rowVersion })}
        onCancel={() => setAsking(false)}
        isPending={cancel.isPending}
        refusal={cancel.refusal}
      >
        {t('panel.cancel.text')}
      </ConfirmDialog>
    </>
  )
}
