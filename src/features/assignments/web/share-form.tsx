import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { type OnBehalf, onBehalfWays } from '../../../kernel/on-behalf.ts'
import { announce } from '../../../web/announce.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import type { CellView, ProofView } from '../cell-view.ts'
import type { OpenCell } from '../shared-proof.ts'
import { asOther, OpenPicker } from './also-picker.tsx'
import { words } from './also-words.ts'
import classes from './cell-panel.module.css'
import { words as cellWords } from './cell-words.ts'
import { assignments } from './client.ts'
import { useFreshAfter } from './use-fresh-after.ts'

type Props = { cell: CellView; window: CellView['windows'][number]['window']; proof: ProofView; onDone: () => void }

/** A proof that stands already, recorded for other rows too. */
export function ShareForm({ cell, window, proof, onDone }: Props) {
  const t = useWords(words)
  const say = useWords(cellWords)
  const [chosen, setChosen] = useState<OpenCell[]>([])
  const [onBehalf, setOnBehalf] = useState<OnBehalf>('letter')
  const isGuide = cell.may.recordOnBehalf
  const share = useChange(assignments.shareProof, {
    onDone: () => {
      announce(t('done'))
      onDone()
    },
  })
  useFreshAfter(share.refusal)
  const send = () =>
    share.run({
      id: proof.id,
      rowVersion: proof.rowVersion,
      cells: chosen.map(asOther),
      onBehalf: isGuide ? onBehalf : null,
    })
  return (
    <div className={classes.form}>
      <OpenPicker
        organisationId={cell.organisation.id}
        programmeId={cell.asked.programmeId}
        taken={[{ activityId: cell.asked.activityId, window }, ...proof.also]}
        chosen={chosen}
        onChange={setChosen}
        hint={t(isGuide ? 'hint.guide' : 'hint')}
      />
      {isGuide ? (
        <NativeSelect
          label={say('record.onBehalf')}
          value={onBehalf}
          onChange={(event) => setOnBehalf(onBehalfWays.find((one) => one === event.currentTarget.value) ?? 'letter')}
          data={onBehalfWays.map((one) => ({ value: one, label: say(`onBehalf.${one}`) }))}
        />
      ) : null}
      <RefusalNote refusal={share.refusal} onRetry={share.retry} />
      <div className={classes.actions}>
        <Button variant="filled" loading={share.isPending} disabled={chosen.length === 0} onClick={send}>
          {t('save')}
        </Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
      </div>
    </div>
  )
}
