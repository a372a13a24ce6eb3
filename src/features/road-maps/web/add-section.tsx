import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useDraft } from '../../../web/draft.ts'
import { useWords } from '../../../web/use-words.ts'
import classes from './add-row.module.css'
import { imports } from './client.ts'
import { useImport } from './import-context.ts'
import { words } from './import-words.ts'
import { sourceWords } from './source-words.ts'

const blank = { number: '', title: '' }

/** For a road map that is typed: one more section, below those that stand. */
export function AddSection() {
  const t = useWords(sourceWords)
  const say = useWords(words)
  const { view, editing } = useImport()
  const [isOpen, setOpen] = useState(false)
  const draft = useDraft(`add-section.${view.id}`, blank)
  const { number, title } = draft.value
  if (!isOpen) {
    return (
      <Button className={classes.open} size="compact-sm" variant="subtle" onClick={() => setOpen(true)}>
        {t('section.add')}
      </Button>
    )
  }
  const add = () => {
    const section = { number: number.trim() === '' ? null : number.trim(), title: title.trim() }
    editing.edit({
      send: (edit) => imports.addSection({ ...edit, ...section }),
      name: t('section.add'),
      yours: section.title,
      read: ({ sections }) => sections.at(-1)?.title ?? '',
    })
    draft.clear()
    setOpen(false)
  }
  return (
    <div className={classes.form}>
      <TextInput
        className={classes.number}
        label={say('field.number')}
        value={number}
        onChange={(event) => draft.set({ ...draft.value, number: event.currentTarget.value })}
      />
      <TextInput
        className={classes.title}
        label={t('section.add.title')}
        description={t('section.add.hint')}
        value={title}
        onChange={(event) => draft.set({ ...draft.value, title: event.currentTarget.value })}
      />
      <Button disabled={title.trim().length < 2} onClick={add}>
        {say('row.add.save')}
      </Button>
      <Button variant="subtle" onClick={() => setOpen(false)}>
        {say('field.cancel')}
      </Button>
    </div>
  )
}
