import { StateBadge } from '../../../web/state-mark.tsx'
import { TouchLines } from '../../../web/touch-lines.tsx'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import type { TaskView } from '../task-view.ts'
import { hasAnswered, worstOf } from './answered.ts'
import { words } from './task-words.ts'

type Props = { tasks: readonly TaskView[]; onOpen: (task: TaskView) => void }

/** Tasks on a phone: one under another, each opens by a touch. */
export function TaskLines({ tasks, onOpen }: Props) {
  const t = useWords(words)
  const format = useFormat()
  return (
    <TouchLines
      lines={tasks}
      keyOf={(task) => task.activityId}
      nameOf={(task) => task.text}
      markOf={(task) => (task.cancelled ? t('cancelled') : <StateBadge state={worstOf(task)} />)}
      notesOf={({ dueOn, dueTime, recipients }) => [
        `${format.dayShort(dueOn)} ${dueTime ?? ''}`.trim(),
        recipients.length > 1
          ? `${t('head.answered')}: ${recipients.filter(hasAnswered).length} / ${recipients.length}`
          : '',
      ]}
      onOpen={onOpen}
    />
  )
}
