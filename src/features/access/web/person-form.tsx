import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import * as z from 'zod'
import { announce } from '../../../web/announce.tsx'
import { useDraft } from '../../../web/draft.ts'
import { FormErrors } from '../../../web/form-errors.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { SavedNote } from '../../../web/saved-note.tsx'
import { StaleNote } from '../../../web/stale-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { words } from '../../../web/words.ts'
import classes from '../../organisations/web/form.module.css'
import { useForm } from '../../organisations/web/use-form.ts'
import { settingsWords } from '../settings-words.ts'
import { accessClient } from './access-client.ts'
import type { Person } from './person.ts'

type Card = { name: string; position: string }

const Current = z.object({ name: z.string(), position: z.string(), rowVersion: z.int() })

/** Name and position; what somebody else wrote meanwhile is shown beside one's own. */
export function PersonForm({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useWords(settingsWords)
  const shared = useWords(words)
  // With the version that was read: a card asked again while one types does not make an old text look fresh.
  const [start] = useState(() => ({ name: person.name, position: person.position, rowVersion: person.rowVersion }))
  const draft = useDraft(`person.${person.id}`, start)
  const close = () => {
    draft.clear()
    onClose()
  }
  const done = () => {
    announce(t('person.saved', { name: draft.value.name.trim() }))
    close()
  }
  const change = useChange(accessClient.changePerson, { onDone: done })
  const save = ({ name, position }: Card, rowVersion: number) =>
    change.run({ id: person.id, rowVersion, name, position, disabled: person.disabled })
  const { rowVersion, ...values } = draft.value
  const form = useForm({
    name: 'person',
    values,
    set: (next: Card) => draft.set({ ...next, rowVersion }),
    refusal: change.refusal,
    send: (next) => save(next, rowVersion),
    check: ({ name }) => ({ name: name.trim().length < 2 ? t('person.name.fault') : null }),
  })
  return (
    <form className={classes.form} onSubmit={form.onSubmit} noValidate>
      <FormErrors errors={form.errors} />
      <RefusalNote refusal={form.note} onRetry={change.retry} />
      <StaleNote
        refusal={change.refusal}
        schema={Current}
        yours={textOf(values)}
        show={textOf}
        onKeep={(current) => save(values, current.rowVersion)}
        onTake={close}
      />
      <TextInput {...form.field('name')} label={t('people.name')} maxLength={200} />
      <TextInput {...form.field('position')} label={t('people.position')} maxLength={200} />
      <div className={classes.actions}>
        <Button type="submit" variant="filled" loading={change.isPending}>
          {t('person.save')}
        </Button>
        <Button onClick={close}>{shared('confirm.cancel')}</Button>
        <SavedNote at={null} isRestored={draft.isRestored} />
      </div>
    </form>
  )
}

function textOf({ name, position }: Card): string {
  return `${name}\n${position}`
}
