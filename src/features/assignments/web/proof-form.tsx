import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { Day } from '../../../kernel/day.ts'
import { type OnBehalf, onBehalfWays } from '../../../kernel/on-behalf.ts'
import { announce } from '../../../web/announce.tsx'
import { DayInput } from '../../../web/day-input.tsx'
import { useDraft } from '../../../web/draft.ts'
import { FileDrop } from '../../../web/file-drop.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { MAX_FILE_BYTES } from '../../files/contract.ts'
import type { CellView, WindowView } from '../cell-view.ts'
import type { OpenCell } from '../shared-proof.ts'
import { AlsoPicker, asOther } from './also-picker.tsx'
import { words as alsoWords } from './also-words.ts'
import classes from './cell-panel.module.css'
import { words } from './cell-words.ts'
import { assignments } from './client.ts'
import { Segments } from './segments.tsx'
import { useFreshAfter } from './use-fresh-after.ts'

type Props = { cell: CellView; window: WindowView; onDone: () => void }

const forms = ['outside-event', 'file', 'link', 'words', 'no-requests'] as const
type Form = (typeof forms)[number]

const rule = { endings: [], maxBytes: MAX_FILE_BYTES }
const empty = { tookPart: '', letter: '', url: '', note: '' }
const SHORTEST = 3

/** Gives a proof in the shortest way: an event in one line, a file, a photo, a link, or words. */
export function ProofForm({ cell, window, onDone }: Props) {
  const t = useWords(words)
  const say = useWords(alsoWords)
  const offered = forms.filter((one) => one !== 'no-requests' || isOnDemand(cell, window))
  const [form, setForm] = useState<Form>(offered.includes('no-requests') ? 'no-requests' : firstForm(cell))
  const [onBehalf, setOnBehalf] = useState<OnBehalf>('letter')
  const [also, setAlso] = useState<OpenCell[]>([])
  const done = () => {
    announce(t('record.done'))
    onDone()
  }
  const told = cell.may.recordOnBehalf ? onBehalf : null
  const picker = (
    <AlsoPicker
      organisationId={cell.organisation.id}
      programmeId={cell.asked.programmeId}
      taken={[{ activityId: cell.asked.activityId, window: window.window }]}
      chosen={also}
      onChange={setAlso}
      hint={say(cell.may.recordOnBehalf ? 'hint.guide' : 'hint')}
    />
  )
  const given = { cell, window, told, also: also.map(asOther), picker, onDone: done, onCancel: onDone }
  return (
    <div className={classes.form}>
      <Segments
        label={t('record.title')}
        value={form}
        onChange={setForm}
        options={offered.map((one) => ({ value: one, label: t(`form.${one}`) }))}
      />
      {cell.may.recordOnBehalf ? (
        <NativeSelect
          label={t('record.onBehalf')}
          description={t('record.onBehalf.hint')}
          value={onBehalf}
          onChange={(event) => setOnBehalf(onBehalfWays.find((one) => one === event.currentTarget.value) ?? 'letter')}
          data={onBehalfWays.map((one) => ({ value: one, label: t(`onBehalf.${one}`) }))}
        />
      ) : cell.organisation.kind === 'authority' ? (
        <p className={classes.soft}>{t('record.own.hint')}</p>
      ) : null}
      {form === 'file' ? <FileProof {...given} /> : <TextProof key={form} form={form} {...given} />}
    </div>
  )
}

type Given = Omit<Props, 'onDone'> & {
  told: OnBehalf | null
  /** What the same event proves besides, and where it is chosen. */
  also: ReturnType<typeof asOther>[]
  picker: ReactNode
  onDone: () => void
  onCancel: () => void
}

function FileProof({ cell, window, told, also, picker, onDone, onCancel }: Given) {
  const t = useWords(words)
  const upload = useChange(assignments.recordProofFile, { onDone })
  useFreshAfter(upload.refusal)
  const send = (file: File) =>
    upload.run(
      {
        ...keyOf(cell),
        ...(window.window.start && { windowStart: window.window.start }),
        ...(window.window.end && { windowEnd: window.window.end }),
        ...(told && { onBehalf: told }),
        ...(also.length > 0 && { also: JSON.stringify(also) }),
        form: file.type.startsWith('image/') ? 'photo' : 'file',
        name: file.name,
      },
      file,
    )
  return (
    <>
      {picker}
      <FileDrop
        label={t('record.drop')}
        rule={rule}
        onFile={send}
        takesPhotos
        isPending={upload.isPending}
        progress={upload.progress}
        refusal={upload.refusal}
        onRetry={upload.retry}
      />
      <div className={classes.actions}>
        <Button onClick={onCancel}>{t('record.cancel')}</Button>
      </div>
    </>
  )
}

function TextProof({
  form,
  cell,
  window,
  told,
  also,
  picker,
  onDone,
  onCancel,
}: Given & { form: Exclude<Form, 'file'> }) {
  const t = useWords(words)
  const { activityId, organisationId } = keyOf(cell)
  const draft = useDraft(`proof.${activityId}.${organisationId}.${window.window.end}.${form}`, empty)
  const [heldOn, setHeldOn] = useState<Day | null>(null)
  const record = useChange(assignments.recordProof, {
    onDone: () => {
      draft.clear()
      onDone()
    },
  })
  useFreshAfter(record.refusal)
  const fields = { ...draft.value, heldOn }
  const proof = proofOf(form, fields)
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (proof) record.run({ ...keyOf(cell), window: window.window, proof, also, onBehalf: told })
  }
  const set = (name: keyof typeof empty) => (event: { currentTarget: { value: string } }) =>
    draft.set({ ...draft.value, [name]: event.currentTarget.value })
  return (
    <form className={classes.panel} onSubmit={send} noValidate>
      {form === 'outside-event' ? (
        <>
          <DayInput label={t('record.heldOn')} value={heldOn} onChange={setHeldOn} isRequired />
          <TextInput
            label={t('record.tookPart')}
            description={t('record.tookPart.hint')}
            required
            value={draft.value.tookPart}
            onChange={set('tookPart')}
          />
          <TextInput
            label={t('record.letter')}
            description={t('record.letter.hint')}
            value={draft.value.letter}
            onChange={set('letter')}
          />
        </>
      ) : null}
      {form === 'link' ? (
        <TextInput label={t('record.url')} type="url" required value={draft.value.url} onChange={set('url')} />
      ) : null}
      {form === 'no-requests' ? <p>{t('record.noRequests')}</p> : null}
      {form === 'words' ? (
        <Textarea
          label={t('record.words')}
          required
          autosize
          minRows={3}
          value={draft.value.note}
          onChange={set('note')}
        />
      ) : (
        <TextInput label={t('record.note')} value={draft.value.note} onChange={set('note')} />
      )}
      {picker}
      <RefusalNote refusal={record.refusal} onRetry={record.retry} />
      <div className={classes.actions}>
        <Button type="submit" variant="filled" loading={record.isPending} disabled={proof === null}>
          {t('record.save')}
        </Button>
        <Button onClick={onCancel}>{t('record.cancel')}</Button>
      </div>
    </form>
  )
}

type Fields = typeof empty & { heldOn: Day | null }

/** What can be sent; null while something compulsory is missing. */
function proofOf(form: Exclude<Form, 'file'>, { heldOn, tookPart, letter, url, note }: Fields) {
  if (form === 'no-requests') return { form, note }
  if (form === 'words') return note.trim().length >= SHORTEST ? { form, note } : null
  const address = url.trim()
  if (form === 'link') {
    if (!address) return null
    return { form, url: /^https?:\/\//.test(address) ? address : `https://${address}`, note }
  }
  return heldOn && tookPart.trim().length >= SHORTEST ? { form, heldOn, tookPart, letter, note } : null
}

function keyOf({ asked, organisation }: CellView) {
  return { activityId: asked.activityId, organisationId: organisation.id }
}

function isOnDemand({ asked }: CellView, { window, dueOn, state }: WindowView): boolean {
  return !asked.isTask && window.end === null && dueOn === null && state !== 'no-date'
}

function firstForm({ asked }: CellView): Form {
  if (asked.isTask) return 'file'
  return asked.heldBy === 'outside' || asked.proof.includes('outside-event') ? 'outside-event' : 'file'
}
