import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Day } from '../../../kernel/day.ts'
import { DayInput } from '../../../web/day-input.tsx'
import { Dialog } from '../../../web/dialog.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { useMe } from '../../access/web/me.ts'
import type { DocumentView } from '../view.ts'
import { documents } from './client.ts'
import classes from './documents.module.css'
import { useLetterheads } from './use-letterheads.ts'
import { words } from './words.ts'

/** Number and date are typed in from the office's own journal. */
export function RegisterDialog({ view, onClose }: { view: DocumentView; onClose: () => void }) {
  const t = useWords(words)
  const { today } = useMe()
  const [number, setNumber] = useState('')
  const [date, setDate] = useState<Day | null>(today)
  const letterheads = useLetterheads(view)
  const [chosen, setChosen] = useState<string | null>(null)
  // An office that has laid one letterhead writes on it.
  const letterheadId = chosen ?? (letterheads.length === 1 ? letterheads[0]?.id : undefined) ?? ''
  const [isAsked, setAsked] = useState(false)
  const register = useChange(documents.registerDraft, { onDone: onClose })
  const run = () => {
    setAsked(true)
    if (number.trim() === '' || date === null) return
    const letterhead = letterheads.find((one) => one.id === letterheadId)
    const on = letterhead ? { letterheadId: letterhead.id } : {}
    register.run({ id: view.id, rowVersion: view.rowVersion, number, date, ...on })
  }
  return (
    <Dialog
      isOpen
      title={t('register.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="filled" loading={register.isPending} onClick={run}>
            {t('page.register')}
          </Button>
        </>
      }
    >
      <div className={classes.form}>
        <p className={classes.soft}>{t('register.lead', { count: view.addressees.length })}</p>
        <TextInput
          label={t('register.number')}
          required
          value={number}
          error={isAsked && number.trim() === '' ? t('register.need') : null}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <DayInput label={t('register.date')} value={date} onChange={setDate} isRequired />
        {letterheads.length > 0 ? (
          <NativeSelect
            label={t('register.letterhead')}
            description={t('register.letterhead.hint')}
            value={letterheadId}
            data={[
              { value: '', label: t('register.letterhead.none') },
              ...letterheads.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
        ) : null}
        <RefusalNote refusal={register.refusal} onRetry={register.retry} />
      </div>
    </Dialog>
  )
}
