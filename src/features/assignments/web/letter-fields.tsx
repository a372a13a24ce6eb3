import { TextInput } from '@mantine/core'
import { isDay } from '../../../kernel/day.ts'
import { DayInput } from '../../../web/day-input.tsx'
import { FileDrop } from '../../../web/file-drop.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { MAX_FILE_BYTES } from '../../files/contract.ts'
import { assignments } from './client.ts'
import type { TaskDraft } from './task-draft.ts'
import classes from './task-panel.module.css'
import { words } from './task-words.ts'

type Props = { value: TaskDraft; onChange: (change: Partial<TaskDraft>) => void }

const rule = { endings: [], maxBytes: MAX_FILE_BYTES }

/** Where the task comes from: the incoming letter's number, date, sender and file. */
export function LetterFields({ value, onChange }: Props) {
  const t = useWords(words)
  const keep = useChange(assignments.keepLetterFile, {
    onDone: (file) => onChange({ fileId: file.id, fileName: file.name }),
    refreshes: [],
  })
  return (
    <div className={classes.form}>
      <TextInput
        label={t('form.letter.number')}
        value={value.number}
        onChange={(event) => onChange({ number: event.currentTarget.value })}
      />
      <DayInput
        label={t('form.letter.signedOn')}
        value={isDay(value.signedOn) ? value.signedOn : null}
        onChange={(day) => onChange({ signedOn: day ?? '' })}
      />
      <TextInput
        label={t('form.letter.sender')}
        value={value.sender}
        onChange={(event) => onChange({ sender: event.currentTarget.value })}
      />
      {value.fileId ? (
        <p>{t('form.letter.kept', { name: value.fileName })}</p>
      ) : (
        <FileDrop
          label={t('form.letter.file')}
          rule={rule}
          onFile={(file) => keep.run({ name: file.name }, file)}
          takesPhotos
          isPending={keep.isPending}
          progress={keep.progress}
          refusal={keep.refusal}
          onRetry={keep.retry}
        />
      )}
    </div>
  )
}
