import { Button, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useDraft } from '../../../web/draft.ts'
import { useWords } from '../../../web/use-words.ts'
import classes from './add-form.module.css'
import { words } from './import-words.ts'

const blank = { number: '', title: '' }

/** As typed, without outer spaces; no number where none was typed. */
export type Added = { number: string | null; title: string }

type Props = {
  /** Under which name half-typed words are kept. */
  draftName: string
  open: string
  field: (title: { className: string; value: string; onChange: (title: string) => void }) => ReactNode
  onAdd: (added: Added) => void
}

/** A number and a title for something new; closed until it is wanted, and what was typed waits meanwhile. */
export function AddForm({ draftName, open, field, onAdd }: Props) {
  const t = useWords(words)
  const [isOpen, setOpen] = useState(false)
  const draft = useDraft(draftName, blank)
  const { number, title } = draft.value
  if (!isOpen) {
    return (
      <Button className={classes.open} size="compact-sm" variant="subtle" onClick={() => setOpen(true)}>
        {open}
      </Button>
    )
  }
  const add = () => {
    onAdd({ number: number.trim() === '' ? null : number.trim(), title: title.trim() })
    draft.clear()
    setOpen(false)
  }
  return (
    <div className={classes.form}>
      <TextInput
        className={classes.number}
        label={t('field.number')}
        value={number}
        onChange={(event) => draft.set({ ...draft.value, number: event.currentTarget.value })}
      />
      {field({
        className: classes.title ?? '',
        value: title,
        onChange: (next) => draft.set({ ...draft.value, title: next }),
      })}
      <Button disabled={title.trim().length < 2} onClick={add}>
        {t('row.add.save')}
      </Button>
      <Button variant="subtle" onClick={() => setOpen(false)}>
        {t('field.cancel')}
      </Button>
    </div>
  )
}
