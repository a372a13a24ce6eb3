import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ConfirmDialog } from '../../../web/confirm-dialog.tsx'
import { Dialog } from '../../../web/dialog.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import type { TemplateSummary } from '../contract.ts'
import { templatesClient } from './client.ts'
import { words } from './template-words.ts'

type Props = { template: TemplateSummary; onClose: () => void }

const SHORTEST = 2

export function RenameDialog({ template, onClose }: Props) {
  const t = useWords(words)
  const [title, setTitle] = useState(template.title)
  const rename = useChange(templatesClient.renameTemplate, { onDone: onClose })
  const rowVersion = template.own?.rowVersion ?? 0
  const save = () => rename.run({ key: template.key, rowVersion, title: title.trim() })
  return (
    <Dialog
      isOpen
      title={t('rename')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="filled" loading={rename.isPending} disabled={title.trim().length < SHORTEST} onClick={save}>
            {t('rename.save')}
          </Button>
        </>
      }
    >
      <TextInput
        label={t('rename.title')}
        value={title}
        data-autofocus
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <RefusalNote refusal={rename.refusal} onRetry={rename.retry} />
    </Dialog>
  )
}

export function RemoveDialog({ template, onClose }: Props) {
  const t = useWords(words)
  const remove = useChange(templatesClient.removeTemplate, { onDone: onClose })
  const rowVersion = template.own?.rowVersion ?? 0
  return (
    <ConfirmDialog
      isOpen
      title={t('remove.question', { title: template.title })}
      confirm={t('remove')}
      onConfirm={() => remove.run({ key: template.key, rowVersion })}
      onCancel={onClose}
      isPending={remove.isPending}
      refusal={remove.refusal}
    >
      {t('remove.text')}
    </ConfirmDialog>
  )
}
