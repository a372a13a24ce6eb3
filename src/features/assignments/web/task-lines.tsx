import { StateBadge } from '../../../web/state-mark.tsx'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import type { TaskView } from '../task-view.ts'
import { hasAnswered, worstOf } from './answered.ts'
import classes from './matrix-phone.module.css'
import { words } from './task-words.ts'

type Props = { tasks: readonly TaskView[]; onOpen: (task: TaskView) => void }

/** Tasks on a phone: one under another, each opens by a touch. */
export function TaskLines({ tasks, onOpen }: Props) {
  const t = useWords(words)
  const format = useFormat()
  return (
    <ul className={classes.lines}>
      {tasks.map((task) => (
        <li key={task.activityId}>
          <button type="button" className={classes.line} data-prints onClick={() => onOpen(task)}>
            <span>{task.text}</span>
            <span className={classes.foot}>
              {task.cancelled ? t('cancelled') : <StateBadge state={worstOf(task)} />}
              <span className={classes.due}>
                {format.dayShort(task.dueOn)} {task.dueTime ?? ''}
                {task.recipients.length > 1
                  ? ` · ${t('head.answered')}: ${task.recipients.filter(hasAnswered).length} / ${task.recipients.length}`
                  : ''}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
