import { Textarea, TextInput } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { useDraft } from '../../../web/draft.ts'
import type { TypedField } from './row-edit.ts'
import type { RowSaving } from './use-row-saving.ts'

type TextField = Extract<TypedField, 'cause' | 'title' | 'indicator' | 'responsible' | 'periodText' | 'expectedResult'>

type Props = {
  id: string
  field: TextField
  label: string
  /** For a reader who hears one field alone. */
  fullLabel: string
  value: string
  saving: RowSaving
  hint?: ReactNode
  /** The id of a list of suggestions. */
  suggestions?: string
  isLong?: boolean
  hasFocus?: boolean
}

const QUIET_MS = 900

/** A field that saves itself when the person pauses or leaves it; what was typed is kept until the server has it. */
export function RowText({ id, field, label, fullLabel, value, saving, hint, suggestions, isLong, hasFocus }: Props) {
  const draft = useDraft<{ text: string | null; from: string }>(`school-map.${id}.${field}`, { text: null, from: '' })
  const clock = useRef<ReturnType<typeof setTimeout>>(undefined)
  const { text, from } = draft.value
  const flush = () => {
    clearTimeout(clock.current)
    if (text === null) return
    if (text.trim() === from) draft.clear()
    else saving.save({ [field]: text.trim() }, { [field]: from })
  }
  const latest = useRef(flush)
  useEffect(() => {
    latest.current = flush
  })
  useEffect(() => {
    if (draft.isRestored) latest.current()
    return () => clearTimeout(clock.current)
  }, [draft.isRestored])
  // The server has it: from here on the field shows what is recorded.
  useEffect(() => {
    if (text !== null && text.trim() === value && text.trim() !== from) draft.clear()
  }, [text, from, value, draft])
  const { givenUp, onGivenUp } = saving
  useEffect(() => {
    if (!givenUp.includes(field)) return
    clearTimeout(clock.current)
    draft.clear()
    onGivenUp(field)
  }, [givenUp, onGivenUp, field, draft])
  const type = (next: string) => {
    draft.set({ text: next, from: text === null ? value : from })
    clearTimeout(clock.current)
    clock.current = setTimeout(() => latest.current(), QUIET_MS)
  }
  const props = {
    label,
    'aria-label': fullLabel,
    description: hint,
    value: text ?? value,
    onBlur: flush,
    ...(hasFocus ? { 'data-autofocus': true, autoFocus: true } : {}),
  }
  return isLong ? (
    <Textarea {...props} autosize minRows={1} onChange={(event) => type(event.currentTarget.value)} />
  ) : (
    <TextInput {...props} list={suggestions} onChange={(event) => type(event.currentTarget.value)} />
  )
}
