import { Button, TextInput } from '@mantine/core'
import { useId } from 'react'
import { announce } from '../../../web/announce.tsx'
import { Dialog } from '../../../web/dialog.tsx'
import { useDraft } from '../../../web/draft.ts'
import { FormErrors } from '../../../web/form-errors.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { words } from '../../../web/words.ts'
import classes from '../../organisations/web/form.module.css'
import { useForm } from '../../organisations/web/use-form.ts'
import { settingsWords } from '../settings-words.ts'
import { accessClient } from './access-client.ts'
import { isRole, RoleFields, useRoleChoice } from './role-fields.tsx'

const empty = { name: '', position: '', organisationId: '', role: '' }

type Props = { onAdded: (id: string) => void; onClose: () => void }

/** A new person with a first role; the link for signing in is made on the card. */
export function AddPerson({ onAdded, onClose }: Props) {
  const t = useWords(settingsWords)
  const shared = useWords(words)
  const formId = useId()
  const draft = useDraft('person.new', empty)
  const choice = useRoleChoice(draft.value)
  const add = useChange(accessClient.addPerson, {
    onDone: ({ id }, { name }) => {
      draft.clear()
      announce(t('people.add.done', { name }))
      onAdded(id)
    },
  })
  const form = useForm({
    name: 'newPerson',
    values: { ...draft.value, organisationId: choice.organisationId, role: choice.role },
    set: draft.set,
    refusal: add.refusal,
    faultAt: { 'access.role-not-here': 'role' },
    send: ({ role, ...rest }) => {
      if (isRole(role)) add.run({ ...rest, role })
    },
    check: ({ name }) => ({ name: name.trim().length < 2 ? t('person.name.fault') : null }),
  })
  return (
    <Dialog
      isOpen
      title={t('people.add')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{shared('confirm.cancel')}</Button>
          <Button type="submit" form={formId} variant="filled" loading={add.isPending}>
            {t('people.add.submit')}
          </Button>
        </>
      }
    >
      <form id={formId} className={classes.form} onSubmit={form.onSubmit} noValidate>
        <FormErrors errors={form.errors} />
        <RefusalNote refusal={form.note} onRetry={add.retry} />
        <TextInput {...form.field('name')} label={t('people.name')} maxLength={200} autoComplete="off" />
        <TextInput {...form.field('position')} label={t('people.position')} maxLength={200} autoComplete="off" />
        <RoleFields field={form.field} choice={choice} />
        <p className={classes.hint}>{t('people.add.next')}</p>
      </form>
    </Dialog>
  )
}
