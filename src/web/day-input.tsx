import { ActionIcon, TextInput } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { type ReactNode, useRef, useState } from 'react'
import { type Day, dotted, isDay } from '../kernel/day.ts'
import classes from './day-input.module.css'
import { readDay } from './read-day.ts'
import { useWords } from './use-words.ts'
import { words } from './words.ts'

type Props = {
  label: string
  value: Day | null
  onChange: (value: Day | null) => void
  id?: string
  hint?: ReactNode
  error?: ReactNode
  min?: Day
  max?: Day
  isRequired?: boolean
}

/** A day, typed («13.02.2024») or taken from the browser's own calendar. Half-typed text is `null` and says why on leaving. */
export function DayInput({ label, value, onChange, id, hint, error, min, max, isRequired = false }: Props) {
  const t = useWords(words)
  const calendar = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<{ text: string; value: Day | null } | null>(null)
  const [isLeft, setLeft] = useState(true)
  const text = typed && typed.value === value ? typed.text : value ? dotted(value) : ''

  const type = (next: string) => {
    const read = readDay(next)
    setLeft(false)
    setTyped({ text: next, value: read })
    if (read !== value) onChange(read)
  }
  const pick = (next: string) => {
    setTyped(null)
    onChange(isDay(next) ? next : null)
  }
  const leave = () => {
    setLeft(true)
    if (value) setTyped(null)
  }
  const fault = () => {
    if (text.trim() !== '' && !value) return t('day.wrong', { text })
    if (value && min && value < min) return t('day.early', { day: dotted(min) })
    if (value && max && value > max) return t('day.late', { day: dotted(max) })
    return null
  }

  return (
    <TextInput
      className={classes.day}
      {...(id ? { id } : {})}
      label={label}
      description={hint ?? t('day.hint')}
      error={(isLeft ? fault() : null) ?? error}
      required={isRequired}
      value={text}
      inputMode="numeric"
      autoComplete="off"
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={leave}
      rightSectionWidth="var(--control)"
      rightSection={
        <span className={classes.picker}>
          <ActionIcon aria-label={t('day.open')} title={t('day.open')} onClick={() => calendar.current?.showPicker?.()}>
            <IconCalendar size="var(--icon)" aria-hidden="true" />
          </ActionIcon>
          <input
            ref={calendar}
            className={classes.native}
            type="date"
            tabIndex={-1}
            aria-hidden="true"
            value={value ?? ''}
            min={min}
            max={max}
            onChange={(event) => pick(event.currentTarget.value)}
          />
        </span>
      }
    />
  )
}
