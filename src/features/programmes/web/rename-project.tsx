import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { announce } from '../../../web/announce.tsx'
import { Dialog } from '../../../web/dialog.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { StaleNote } from '../../../web/stale-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { ProgrammeView } from '../contract.ts'
import { programmesWords } from '../screen-words.ts'
import { programmesClient } from './programmes-client.ts'

type Props = { project: ProgrammeView; onClose: () => void }

/** The project's own title, as against that of its road map. */
export function RenameProject({ project, onClose }: Props) {
  const t = useWords(programmesWords)
  const { id, title } = project
  const [typed, setTyped] = useState(title)
  const rename = useChange(programmesClient.renameProgramme, {
    onDone: () => {
      announce(t('title.done'))
      onClose()
    },
  })
  const isEmpty = typed.trim() === ''
  const run = (rowVersion: number) => isEmpty || rename.run({ id, rowVersion, title: typed.trim() })
  return (
    <Dialog
      isOpen
      title={t('title.menu')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('title.cancel')}</Button>
          <Button variant="filled" loading={rename.isPending} onClick={() => run(project.rowVersion)}>
            {t('title.save')}
          </Button>
        </>
      }
    >
      <Textarea
        label={t('title.label')}
        description={t('title.hint')}
        required
        autosize
        minRows={2}
        maxLength={400}
        value={typed}
        error={isEmpty ? t('title.error') : null}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <StaleNote
        refusal={rename.refusal}
        schema={ProgrammeView}
        yours={typed}
        show={(current) => current.title}
        onKeep={(current) => run(current.rowVersion)}
        onTake={onClose}
      />
      {rename.refusal?.isStale ? null : <RefusalNote refusal={rename.refusal} onRetry={rename.retry} />}
    </Dialog>
  )
}
