import { Button } from '@mantine/core'
import { useState } from 'react'
import { withCapital } from '../../../kernel/with-capital.ts'
import { announce } from '../../../web/announce.tsx'
import { useLanguage } from '../../../web/language.ts'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { StateBadge } from '../../../web/state-mark.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import type { CellView, WindowView } from '../cell-view.ts'
import { sayWindow } from '../say-window.ts'
import { AskMoveForm } from './ask-move-form.tsx'
import { CellMoves } from './cell-moves.tsx'
import classes from './cell-panel.module.css'
import { CellProofs } from './cell-proofs.tsx'
import { words } from './cell-words.ts'
import { assignments } from './client.ts'
import { words as moveWords } from './move-words.ts'
import { ProofForm } from './proof-form.tsx'
import { ReturnForm } from './return-form.tsx'
import { useFreshAfter } from './use-fresh-after.ts'

type Props = { cell: CellView; window: WindowView }

/** One window: its state and deadline, what proves it, what is missing, and what to do now. */
export function CellWindow({ cell, window }: Props) {
  const t = useWords(words)
  const format = useFormat()
  const [open, setOpen] = useState<'proof' | 'move' | null>(null)
  const last = window.attempts.at(-1)
  const cellKey = { activityId: cell.asked.activityId, organisationId: cell.organisation.id }
  return (
    <section className={classes.window}>
      <div className={classes.head}>
        <h3>{useWindowTitle(cell, window)}</h3>
        <StateBadge state={window.state} />
      </div>
      <p className={classes.soft}>
        {useDeadline(cell, window)} {useMissing(cell, window)}
      </p>
      {last?.status === 'returned' ? (
        <p className={classes.comment}>
          {last.comment}
          <br />
          <span className={classes.soft}>
            {last.decidedAt ? format.moment(last.decidedAt) : ''} ·{' '}
            {last.decidedBy?.name ?? t(`side.${last.decidedBy?.side ?? 'authority'}`)}
          </span>
        </p>
      ) : null}
      <CellProofs cell={cell} window={window.window} proofs={window.proofs} />
      <CellMoves cell={cell} moves={window.moves} />
      {open === 'proof' ? <ProofForm cell={cell} window={window} onDone={() => setOpen(null)} /> : null}
      {open === 'move' ? <AskMoveForm cell={cell} window={window} onDone={() => setOpen(null)} /> : null}
      {open === null ? <Steps cellKey={cellKey} cell={cell} window={window} onOpen={setOpen} /> : null}
    </section>
  )
}

type StepsProps = Props & {
  cellKey: { activityId: string; organisationId: string }
  onOpen: (form: 'proof' | 'move') => void
}

function Steps({ cellKey, cell, window, onOpen }: StepsProps) {
  const t = useWords(words)
  const move = useWords(moveWords)
  const submit = useChange(assignments.submit, { onDone: () => announce(t('submit.done')) })
  const accept = useChange(assignments.accept, { onDone: () => announce(t('accept.done')) })
  const [isReturning, setReturning] = useState(false)
  useFreshAfter(submit.refusal ?? accept.refusal)
  const { may } = window
  const last = window.attempts.at(-1)
  if (isReturning && last) return <ReturnForm attempt={last} onDone={() => setReturning(false)} />
  return (
    <>
      <div className={classes.actions}>
        {may.accept && last ? (
          <Button
            variant="filled"
            loading={accept.isPending}
            onClick={() => accept.run({ id: last.id, rowVersion: last.rowVersion })}
          >
            {t('accept')}
          </Button>
        ) : null}
        {may.submit ? (
          <Button
            variant="filled"
            loading={submit.isPending}
            onClick={() => submit.run({ ...cellKey, window: window.window })}
          >
            {t(cell.may.recordOnBehalf ? 'submit.asGuide' : 'submit')}
          </Button>
        ) : null}
        {may.record ? (
          <Button onClick={() => onOpen('proof')} variant={isFirstStep(cell, window) ? 'filled' : 'default'}>
            {t('record.open')}
          </Button>
        ) : null}
        {may.return ? (
          <Button onClick={() => setReturning(true)} variant={window.state === 'accepted' ? 'subtle' : 'default'}>
            {t(window.state === 'accepted' ? 'return.again' : 'return')}
          </Button>
        ) : null}
        {may.askMove ? (
          <Button onClick={() => onOpen('move')} variant="subtle">
            {move(cell.may.recordOnBehalf ? 'ask.behalf' : 'ask')}
          </Button>
        ) : null}
      </div>
      <RefusalNote refusal={submit.refusal} onRetry={submit.retry} />
      <RefusalNote refusal={accept.refusal} onRetry={accept.retry} />
    </>
  )
}

/** One primary button in the panel: at the first window that lacks a proof, if its day has come. */
function isFirstStep(cell: CellView, window: WindowView): boolean {
  const needs = cell.windows.find((one) => one.missing.includes('proof') && one.state !== 'ahead')
  const isOtherPrimary = cell.windows.some((one) => one.may.accept || one.may.submit)
  return needs === window && !isOtherPrimary
}

function useWindowTitle({ asked }: CellView, { window, state, dueOn }: WindowView): string {
  const t = useWords(words)
  const [language] = useLanguage()
  if (asked.isTask) return t('window.task')
  const said = sayWindow(window, language)
  if (said) return withCapital(said)
  if (state === 'no-date') return t('window.noDate')
  return t(dueOn ? 'window.all' : asked.periodText ? 'window.onDemand' : 'window.noDate')
}

function useDeadline({ asked }: CellView, window: WindowView): string {
  const { dueOn, movedTo, workingDaysLeft, isOverdue, state } = window
  const t = useWords(words)
  const format = useFormat()
  if (!dueOn || state === 'accepted') return ''
  const day = format.day(movedTo ?? dueOn)
  const hour = asked.dueTime ? `, ${asked.dueTime}` : ''
  const until = `${t(movedTo ? 'window.moved' : 'window.until', { day })}${hour}`
  if (isOverdue) return `${until}, ${t('window.overdue')}.`
  if (workingDaysLeft === null || state === 'ahead' || state === 'waiting') return `${until}.`
  return `${until}, ${workingDaysLeft === 0 ? t('window.today') : t('window.left', { count: workingDaysLeft })}.`
}

/** What to do next, said to whoever does it; to others, what is not there yet. */
function useMissing({ may }: CellView, window: WindowView): string {
  const t = useWords(words)
  if (window.state === 'accepted' || window.state === 'not-applicable') return ''
  if (window.state === 'waiting') return t('missing.acceptance')
  const isDoer = window.may.record && !may.recordOnBehalf
  if (window.state === 'returned') return t(isDoer ? 'missing.returned' : 'missing.returnedToThem')
  if (window.missing.includes('proof')) return isDoer ? t('missing.proof') : t('missing.forOthers')
  return isDoer ? t('missing.submission') : t('missing.notSubmitted')
}
