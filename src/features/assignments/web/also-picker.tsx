import { Button, Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import boxed from '../../../web/boxed-choices.module.css'
import { useLanguage } from '../../../web/language.ts'
import { Loaded } from '../../../web/loaded.tsx'
import { useCall } from '../../../web/query.ts'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import { sayWindow } from '../say-window.ts'
import type { OpenCell } from '../shared-proof.ts'
import { isSameWindow } from '../window.ts'
import classes from './also-picker.module.css'
import { words } from './also-words.ts'
import { assignments } from './client.ts'

type Place = Pick<OpenCell, 'activityId' | 'window'>

export type PickerProps = {
  organisationId: string
  /** Whose rows need not be told apart by their project. */
  programmeId: string | null
  /** Where the proof stands already. */
  taken: readonly Place[]
  chosen: readonly OpenCell[]
  onChange: (chosen: OpenCell[]) => void
  hint: string
}

const SHOWN = 6

/** Other open rows of the same school, the nearest first; what is ticked stays in view whatever is searched for. */
export function AlsoPicker(props: PickerProps) {
  const t = useWords(words)
  const [isOpen, setOpen] = useState(false)
  if (!isOpen && props.chosen.length === 0) {
    return (
      <div>
        <Button variant="subtle" size="compact-sm" aria-expanded={false} onClick={() => setOpen(true)}>
          {t('open')}
        </Button>
      </div>
    )
  }
  return <OpenPicker {...props} />
}

export function OpenPicker({ organisationId, programmeId, taken, chosen, onChange, hint }: PickerProps) {
  const t = useWords(words)
  const found = useCall(assignments.listOpenCells, { organisationId })
  const [text, setText] = useState('')
  return (
    <fieldset className={boxed.choices}>
      <legend>{t('title')}</legend>
      <p className={classes.soft}>{hint}</p>
      <Loaded call={found}>
        {({ cells }) => {
          const others = cells.filter((one) => !taken.some((place) => isSame(place, one)))
          const free = others.filter((one) => !chosen.some((place) => isSame(place, one)))
          const fitting = free.filter((one) => fits(one, text))
          const hidden = fitting.length - SHOWN
          if (others.length === 0 && chosen.length === 0) return <p>{t('none')}</p>
          return (
            <>
              {others.length > SHOWN ? (
                <TextInput
                  type="search"
                  label={t('find')}
                  value={text}
                  onChange={(event) => setText(event.currentTarget.value)}
                />
              ) : null}
              <div className={classes.rows}>
                {chosen.map((one) => (
                  <Row
                    key={keyOf(one)}
                    cell={one}
                    isSameProject={one.programmeId === programmeId}
                    now={cells.find((other) => isSame(one, other)) ?? null}
                    isChosen
                    onToggle={() => onChange(chosen.filter((other) => other !== one))}
                  />
                ))}
                {fitting.slice(0, SHOWN).map((one) => (
                  <Row
                    key={keyOf(one)}
                    cell={one}
                    isSameProject={one.programmeId === programmeId}
                    now={one}
                    onToggle={() => onChange([...chosen, one])}
                  />
                ))}
              </div>
              <p className={classes.soft} role="status">
                {hidden > 0 ? t('more', { count: hidden }) : fitting.length === 0 && text ? t('nothing.found') : ''}
              </p>
            </>
          )
        }}
      </Loaded>
    </fieldset>
  )
}

type RowProps = {
  cell: OpenCell
  isSameProject: boolean
  now: OpenCell | null
  isChosen?: boolean
  onToggle: () => void
}

function Row({ cell, isSameProject, now, isChosen = false, onToggle }: RowProps) {
  const t = useWords(words)
  const format = useFormat()
  const [language] = useLanguage()
  const where = [
    isSameProject && cell.programmeId ? '' : (cell.programmeTitle ?? t('task')),
    sayWindow(cell.window, language),
    cell.dueOn ? t('until', { day: format.dayShort(cell.dueOn) }) : '',
  ].filter(Boolean)
  const fault = now ? (now.version === cell.version ? null : t('moved-on')) : t('gone')
  return (
    <Checkbox
      checked={isChosen}
      onChange={onToggle}
      label={[cell.number, cell.title].filter(Boolean).join(' ')}
      description={where.join(' · ')}
      error={isChosen ? fault : null}
    />
  )
}

/** The part of a choice that travels. */
export function asOther({ activityId, window, version }: OpenCell) {
  return { activityId, window, version }
}

function fits({ number, title, programmeTitle }: OpenCell, text: string): boolean {
  const said = `${number ?? ''} ${title} ${programmeTitle ?? ''}`.toLocaleLowerCase('ru')
  return text
    .toLocaleLowerCase('ru')
    .split(/\s+/)
    .every((part) => said.includes(part))
}

function isSame(one: Place, other: Place): boolean {
  return one.activityId === other.activityId && isSameWindow(one.window, other.window)
}

function keyOf({ activityId, window }: Place): string {
  return `${activityId}.${window.start}.${window.end}`
}
