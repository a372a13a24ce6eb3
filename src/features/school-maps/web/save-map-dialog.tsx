import { Button, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { announce } from '../../../web/announce.tsx'
import { Dialog } from '../../../web/dialog.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { paths as templatePaths } from '../../templates/web/paths.ts'
import type { MapView } from '../view.ts'
import { schoolMaps } from './client.ts'
import { words } from './measures-words.ts'

type Props = { view: MapView; onClose: () => void }

const SHORTEST = 2
const LONGEST = 300

/** The school's own rows, kept for other years and other schools; what became of them is shown at once. */
export function SaveMapDialog({ view, onClose }: Props) {
  const t = useWords(words)
  const navigate = useNavigate()
  const [title, setTitle] = useState('')
  const save = useChange(schoolMaps.saveMapAsTemplate, {
    onDone: ({ key }) => {
      announce(t('save.done'))
      onClose()
      navigate({ to: templatePaths.template(key) })
    },
  })
  const { programmeId, school } = view
  const send = () => save.run({ programmeId, organisationId: school.id, title: title.trim() })
  return (
    <Dialog
      isOpen
      title={t('save')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('save.cancel')}</Button>
          <Button variant="filled" loading={save.isPending} disabled={title.trim().length < SHORTEST} onClick={send}>
            {t('save')}
          </Button>
        </>
      }
    >
      <p>{t('save.text')}</p>
      <TextInput
        label={t('save.title')}
        value={title}
        maxLength={LONGEST}
        data-autofocus
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <RefusalNote refusal={save.refusal} onRetry={save.retry} />
    </Dialog>
  )
}
