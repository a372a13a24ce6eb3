import { useDebouncedValue } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { createClient } from '../../../kernel/client.ts'
import { useCall } from '../../../web/query.ts'
import { send } from '../../../web/send.ts'
import { useWords } from '../../../web/use-words.ts'
import { searchContract } from '../contract.ts'
import { wordsOf } from '../found.ts'
import { searchWords } from '../words.ts'
import classes from './palette.module.css'
import { type Choice, type Command, choiceOf, commandsWith } from './place-of.ts'

type Props = { commands: readonly Command[]; onClose: () => void }

const search = createClient(searchContract, send)
const PAUSE_MS = 180
const MOST_RECENT = 5

/** What was chosen since the page was loaded: a shared computer keeps no names. */
const recent: Choice[] = []

/** A field over the page: what is typed finds things and commands; arrows choose, Enter goes, Esc closes. */
export function Palette({ commands, onClose }: Props) {
  const t = useWords(searchWords)
  const navigate = useNavigate()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [typed, setTyped] = useState('')
  const [asked] = useDebouncedValue(typed.trim(), PAUSE_MS)
  const [at, setAt] = useState(0)
  const isAsking = wordsOf(asked).length > 0 && asked.length >= 2
  const found = useCall(search.find, { words: asked }, { enabled: isAsking, keepPrevious: true })
  const choices = [
    ...(typed.trim() === '' ? recent : []),
    ...commandsWith(commands, wordsOf(typed)),
    ...(isAsking && typed.trim() !== '' ? (found.data?.found ?? []).map(choiceOf) : []),
  ]
  const chosen = choices[Math.min(at, choices.length - 1)]

  useLayoutEffect(() => {
    const opened = dialog.current
    opened?.showModal()
    return () => opened?.close()
  }, [])
  useEffect(() => {
    if (chosen) document.getElementById(optionId(id, chosen))?.scrollIntoView({ block: 'nearest' })
  })

  const choose = (choice: Choice) => {
    rememberRecent(choice)
    onClose()
    void navigate({ to: choice.to, search: choice.search })
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && choices.length > 0) {
      event.preventDefault()
      setAt((Math.min(at, choices.length - 1) + step + choices.length) % choices.length)
    }
    if (event.key === 'Enter' && chosen) {
      // The focus goes back to where it was, and this press must not reach a button there.
      event.preventDefault()
      choose(chosen)
    }
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes as well
    <dialog
      ref={dialog}
      className={classes.palette}
      aria-label={t('title')}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => (event.target === dialog.current ? onClose() : undefined)}
    >
      <div className={classes.body}>
        <div className={classes.line}>
          <input
            autoFocus
            type="text"
            role="combobox"
            aria-expanded={choices.length > 0}
            aria-controls={id}
            aria-autocomplete="list"
            aria-activedescendant={chosen ? optionId(id, chosen) : undefined}
            aria-label={t('hint')}
            placeholder={t('hint')}
            maxLength={100}
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value)
              setAt(0)
            }}
            onKeyDown={press}
          />
          <button type="button" onClick={onClose}>
            {t('close')}
          </button>
        </div>
        <div role="listbox" id={id} aria-label={t('results')} className={classes.list}>
          {groupsOf(choices).map((group) => (
            // biome-ignore lint/a11y/useSemanticElements: a group of options has no element of its own
            <div key={group.name} role="group" aria-label={t(`group.${group.name}`)}>
              <div className={classes.group} aria-hidden="true">
                {t(`group.${group.name}`)}
              </div>
              {group.choices.map((choice) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keyboard
                <div
                  key={choice.key}
                  id={optionId(id, choice)}
                  role="option"
                  tabIndex={-1}
                  aria-selected={choice === chosen}
                  className={classes.option}
                  onMouseMove={() => setAt(choices.indexOf(choice))}
                  onClick={() => choose(choice)}
                >
                  <span>{choice.title}</span>
                  {choice.note ? <small>{choice.note}</small> : null}
                </div>
              ))}
            </div>
          ))}
        </div>
        <p role="status" className={classes.status}>
          {sayOutcome(t, { isAsking, isLost: found.isError, isPending: found.isFetching, count: choices.length })}
        </p>
      </div>
    </dialog>
  )
}

type Say = (key: 'lost' | 'none' | 'found', params?: { count: number }) => string
type Outcome = { isAsking: boolean; isLost: boolean; isPending: boolean; count: number }

function sayOutcome(t: Say, outcome: Outcome): string {
  const { isAsking, isLost, isPending, count } = outcome
  if (isAsking && isLost) return t('lost')
  if (!isAsking || isPending) return ''
  return count === 0 ? t('none') : t('found', { count })
}

function groupsOf(choices: readonly Choice[]) {
  const groups: { name: Choice['group']; choices: Choice[] }[] = []
  for (const choice of choices) {
    const known = groups.find((one) => one.name === choice.group)
    if (known) known.choices.push(choice)
    else groups.push({ name: choice.group, choices: [choice] })
  }
  return groups
}

function optionId(list: string, { key }: Choice): string {
  return `${list}.${key}`
}

function rememberRecent(choice: Choice) {
  const before = recent.findIndex((one) => one.title === choice.title && one.to === choice.to)
  if (before >= 0) recent.splice(before, 1)
  recent.unshift({ ...choice, key: `recent.${choice.key}`, group: 'recent' })
  recent.splice(MOST_RECENT)
}
