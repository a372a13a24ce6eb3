import { Button } from '@mantine/core'
import { useState } from 'react'
import { announce } from '../../../web/announce.tsx'
import { Dialog } from '../../../web/dialog.tsx'
import { Loaded } from '../../../web/loaded.tsx'
import { useCall } from '../../../web/query.ts'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import type { CellView, ProofView, WindowView } from '../cell-view.ts'
import type { OpenCell } from '../shared-proof.ts'
import { isSameWindow } from '../window.ts'
import { words } from './also-words.ts'
import classes from './cell-panel.module.css'
import { assignments } from './client.ts'
import { useFreshAfter } from './use-fresh-after.ts'

type Props = { cell: CellView; window: WindowView['window']; proof: ProofView }

/** «Сдать во всех»: the rows that one event proves, handed in by one press. */
export function SubmitShared(props: Props) {
  const t = useWords(words)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>
        {t('submit.open')}
      </Button>
      {isOpen ? <Asking {...props} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

/** First which rows, by their present state; the press says how many. */
function Asking({ cell, window, proof, onClose }: Props & { onClose: () => void }) {
  const t = useWords(words)
  const found = useCall(assignments.listOpenCells, { organisationId: cell.organisation.id })
  const places = [{ activityId: cell.asked.activityId, window }, ...proof.also]
  const isProved = (one: OpenCell) =>
    places.some((place) => place.activityId === one.activityId && isSameWindow(place.window, one.window))
  const ready = found.data?.cells.filter(isProved) ?? []
  const submit = useChange(assignments.submitShared, {
    onDone: () => {
      announce(t('submit.done', { count: ready.length }))
      onClose()
    },
  })
  useFreshAfter(submit.refusal)
  const actions = (
    <>
      <Button onClick={onClose}>{t(ready.length > 0 ? 'cancel' : 'submit.close')}</Button>
      {ready.length > 0 ? (
        <Button
          variant="filled"
          loading={submit.isPending}
          onClick={() => submit.run({ id: proof.id, rowVersion: proof.rowVersion })}
        >
          {t('submit.press', { count: ready.length })}
        </Button>
      ) : null}
    </>
  )
  return (
    <Dialog isOpen title={t('submit.title')} onClose={onClose} actions={actions}>
      <Loaded call={found}>{() => <Ready cells={ready} programmeId={cell.asked.programmeId} />}</Loaded>
      <RefusalNote refusal={submit.refusal} onRetry={submit.retry} />
    </Dialog>
  )
}

function Ready({ cells, programmeId }: { cells: readonly OpenCell[]; programmeId: string | null }) {
  const t = useWords(words)
  if (cells.length === 0) return <p>{t('submit.nothing')}</p>
  return (
    <>
      <p>{t('submit.text', { count: cells.length })}</p>
      <ul>
        {cells.map((one) => (
          <li key={`${one.activityId}.${one.window.start}.${one.window.end}`}>
            {[one.number, one.title].filter(Boolean).join(' ')}
            {one.programmeId === programmeId ? '' : ` · ${one.programmeTitle ?? t('task')}`}
          </li>
        ))}
      </ul>
      <p className={classes.soft}>{t('submit.left')}</p>
    </>
  )
}
