import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { announce } from '../../../web/announce.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { organisationsWords } from '../screen-words.ts'
import { DatedDialog } from './dated-dialog.tsx'
import { organisationsClient } from './organisations-client.ts'
import type { Organisation } from './tree-rows.ts'

type Props = { organisation: Organisation; onClose: () => void }

/** Another name from a day on; what was mistyped is mended in the card instead. */
export function RenameDialog({ organisation, onClose }: Props) {
  const t = useWords(organisationsWords)
  const { id, rowVersion } = organisation
  const [shortName, setShortName] = useState(organisation.shortName)
  const [fullName, setFullName] = useState(organisation.fullName)
  const done = () => {
    announce(t('rename.done'))
    onClose()
  }
  const change = useChange(organisationsClient.renameOrganisation, { onDone: done })
  return (
    <DatedDialog
      title={t('change.rename')}
      confirm={t('rename.confirm')}
      dayLabel={t('rename.day')}
      hint={t('rename.hint')}
      onSend={({ day, basis }) => change.run({ id, rowVersion, shortName, fullName, validFrom: day, basis })}
      onClose={onClose}
      isPending={change.isPending}
      refusal={change.refusal}
      onRetry={change.retry}
    >
      <TextInput
        label={t('form.shortName')}
        value={shortName}
        maxLength={400}
        onChange={(event) => setShortName(event.currentTarget.value)}
      />
      <TextInput
        label={t('form.fullName')}
        value={fullName}
        maxLength={400}
        onChange={(event) => setFullName(event.currentTarget.value)}
      />
    </DatedDialog>
  )
}
