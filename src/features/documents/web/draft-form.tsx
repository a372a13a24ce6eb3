import { Button, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { announce } from '../../../web/announce.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { StaleNote } from '../../../web/stale-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { type DocumentText, DocumentView } from '../view.ts'
import { AddresseeBoxes } from './addressee-boxes.tsx'
import { AnnexList } from './annex-list.tsx'
import { documents } from './client.ts'
import classes from './documents.module.css'
import { type TypedText, textOfTyped, typedOf } from './draft-text.ts'
import { fieldsOf } from './fields-of-kind.ts'
import { words } from './words.ts'

type Props = { view: DocumentView; text: DocumentText }

/** The words of a draft; its tables and annexes came from the records and stand below. */
export function DraftForm({ view, text }: Props) {
  const t = useWords(words)
  const [typed, setTyped] = useState(() => typedOf(text))
  const [fields] = useState(() => fieldsOf(view.kind, typed))
  const has = (field: keyof TypedText) => fields.has(field)
  const [readers, setReaders] = useState<readonly string[]>(view.addressees.map((one) => one.organisationId))
  const change = useChange(documents.changeDraft, { onDone: () => announce(t('page.saved')) })
  const set = (part: Partial<TypedText>) => setTyped((before) => ({ ...before, ...part }))
  const save = (rowVersion: number) =>
    change.run({ id: view.id, rowVersion, text: textOfTyped(typed, text), organisationIds: [...readers] })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save(view.rowVersion)
  }
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <Lines
        label={t('form.heading')}
        hint={t('form.heading.hint')}
        value={typed.heading}
        onType={(heading) => set({ heading })}
      />
      {has('addressees') ? (
        <Lines
          label={t('form.addressees')}
          hint={t('form.addressees.hint')}
          value={typed.addressees}
          onType={(addressees) => set({ addressees })}
        />
      ) : null}
      {has('preamble') ? (
        <Lines
          label={t('form.preamble')}
          hint={t('form.preamble.hint')}
          value={typed.preamble}
          onType={(preamble) => set({ preamble })}
        />
      ) : null}
      {has('decision') ? (
        <Line label={t('form.decision')} value={typed.decision} onType={(decision) => set({ decision })} />
      ) : null}
      {has('clauses') ? (
        <Lines
          label={t('form.clauses')}
          hint={t('form.clauses.hint')}
          value={typed.clauses}
          onType={(clauses) => set({ clauses })}
        />
      ) : null}
      {has('closing') ? (
        <Lines label={t('form.closing')} value={typed.closing} onType={(closing) => set({ closing })} />
      ) : null}
      <div className={classes.pair}>
        <Line label={t('form.post')} hint={t('form.post.hint')} value={typed.post} onType={(post) => set({ post })} />
        <Line label={t('form.name')} value={typed.name} onType={(name) => set({ name })} />
        {has('place') ? <Line label={t('form.place')} value={typed.place} onType={(place) => set({ place })} /> : null}
        {has('executor') ? (
          <Line label={t('form.executor')} value={typed.executor} onType={(executor) => set({ executor })} />
        ) : null}
      </div>
      {has('toAcquaint') ? (
        <Lines
          label={t('form.acquaint')}
          hint={t('form.acquaint.hint')}
          value={typed.toAcquaint}
          onType={(toAcquaint) => set({ toAcquaint })}
        />
      ) : null}
      <AddresseeBoxes ownerId={view.organisationId} chosen={readers} onChange={setReaders} />
      <AnnexList annexes={view.annexes} />
      <StaleNote
        refusal={change.refusal}
        schema={DocumentView}
        yours={typed.heading}
        show={(current) => current.title}
        onKeep={(current) => save(current.rowVersion)}
        onTake={(current) => {
          if (current.text) setTyped(typedOf(current.text))
          change.reset()
        }}
      />
      {change.refusal?.isStale ? null : <RefusalNote refusal={change.refusal} onRetry={change.retry} />}
      <div className={classes.buttons}>
        <Button type="submit" loading={change.isPending}>
          {t('page.save')}
        </Button>
      </div>
    </form>
  )
}

type FieldProps = { label: string; hint?: string; value: string; onType: (value: string) => void }

function Line({ label, hint, value, onType }: FieldProps) {
  return (
    <TextInput label={label} description={hint} value={value} onChange={(event) => onType(event.currentTarget.value)} />
  )
}

function Lines({ label, hint, value, onType }: FieldProps) {
  return (
    <Textarea
      label={label}
      description={hint}
      autosize
      minRows={1}
      maxRows={14}
      value={value}
      onChange={(event) => onType(event.currentTarget.value)}
    />
  )
}
