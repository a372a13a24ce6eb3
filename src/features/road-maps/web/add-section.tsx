import { TextInput } from '@mantine/core'
import { useWords } from '../../../web/use-words.ts'
import { type Added, AddForm } from './add-form.tsx'
import { imports } from './client.ts'
import { useImport } from './import-context.ts'
import { sourceWords } from './source-words.ts'

/** For a road map that is typed: one more section, below those that stand. */
export function AddSection() {
  const t = useWords(sourceWords)
  const { view, editing } = useImport()
  const add = (section: Added) =>
    editing.edit({
      send: (edit) => imports.addSection({ ...edit, ...section }),
      name: t('section.add'),
      yours: section.title,
      read: ({ sections }) => sections.at(-1)?.title ?? '',
    })
  return (
    <AddForm
      draftName={`add-section.${view.id}`}
      open={t('section.add')}
      onAdd={add}
      field={({ onChange, ...title }) => (
        <TextInput
          {...title}
          label={t('section.add.title')}
          description={t('section.add.hint')}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    />
  )
}
