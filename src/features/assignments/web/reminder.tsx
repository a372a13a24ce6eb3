import { Button } from '@mantine/core'
import { useState } from 'react'
import { CopyText } from '../../../web/copy-text.tsx'
import { Dialog } from '../../../web/dialog.tsx'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import type { TodayLine } from '../today-view.ts'
import { Press } from './press.tsx'
import { words } from './today-words.ts'

/** «Напомнить»: whom, and a text ready for a letter or a chat; nothing is sent by itself. */
export function Reminder({ line, names }: { line: TodayLine; names: string }) {
  const t = useWords(words)
  const text = useReminderText(line)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="compact-sm" onClick={() => setOpen(true)}>
        {t('action.remind')}
      </Button>
      <Dialog
        isOpen={isOpen}
        title={t('remind.title')}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button onClick={() => setOpen(false)}>{t('remind.close')}</Button>
            <Press line={line} label={t('action.open')} />
          </>
        }
      >
        <p>{t('remind.whom', { names })}</p>
        <CopyText label={t('remind.text')} text={text} rows={7} />
      </Dialog>
    </>
  )
}

function useReminderText({ number, title, dueOn, dueTime, state }: TodayLine): string {
  const t = useWords(words)
  const format = useFormat()
  const what = number ? `${number} ${title}` : title
  if (!dueOn) return t('remind.body', { what })
  const day = dueTime ? t('remind.hour', { day: format.day(dueOn), time: dueTime }) : format.day(dueOn)
  return t(state === 'late' ? 'remind.body.late' : 'remind.body.due', { what, day })
}
