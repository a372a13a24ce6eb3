import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { announce } from '../../../web/announce.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { organisationsWords } from '../screen-words.ts'
import { DatedDialog } from './dated-dialog.tsx'
import { organisationsClient } from './organisations-client.ts'
import type { Organisation } from './tree-rows.ts'

type Props = { organisation: Organisation; parents: readonly Organisation[]; onClose: () => void }

/** To another authority from a day on. */
export function MoveDialog({ organisation: { id, rowVersion }, parents, onClose }: Props) {
  const t = useWords(organisationsWords)
  const [chosen, choose] = useState<string>(parents[0]?.id ?? '')
  const done = () => {
    announce(t('move.done'))
    onClose()
  }
  const change = useChange(organisationsClient.moveOrganisation, { onDone: done })
  return (
    <DatedDialog
      title={t('change.move')}
      confirm={t('move.confirm')}
      dayLabel={t('move.day')}
      hint={t('move.hint')}
      onSend={({ day, basis }) => change.run({ id, rowVersion, parentId: chosen, validFrom: day, basis })}
      onClose={onClose}
      isPending={change.isPending}
      refusal={change.refusal}
      onRetry={change.retry}
    >
      <NativeSelect
        label={t('move.parent')}
        value={chosen}
        data={parents.map((one) => ({ value: one.id, label: one.shortName }))}
        onChange={(event) => choose(event.currentTarget.value)}
      />
    </DatedDialog>
  )
}
