import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { holders } from '../../../kernel/proof.ts'
import { announce } from '../../../web/announce.tsx'
import { useDraft } from '../../../web/draft.ts'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { SidePanel } from '../../../web/side-panel.tsx'
import { StaleNote } from '../../../web/stale-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { rowWords } from '../../road-maps/row-words.ts'
import { ProofField } from '../../road-maps/web/proof-field.tsx'
import { CorrectionRowView } from '../contract.ts'
import { corrections } from './client.ts'
import classes from './correction-page.module.css'
import { words } from './correction-words.ts'
import { changeBetween, emptyRow, fieldsBetween, type RowDraft, rowDraftOf } from './row-draft.ts'
import { RowVersion } from './row-version.tsx'
import { saveRow, wasJoined } from './save-row.ts'

/** The row's words, each open to change; typed ones survive a reload. */
export function ChangeRow({
  correctionId,
  row,
  onClose,
}: {
  correctionId: string
  row: CorrectionRowView
  onClose: () => void
}) {
  const t = useWords(words)
  const [start] = useState(() => rowDraftOf(row))
  const draft = useDraft(`correction-row.${correctionId}.${row.activityId}.${row.rowVersion}`, start)
  const save = useChange(saveRow, {
    onDone: (saved, saving) => {
      if (wasJoined(saving, saved)) announce(t('row.joined'))
      draft.clear()
      onClose()
    },
  })
  const changed = fieldsBetween(start, draft.value)
  const run = (rowVersion: number) =>
    save.run({ correctionId, activityId: row.activityId, rowVersion, start, draft: draft.value })
  return (
    <RowPanel
      title={t('form.change', { number: start.number })}
      draft={draft.value}
      onChange={draft.set}
      onSave={() => run(row.rowVersion)}
      onClose={onClose}
      isPending={save.isPending}
    >
      <StaleNote
        refusal={save.refusal}
        schema={CorrectionRowView}
        yours={<RowVersion draft={draft.value} fields={changed} />}
        show={(current) =>
          current.after ? <RowVersion draft={rowDraftOf(current)} fields={changed} /> : t('row.removed')
        }
        onKeep={(current) => run(current.rowVersion)}
        onTake={() => {
          draft.clear()
          save.reset()
          onClose()
        }}
      />
      {save.refusal?.isStale ? null : <RefusalNote refusal={save.refusal} onRetry={save.retry} />}
    </RowPanel>
  )
}

/** A row below another one: its number and title first, the rest as of any row. */
export function AddRow({
  correctionId,
  above,
  onClose,
}: {
  correctionId: string
  above: CorrectionRowView
  onClose: () => void
}) {
  const t = useWords(words)
  const draft = useDraft(`correction-row.${correctionId}.${above.activityId}.below`, emptyRow)
  const finish = () => {
    draft.clear()
    onClose()
  }
  const change = useChange(corrections.changeRow, { onDone: finish })
  const add = useChange(corrections.addRow, {
    onDone: ({ activityId, rowVersion }) => {
      const rest = changeBetween({ ...emptyRow, number: draft.value.number, title: draft.value.title }, draft.value)
      if (Object.keys(rest).length === 0) finish()
      else change.run({ id: correctionId, activityId, rowVersion, change: rest })
    },
  })
  const { number, title } = draft.value
  return (
    <RowPanel
      title={t('form.add')}
      draft={draft.value}
      onChange={draft.set}
      onSave={() =>
        add.output
          ? change.retry()
          : add.run({ id: correctionId, above: above.activityId, number: number.trim() || null, title })
      }
      onClose={onClose}
      isPending={add.isPending || change.isPending}
    >
      <RefusalNote refusal={add.refusal ?? change.refusal} onRetry={add.refusal ? add.retry : change.retry} />
    </RowPanel>
  )
}

type PanelProps = {
  title: string
  draft: RowDraft
  onChange: (draft: RowDraft) => void
  onSave: () => void
  onClose: () => void
  isPending: boolean
  children: React.ReactNode
}

function RowPanel({ title, draft, onChange, onSave, onClose, isPending, children }: PanelProps) {
  const t = useWords(words)
  const say = useWords(rowWords)
  const [isTried, setTried] = useState(false)
  const set = (change: Partial<RowDraft>) => onChange({ ...draft, ...change })
  const save = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (draft.title.trim() !== '') onSave()
  }
  const text = (field: 'period' | 'executors' | 'expectedResult' | 'targetGroups') => (
    <Textarea
      label={t(`form.${field}`)}
      {...(field === 'period' ? { description: t('form.period.hint') } : {})}
      autosize
      minRows={1}
      value={draft[field]}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
    />
  )
  return (
    <SidePanel
      isOpen
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form="correction-row" variant="filled" loading={isPending}>
            {t('form.save')}
          </Button>
          <Button onClick={onClose}>{t('form.cancel')}</Button>
        </>
      }
    >
      <form id="correction-row" className={classes.form} onSubmit={save} noValidate>
        <TextInput
          label={t('form.number')}
          value={draft.number}
          onChange={(event) => set({ number: event.currentTarget.value })}
        />
        <Textarea
          label={t('form.title')}
          required
          autosize
          minRows={2}
          value={draft.title}
          error={isTried && draft.title.trim() === '' ? t('form.title.error') : null}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
        {text('period')}
        {text('executors')}
        {text('expectedResult')}
        {text('targetGroups')}
        <NativeSelect
          label={t('form.heldBy')}
          value={draft.heldBy}
          data={holders.map((one) => ({ value: one, label: say(`heldBy.${one}`) }))}
          onChange={(event) => {
            const heldBy = holders.find((one) => one === event.currentTarget.value)
            if (heldBy) set({ heldBy })
          }}
        />
        <div>
          <span>{t('form.proof')}: </span>
          <ProofField proof={draft.proof} onChange={(proof) => set({ proof })} />
        </div>
        {children}
      </form>
    </SidePanel>
  )
}
