import { Button } from '@mantine/core'
import { useState } from 'react'
import { announce } from '../../../web/announce.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import type { CellView } from '../cell-view.ts'
import type { MoveView } from '../move-view.ts'
import classes from './cell-panel.module.css'
import { assignments } from './client.ts'
import { DeclineMoveForm, GrantMoveForm } from './decide-move-form.tsx'
import { words } from './move-words.ts'
import { useFreshAfter } from './use-fresh-after.ts'
import { useMoveWords } from './use-move-words.ts'

type Props = { cell: CellView; moves: readonly MoveView[] }

/** What was asked about a window's deadline and what became of it: the last one open, earlier ones folded. */
export function CellMoves({ cell, moves }: Props) {
  const t = useWords(words)
  const [last, ...earlier] = moves
  if (!last) return null
  return (
    <>
      <Move key={last.id} cell={cell} move={last} />
      {earlier.length > 0 ? (
        <details className={classes.past}>
          <summary>
            {t('earlier')} · {earlier.length}
          </summary>
          {earlier.map((one) => (
            <Move key={one.id} cell={cell} move={one} />
          ))}
        </details>
      ) : null}
    </>
  )
}

type MoveProps = { cell: CellView; move: MoveView }

function Move({ cell, move }: MoveProps) {
  const say = useMoveWords()
  const decided = say.decided(move)
  return (
    <div className={classes.move}>
      <p>
        <strong>{say.what(move)}</strong>
      </p>
      <p className={classes.said}>{move.reason}</p>
      <p className={classes.soft}>{say.asked(move)}</p>
      {move.resolution ? <p className={classes.said}>{move.resolution}</p> : null}
      {decided ? <p className={classes.soft}>{decided}</p> : null}
      <Steps cell={cell} move={move} />
    </div>
  )
}

function Steps({ cell, move }: MoveProps) {
  const t = useWords(words)
  const [open, setOpen] = useState<'grant' | 'decline' | null>(null)
  const withdraw = useChange(assignments.withdrawDeadlineMove, { onDone: () => announce(t('withdraw.done')) })
  const revoke = useChange(assignments.revokeDeadlineMove, { onDone: () => announce(t('revoke.done')) })
  useFreshAfter(withdraw.refusal ?? revoke.refusal)
  const named = { id: move.id, rowVersion: move.rowVersion }
  const isRecorded = cell.may.recordMove
  const close = () => setOpen(null)
  if (open === 'grant') return <GrantMoveForm cell={cell} move={move} isRecorded={isRecorded} onDone={close} />
  if (open === 'decline') return <DeclineMoveForm move={move} isRecorded={isRecorded} onDone={close} />
  const { may } = move
  if (!may.grant && !may.decline && !may.withdraw && !may.revoke) return null
  return (
    <>
      <div className={classes.actions}>
        {may.grant ? (
          <Button onClick={() => setOpen('grant')}>{t(isRecorded ? 'grant.record' : 'grant')}</Button>
        ) : null}
        {may.decline ? (
          <Button onClick={() => setOpen('decline')}>{t(isRecorded ? 'decline.record' : 'decline')}</Button>
        ) : null}
        {may.withdraw ? (
          <Button variant="subtle" loading={withdraw.isPending} onClick={() => withdraw.run(named)}>
            {t('withdraw')}
          </Button>
        ) : null}
        {may.revoke ? (
          <Button variant="subtle" loading={revoke.isPending} onClick={() => revoke.run(named)}>
            {t('revoke')}
          </Button>
        ) : null}
      </div>
      <RefusalNote refusal={withdraw.refusal} onRetry={withdraw.retry} />
      <RefusalNote refusal={revoke.refusal} onRetry={revoke.retry} />
    </>
  )
}
