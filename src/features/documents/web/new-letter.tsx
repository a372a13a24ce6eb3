import { Textarea, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { isDay } from '../../../kernel/day.ts'
import { DayInput } from '../../../web/day-input.tsx'
import { useDraft } from '../../../web/draft.ts'
import { FileDrop } from '../../../web/file-drop.tsx'
import { SidePanel } from '../../../web/side-panel.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { MAX_FILE_BYTES } from '../../files/contract.ts'
import { documents } from './client.ts'
import classes from './documents.module.css'
import { paths } from './paths.ts'
import { words } from './words.ts'

const empty = { sender: '', title: '', number: '', date: '', dueOn: '', dueTime: '' }
const rule = { endings: [], maxBytes: MAX_FILE_BYTES }

/** A letter from above: its own number and date, and the file; typed things survive a reload. */
export function NewLetter({ onClose }: { onClose: () => void }) {
  const t = useWords(words)
  const navigate = useNavigate()
  const { value, set, clear } = useDraft('document.letter', empty)
  const [isAsked, setAsked] = useState(false)
  const change = (part: Partial<typeof empty>) => set({ ...value, ...part })
  const receive = useChange(documents.receiveLetter, {
    onDone: ({ id }) => {
      clear()
      navigate({ to: paths.document(id) })
    },
  })
  const isReady = value.sender.trim() !== '' && value.title.trim() !== ''
  const take = (file: File) => {
    setAsked(!isReady)
    if (!isReady) return
    const { sender, title, number } = value
    const days = { ...(isDay(value.date) && { date: value.date }), ...(isDay(value.dueOn) && { dueOn: value.dueOn }) }
    const time = /^([01]\d|2[0-3]):[0-5]\d$/.test(value.dueTime) ? { dueTime: value.dueTime } : {}
    receive.run({ name: file.name, sender, title, number, ...days, ...time }, file)
  }
  return (
    <SidePanel isOpen title={t('letter.title')} onClose={onClose}>
      <div className={classes.panel}>
        <p className={classes.soft}>{t('letter.lead')}</p>
        <TextInput
          label={t('letter.sender')}
          required
          value={value.sender}
          error={isAsked && value.sender.trim() === '' ? t('letter.need') : null}
          onChange={(event) => change({ sender: event.currentTarget.value })}
        />
        <Textarea
          label={t('letter.about')}
          required
          autosize
          minRows={2}
          value={value.title}
          error={isAsked && value.title.trim() === '' ? t('letter.need') : null}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        <div className={classes.pair}>
          <TextInput
            label={t('letter.number')}
            value={value.number}
            onChange={(event) => change({ number: event.currentTarget.value })}
          />
          <DayInput
            label={t('letter.date')}
            value={isDay(value.date) ? value.date : null}
            onChange={(day) => change({ date: day ?? '' })}
          />
          <DayInput
            label={t('letter.due')}
            value={isDay(value.dueOn) ? value.dueOn : null}
            onChange={(day) => change({ dueOn: day ?? '' })}
          />
          <TextInput
            label={t('letter.time')}
            placeholder="16:00"
            value={value.dueTime}
            onChange={(event) => change({ dueTime: event.currentTarget.value })}
          />
        </div>
        <FileDrop
          label={t('letter.file')}
          rule={rule}
          onFile={take}
          takesPhotos
          isPending={receive.isPending}
          progress={receive.progress}
          refusal={receive.refusal}
          onRetry={receive.retry}
        />
      </div>
    </SidePanel>
  )
}
