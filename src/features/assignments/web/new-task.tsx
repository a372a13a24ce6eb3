import { Button, Checkbox, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type Day, isDay } from '../../../kernel/day.ts'
import { announce } from '../../../web/announce.tsx'
import { DayInput } from '../../../web/day-input.tsx'
import { useDraft } from '../../../web/draft.ts'
import { Loaded } from '../../../web/loaded.tsx'
import { useCall } from '../../../web/query.ts'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { SidePanel } from '../../../web/side-panel.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { assignments, organisations } from './client.ts'
import { LetterFields } from './letter-fields.tsx'
import { emptyTask, type TaskDraft } from './task-draft.ts'
import classes from './task-panel.module.css'
import { words } from './task-words.ts'
import { useLetter } from './use-letter.ts'

const SHORTEST = 3

/** A task in under a minute: what, by when, to whom; the letter if there is one. Typed things survive a reload. */
export function NewTask({ letterId, onClose }: { letterId?: string | undefined; onClose: () => void }) {
  const t = useWords(words)
  const draft = useDraft('task.new', emptyTask)
  const [wrong, setWrong] = useState<ReturnType<typeof faultsOf>>([])
  const give = useChange(assignments.giveTask, {
    onDone: (task) => {
      draft.clear()
      announce(t('form.done', { count: task.recipients.length }))
      onClose()
    },
  })
  const { value } = draft
  useLetter(letterId, draft)
  const set = (change: Partial<TaskDraft>) => draft.set({ ...value, ...change })
  const send = (event: FormEvent) => {
    event.preventDefault()
    const faults = faultsOf(value)
    setWrong(faults)
    if (faults.length === 0 && isDay(value.dueOn)) give.run(inputOf(value, value.dueOn))
  }
  const errorOf = (field: (typeof wrong)[number]) => (wrong.includes(field) ? t(`form.error.${field}`) : null)
  return (
    <SidePanel
      isOpen
      title={t('form.title')}
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form="new-task" variant="filled" loading={give.isPending}>
            {t('give')}
          </Button>
          <Button onClick={onClose}>{t('form.cancel')}</Button>
        </>
      }
    >
      <form id="new-task" className={classes.form} onSubmit={send} noValidate>
        <Textarea
          label={t('form.text')}
          description={t('form.text.hint')}
          required
          autosize
          minRows={3}
          value={value.text}
          error={errorOf('text')}
          onChange={(event) => set({ text: event.currentTarget.value })}
        />
        <div className={classes.when}>
          <DayInput
            label={t('form.dueOn')}
            value={isDay(value.dueOn) ? value.dueOn : null}
            onChange={(day) => set({ dueOn: day ?? '' })}
            error={errorOf('dueOn')}
            isRequired
          />
          <TextInput
            label={t('form.dueTime')}
            description={t('form.dueTime.hint')}
            placeholder="16:00"
            value={value.dueTime}
            error={errorOf('dueTime')}
            onChange={(event) => set({ dueTime: event.currentTarget.value })}
          />
        </div>
        <Recipients chosen={value.to} onChange={(to) => set({ to })} error={errorOf('recipients')} />
        <details
          className={classes.letter}
          open={value.number !== '' || value.fileId !== '' || Boolean(value.documentId)}
        >
          <summary>{t('form.letter')}</summary>
          {value.documentId ? (
            <p>{t('form.letter.journal', { number: value.number, sender: value.sender })}</p>
          ) : (
            <LetterFields value={value} onChange={set} />
          )}
        </details>
        <RefusalNote refusal={give.refusal} onRetry={give.retry} />
      </form>
    </SidePanel>
  )
}

type RecipientsProps = { chosen: readonly string[]; onChange: (ids: string[]) => void; error: string | null }

function Recipients({ chosen, onChange, error }: RecipientsProps) {
  const t = useWords(words)
  const found = useCall(organisations.listOrganisations, {})
  return (
    <fieldset className={classes.recipientsOf}>
      <legend>{t('form.recipients')}</legend>
      <Loaded call={found}>
        {({ organisations: all }) => {
          const schools = all.filter((one) => one.kind === 'school')
          const isAll = schools.every((one) => chosen.includes(one.id))
          return (
            <>
              <div className={classes.row}>
                <Button size="compact-sm" onClick={() => onChange(isAll ? [] : schools.map((one) => one.id))}>
                  {t(isAll ? 'form.none' : 'form.all')}
                </Button>
                <span role="status">{chosen.length > 0 ? t('form.chosen', { count: chosen.length }) : ''}</span>
              </div>
              <div className={classes.boxes}>
                {schools.map((one) => (
                  <Checkbox
                    key={one.id}
                    label={one.shortName}
                    checked={chosen.includes(one.id)}
                    onChange={(event) =>
                      onChange(event.currentTarget.checked ? [...chosen, one.id] : chosen.filter((id) => id !== one.id))
                    }
                  />
                ))}
              </div>
            </>
          )
        }}
      </Loaded>
      {error ? (
        <span className={classes.error} role="alert">
          {error}
        </span>
      ) : null}
    </fieldset>
  )
}

/** «16:00», «16.00», «9:30»; null where no clock shows it. */
function readHour(text: string): string | null {
  const [, hours = '', minutes = ''] = /^([01]?\d|2[0-3])[:.]?([0-5]\d)$/.exec(text.trim()) ?? []
  return hours === '' ? null : `${hours.padStart(2, '0')}:${minutes}`
}

type Fault = 'text' | 'dueOn' | 'dueTime' | 'recipients'

function faultsOf({ text, dueOn, dueTime, to }: TaskDraft): Fault[] {
  const faults = [
    text.trim().length < SHORTEST ? ('text' as const) : null,
    isDay(dueOn) ? null : ('dueOn' as const),
    dueTime.trim() === '' || readHour(dueTime) ? null : ('dueTime' as const),
    to.length === 0 ? ('recipients' as const) : null,
  ]
  return faults.filter((one) => one !== null)
}

function inputOf(draft: TaskDraft, dueOn: Day) {
  if (draft.documentId) {
    const { text, to, documentId } = draft
    return { text, dueOn, dueTime: readHour(draft.dueTime), organisationIds: to, letter: { documentId } }
  }
  const hasLetter = draft.number !== '' || draft.sender !== '' || draft.fileId !== '' || draft.signedOn !== ''
  return {
    text: draft.text,
    dueOn,
    dueTime: readHour(draft.dueTime),
    organisationIds: draft.to,
    letter: hasLetter
      ? {
          number: draft.number || null,
          signedOn: draft.signedOn || null,
          sender: draft.sender || null,
          fileId: draft.fileId || null,
        }
      : null,
  }
}
