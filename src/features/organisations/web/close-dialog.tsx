import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { announce } from '../../../web/announce.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { organisationsWords } from '../screen-words.ts'
import { DatedDialog } from './dated-dialog.tsx'
import { organisationsClient } from './organisations-client.ts'
import type { Organisation } from './tree-rows.ts'

type Props = { organisation: Organisation; successors: readonly Organisation[]; onClose: () => void }

/** Its last day, and into which one it is merged, if into any. */
export function CloseDialog({ organisation: { id, rowVersion }, successors, onClose }: Props) {
  const t = useWords(organisationsWords)
  const [chosen, choose] = useState('')
  const done = () => {
    announce(t('close.done'))
    onClose()
  }
  const change = useChange(organisationsClient.closeOrganisation, { onDone: done })
  return (
    <DatedDialog
      title={t('change.close')}
      confirm={t('close.confirm')}
      dayLabel={t('close.day')}
      hint={t('close.hint')}
      onSend={({ day, basis }) => change.run({ id, rowVersion, closedOn: day, basis, successorId: chosen || null })}
      onClose={onClose}
      isPending={change.isPending}
      refusal={change.refusal}
      onRetry={change.retry}
    >
      <NativeSelect
        label={t('close.successor')}
        value={chosen}
        data={[
          { value: '', label: t('close.nobody') },
          ...successors.map((one) => ({ value: one.id, label: one.shortName })),
        ]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
    </DatedDialog>
  )
}
