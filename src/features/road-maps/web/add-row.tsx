import { Textarea } from '@mantine/core'
import { useWords } from '../../../web/use-words.ts'
import { type Added, AddForm } from './add-form.tsx'
import { imports } from './client.ts'
import { useImport } from './import-context.ts'
import { words } from './import-words.ts'

/** For a row that the reading missed. */
export function AddRow({ section }: { section: number }) {
  const t = useWords(words)
  const { view, editing } = useImport()
  const add = (row: Added) =>
    editing.edit({
      send: (edit) => imports.addActivity({ ...edit, ...row, section }),
      name: t('row.add.title'),
      yours: row.title,
      read: ({ sections }) => sections[section]?.activities.at(-1)?.title ?? '',
    })
  return (
    <AddForm
      draftName={`add-row.${view.id}.${section}`}
      open={t('row.add')}
      onAdd={add}
      field={({ onChange, ...title }) => (
        <Textarea
          {...title}
          label={t('field.title')}
          autosize
          minRows={1}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    />
  )
}
