import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Day } from '../../../kernel/day.ts'
import { DayInput } from '../../../web/day-input.tsx'
import { Dialog } from '../../../web/dialog.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { onBehalfWays } from '../document.ts'
import type { DocumentView } from '../view.ts'
import { documents } from './client.ts'
import classes from './documents.module.css'
import { words } from './words.ts'

type Props = {
  documentId: DocumentView['id']
  school: DocumentView['addressees'][number]
  onClose: () => void
}

/** What a school told the office: who has read it, when, and how that became known. */
export function AcquaintDialog({ documentId, school, onClose }: Props) {
  const t = useWords(words)
  const [name, setName] = useState('')
  const [day, setDay] = useState<Day | null>(null)
  const [way, setWay] = useState<(typeof onBehalfWays)[number]>('letter')
  const acquaint = useChange(documents.acquaint, { onDone: onClose })
  const { organisationId } = school
  const run = () =>
    acquaint.run({ id: documentId, organisationId, name, onBehalf: way, ...(day && { acquaintedOn: day }) })
  return (
    <Dialog
      isOpen
      title={`${t('acquaint.record')}: ${school.shortName}`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="filled" loading={acquaint.isPending} onClick={run}>
            {t('acquaint.save')}
          </Button>
        </>
      }
    >
      <div className={classes.form}>
        <TextInput
          label={t('acquaint.name')}
          required
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <DayInput label={t('acquaint.date')} value={day} onChange={setDay} />
        <NativeSelect
          label={t('acquaint.how')}
          value={way}
          data={onBehalfWays.map((value) => ({ value, label: t(`acquaint.how.${value}`) }))}
          onChange={(event) => setWay(onBehalfWays.find((one) => one === event.currentTarget.value) ?? 'letter')}
        />
        <RefusalNote refusal={acquaint.refusal} onRetry={acquaint.retry} />
      </div>
    </Dialog>
  )
}
