import { Button, NativeSelect, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Day } from '../../../kernel/day.ts'
import { type OnBehalf, onBehalfWays } from '../../../kernel/on-behalf.ts'
import { announce } from '../../../web/announce.tsx'
import { DayInput } from '../../../web/day-input.tsx'
import { useDraft } from '../../../web/draft.ts'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import type { CellView, WindowView } from '../cell-view.ts'
import classes from './cell-panel.module.css'
import { assignments } from './client.ts'
import { DayOffAdvice } from './day-off-advice.tsx'
import { words } from './move-words.ts'
import { useFreshAfter } from './use-fresh-after.ts'

type Props = { cell: CellView; window: WindowView; onDone: () => void }

const SHORTEST = 3

/** «Попросить перенести срок»: a day and a reason; what a school has told is written down for it. */
export function AskMoveForm({ cell, window, onDone }: Props) {
  const t = useWords(words)
  const place = { activityId: cell.asked.activityId, organisationId: cell.organisation.id }
  const draft = useDraft(`ask-move.${place.activityId}.${place.organisationId}.${window.window.end}`, '')
  const [until, setUntil] = useState<Day | null>(null)
  const [onBehalf, setOnBehalf] = useState<OnBehalf>('letter')
  const ask = useChange(assignments.askDeadlineMove, {
    onDone: () => {
      draft.clear()
      announce(t('ask.done'))
      onDone()
    },
  })
  useFreshAfter(ask.refusal)
  const reason = draft.value.trim()
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!until) return
    ask.run({ ...place, window: window.window, until, reason, onBehalf: cell.may.recordOnBehalf ? onBehalf : null })
  }
  return (
    <form className={classes.form} onSubmit={send} noValidate>
      {cell.may.recordOnBehalf ? (
        <NativeSelect
          label={t('ask.onBehalf')}
          description={t('ask.onBehalf.hint')}
          value={onBehalf}
          onChange={(event) => setOnBehalf(onBehalfWays.find((one) => one === event.currentTarget.value) ?? 'letter')}
          data={onBehalfWays.map((one) => ({ value: one, label: t(`behalf.${one}`) }))}
        />
      ) : null}
      <DayInput label={t('ask.until')} value={until} onChange={setUntil} min={cell.today} isRequired />
      {until ? <DayOffAdvice cell={cell} on={until} /> : null}
      <Textarea
        label={t('ask.reason')}
        description={t('ask.reason.hint')}
        required
        autosize
        minRows={2}
        value={draft.value}
        onChange={(event) => draft.set(event.currentTarget.value)}
      />
      <RefusalNote refusal={ask.refusal} onRetry={ask.retry} />
      <div className={classes.actions}>
        <Button type="submit" variant="filled" loading={ask.isPending} disabled={!until || reason.length < SHORTEST}>
          {t('ask.confirm')}
        </Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
      </div>
    </form>
  )
}
