import { Button, Textarea, TextInput } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { type Draft, useDraft } from '../../../web/draft.ts'
import { Notice } from '../../../web/notice.tsx'
import { useWords } from '../../../web/use-words.ts'
import { words as sharedWords } from '../../../web/words.ts'
import classes from './editable-text.module.css'
import { useImport } from './import-context.ts'
import { words } from './import-words.ts'

type Props = {
  /** Names the field inside its import: the draft is kept under it, and a refusal finds its way back to it. */
  id: string
  name: string
  /** Over the field while it is open, where that differs from the name. */
  label?: string
  value: string
  /** What is shown while it is closed, where that is not the value itself. */
  shown?: ReactNode
  hint?: string
  isChanged: boolean
  isLong?: boolean
  onSave: (value: string) => void
}

/** A value that turns into a field where it stands: Enter saves, Esc leaves it as it was. What was refused stays typed. */
export function EditableText(props: Props) {
  const { view, editing } = useImport()
  const draft = useDraft(`import.${view.id}.${props.id}`, props.value)
  const [isOpen, setOpen] = useState(draft.isRestored && draft.value !== props.value)
  const button = useRef<HTMLButtonElement>(null)
  const isRefused = editing.refusal !== null && !editing.refusal.isStale && editing.failed?.field === props.id
  useForgettingSaved(draft, props.value, isOpen)
  const close = () => {
    setOpen(false)
    requestAnimationFrame(() => button.current?.focus())
  }
  const save = () => {
    const typed = draft.value.trim()
    if (isRefused) editing.forget()
    if (typed === props.value) draft.clear()
    else props.onSave(typed)
    close()
  }
  const leave = () => {
    if (isRefused) editing.forget()
    draft.clear()
    close()
  }
  if (!isOpen && !isRefused) return <ClosedText {...props} button={button} onOpen={() => setOpen(true)} />
  const error = isRefused ? editing.refusal?.answer.message : null
  return <OpenText {...props} draft={draft} error={error ?? null} onSave={save} onLeave={leave} />
}

/** Once the server has the text, the draft has done its work; what somebody else has written takes nothing away. */
function useForgettingSaved(draft: Draft<string>, value: string, isOpen: boolean) {
  const before = useRef(value)
  useEffect(() => {
    if (before.current === value || isOpen) return
    before.current = value
    draft.clear()
  }, [value, draft, isOpen])
}

function ClosedText(props: Props & { button: RefObject<HTMLButtonElement | null>; onOpen: () => void }) {
  const t = useWords(words)
  const { value, shown, name, isChanged } = props
  const isEmpty = value === '' && shown === undefined
  return (
    <span className={classes.closed}>
      <button
        ref={props.button}
        type="button"
        className={classes.value}
        data-prints
        data-field={props.id}
        data-empty={isEmpty}
        title={t('field.edit', { name })}
        onClick={props.onOpen}
      >
        <span className="hidden-visually">{t('field.edit', { name })}: </span>
        {isEmpty ? t('field.empty') : (shown ?? value)}
        <IconPencil className={classes.pencil} size="var(--mark)" aria-hidden="true" />
      </button>
      {isChanged ? <span className={classes.changed}>{t('field.changed')}</span> : null}
    </span>
  )
}

type OpenProps = Props & { draft: Draft<string>; error: string | null; onLeave: () => void }

function OpenText({
  value,
  name,
  label,
  hint,
  isLong,
  draft,
  error,
  onSave,
  onLeave,
}: Omit<OpenProps, 'onSave'> & { onSave: () => void }) {
  const t = useWords(words)
  const shared = useWords(sharedWords)
  const [begunFrom] = useState(value)
  const listen = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault()
      onLeave()
    }
    if (event.key === 'Enter' && (!isLong || event.ctrlKey)) {
      event.preventDefault()
      onSave()
    }
  }
  const field = {
    label: label ?? name,
    description: hint,
    value: draft.value,
    error,
    onKeyDown: listen,
    autoFocus: true,
  }
  return (
    <div className={classes.open}>
      {value === begunFrom ? null : (
        <Notice kind="warn" role="status" title={shared('stale.title')}>
          {shared('stale.current')}: {value}
        </Notice>
      )}
      {isLong ? (
        <Textarea {...field} autosize minRows={2} onChange={(event) => draft.set(event.currentTarget.value)} />
      ) : (
        <TextInput {...field} onChange={(event) => draft.set(event.currentTarget.value)} />
      )}
      <div className={classes.actions}>
        <Button onClick={onSave}>{t('field.save')}</Button>
        <Button variant="subtle" onClick={onLeave}>
          {t('field.cancel')}
        </Button>
      </div>
    </div>
  )
}
