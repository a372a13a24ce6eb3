import { useCall } from '../../../web/query.ts'
import { hrefOf } from '../../../web/send.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import { filesContract } from '../../files/contract.ts'
import type { TaskView } from '../task-view.ts'
import { assignments } from './client.ts'
import { words } from './task-words.ts'

/** «№ 03-02/417 от 17.04.2026, Министерство»: opens the file where there is one. */
export function TaskLetter({ letter }: { letter: NonNullable<TaskView['letter']> }) {
  const t = useWords(words)
  const format = useFormat()
  const line = t('letter.line', {
    number: letter.number ?? '—',
    day: letter.signedOn ? format.dayShort(letter.signedOn) : '—',
    sender: letter.sender ?? '—',
  })
  if (!letter.file) return <>{line}</>
  return (
    <a href={hrefOf(filesContract.openFile, { id: letter.file.id })} target="_blank" rel="noreferrer">
      {line}
    </a>
  )
}

/** The letter above a school's own answer. Draws nothing where the task came without one. */
export function LetterOfTask({ activityId }: { activityId: string }) {
  const t = useWords(words)
  const { data } = useCall(assignments.loadTask, { activityId })
  if (!data?.letter) return null
  return (
    <p>
      {t('panel.letter')}: <TaskLetter letter={data.letter} />
    </p>
  )
}
