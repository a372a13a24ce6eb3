import { Button, Textarea, TextInput } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { useDraft } from '../../../web/draft.ts'
import { useWords } from '../../../web/use-words.ts'
import classes from './editable-text.module.css'
import { words } from './import-words.ts'

type Props = {
  /** Names the draft: what is typed survives a reload. */
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

/** A value that turns into a field where it stands: Enter saves, Esc leaves it as it was. */
export function EditableText(props: Props) {
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    setOpen(false)
    requestAnimationFrame(() => button.current?.focus())
  }
  if (isOpen) return <OpenText {...props} onClose={close} />
  return <ClosedText {...props} button={button} onOpen={() => setOpen(true)} />
}

function ClosedText(props: Props & { button: React.RefObject<HTMLButtonElement | null>; onOpen: () => void }) {
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

function OpenText({ id, name, label, value, hint, isLong, onSave, onClose }: Props & { onClose: () => void }) {
  const t = useWords(words)
  const draft = useDraft(id, value)
  const save = () => {
    if (draft.value.trim() !== value) onSave(draft.value.trim())
    draft.clear()
    onClose()
  }
  const leave = () => {
    draft.clear()
    onClose()
  }
  const listen = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault()
      leave()
    }
    if (event.key === 'Enter' && (!isLong || event.ctrlKey)) {
      event.preventDefault()
      save()
    }
  }
  const field = {
    label: label ?? name,
    description: hint,
    value: draft.value,
    onKeyDown: listen,
    'data-autofocus': true,
    autoFocus: true,
  }
  return (
    <div className={classes.open}>
      {isLong ? (
        <Textarea {...field} autosize minRows={2} onChange={(event) => draft.set(event.currentTarget.value)} />
      ) : (
        <TextInput {...field} onChange={(event) => draft.set(event.currentTarget.value)} />
      )}
      <div className={classes.actions}>
        <Button onClick={save}>{t('field.save')}</Button>
        <Button variant="subtle" onClick={leave}>
          {t('field.cancel')}
        </Button>
      </div>
    </div>
  )
}
