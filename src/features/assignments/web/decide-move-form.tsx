import { Button, Textarea } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { Day } from '../../../kernel/day.ts'
import { announce } from '../../../web/announce.tsx'
import { DayInput } from '../../../web/day-input.tsx'
import { useDraft } from '../../../web/draft.ts'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import type { Change } from '../../../web/use-change.ts'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import type { CellView } from '../cell-view.ts'
import type { MoveView } from '../move-view.ts'
import classes from './cell-panel.module.css'
import { assignments } from './client.ts'
import { DayOffAdvice } from './day-off-advice.tsx'
import { words } from './move-words.ts'
import { useFreshAfter } from './use-fresh-after.ts'

type Props = {
  move: MoveView
  /** The coordinator writes down what the controller has decided on paper. */
  isRecorded: boolean
  onDone: () => void
}

const SHORTEST = 3

/** The day that was asked for stands ready; another may be given. */
export function GrantMoveForm({ cell, move, isRecorded, onDone }: Props & { cell: CellView }) {
  const t = useWords(words)
  const [until, setUntil] = useState<Day | null>(move.askedUntil)
  const [resolutionOn, setResolutionOn] = useState<Day | null>(null)
  const draft = useDraft(`grant-move.${move.id}`, '')
  const grant = useChange(assignments.grantDeadlineMove, {
    onDone: () => {
      draft.clear()
      announce(t('grant.done'))
      onDone()
    },
  })
  const isReady = until !== null && (!isRecorded || (resolutionOn !== null && draft.value.trim() !== ''))
  const send = () => {
    if (until)
      grant.run({ id: move.id, rowVersion: move.rowVersion, until, resolutionOn, resolution: draft.value.trim() })
  }
  return (
    <DecisionForm change={grant} isReady={isReady} onSend={send} onCancel={onDone} confirm={t('grant')}>
      <DayInput label={t('grant.until')} hint={t('grant.until.hint')} value={until} onChange={setUntil} isRequired />
      {until ? <DayOffAdvice cell={cell} on={until} /> : null}
      {isRecorded ? <Recorded value={resolutionOn} onChange={setResolutionOn} /> : null}
      <Textarea
        label={t(isRecorded ? 'record.words' : 'grant.words')}
        required={isRecorded}
        autosize
        minRows={2}
        value={draft.value}
        onChange={(event) => draft.set(event.currentTarget.value)}
      />
    </DecisionForm>
  )
}

export function DeclineMoveForm({ move, isRecorded, onDone }: Props) {
  const t = useWords(words)
  const [resolutionOn, setResolutionOn] = useState<Day | null>(null)
  const draft = useDraft(`decline-move.${move.id}`, '')
  const decline = useChange(assignments.declineDeadlineMove, {
    onDone: () => {
      draft.clear()
      announce(t('decline.done'))
      onDone()
    },
  })
  const reason = draft.value.trim()
  const isReady = reason.length >= SHORTEST && (!isRecorded || resolutionOn !== null)
  const send = () => decline.run({ id: move.id, rowVersion: move.rowVersion, resolutionOn, reason })
  return (
    <DecisionForm change={decline} isReady={isReady} onSend={send} onCancel={onDone} confirm={t('decline')}>
      {isRecorded ? <Recorded value={resolutionOn} onChange={setResolutionOn} /> : null}
      <Textarea
        label={t(isRecorded ? 'record.words' : 'decline.reason')}
        description={t('decline.reason.hint')}
        required
        autosize
        minRows={2}
        value={draft.value}
        onChange={(event) => draft.set(event.currentTarget.value)}
      />
    </DecisionForm>
  )
}

function Recorded({ value, onChange }: { value: Day | null; onChange: (value: Day | null) => void }) {
  const t = useWords(words)
  return (
    <>
      <p className={classes.soft}>{t('record.hint')}</p>
      <DayInput label={t('record.on')} value={value} onChange={onChange} isRequired />
    </>
  )
}

type FormProps = {
  change: Pick<Change<never, unknown>, 'isPending' | 'refusal' | 'retry'>
  isReady: boolean
  onSend: () => void
  onCancel: () => void
  confirm: string
  children: ReactNode
}

function DecisionForm({ change, isReady, onSend, onCancel, confirm, children }: FormProps) {
  const t = useWords(words)
  useFreshAfter(change.refusal)
  const send = (event: FormEvent) => {
    event.preventDefault()
    onSend()
  }
  return (
    <form className={classes.form} onSubmit={send} noValidate>
      {children}
      <RefusalNote refusal={change.refusal} onRetry={change.retry} />
      <div className={classes.actions}>
        <Button type="submit" variant="filled" loading={change.isPending} disabled={!isReady}>
          {confirm}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  )
}
