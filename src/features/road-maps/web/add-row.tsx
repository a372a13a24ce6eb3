import { Button, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useDraft } from '../../../web/draft.ts'
import { useWords } from '../../../web/use-words.ts'
import classes from './add-row.module.css'
import { imports } from './client.ts'
import { useImport } from './import-context.ts'
import { words } from './import-words.ts'

const blank = { number: '', title: '' }

/** For a row that the reading missed. */
export function AddRow({ section }: { section: number }) {
  const t = useWords(words)
  const { view, editing } = useImport()
  const [isOpen, setOpen] = useState(false)
  const draft = useDraft(`add-row.${view.id}.${section}`, blank)
  const { number, title } = draft.value
  if (!isOpen) {
    return (
      <Button className={classes.open} size="compact-sm" variant="subtle" onClick={() => setOpen(true)}>
        {t('row.add')}
      </Button>
    )
  }
  const add = () => {
    editing.edit({
      send: (edit) =>
        imports.addActivity({
          ...edit,
          section,
          number: number.trim() === '' ? null : number.trim(),
          title: title.trim(),
        }),
      name: t('row.add.title'),
      yours: title,
      read: ({ sections }) => sections[section]?.activities.at(-1)?.title ?? '',
    })
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
      <Textarea
        className={classes.title}
        label={t('field.title')}
        autosize
        minRows={1}
        value={title}
        onChange={(event) => draft.set({ ...draft.value, title: event.currentTarget.value })}
      />
      <Button disabled={title.trim().length < 2} onClick={add}>
        {t('row.add.save')}
      </Button>
      <Button variant="subtle" onClick={() => setOpen(false)}>
        {t('field.cancel')}
      </Button>
    </div>
  )
}
