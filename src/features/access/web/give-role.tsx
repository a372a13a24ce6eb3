import { Button } from '@mantine/core'
import { useState } from 'react'
import { announce } from '../../../web/announce.tsx'
import { FormErrors } from '../../../web/form-errors.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { words } from '../../../web/words.ts'
import classes from '../../organisations/web/form.module.css'
import { useForm } from '../../organisations/web/use-form.ts'
import { settingsWords } from '../settings-words.ts'
import { accessClient } from './access-client.ts'
import type { Person } from './person.ts'
import { isRole, RoleFields, useRoleChoice } from './role-fields.tsx'

/** One more role for the same person: a director may also be the curator of others. */
export function GiveRole({ person }: { person: Person }) {
  const t = useWords(settingsWords)
  const [isOpen, setOpen] = useState(false)
  if (isOpen) return <GiveRoleForm person={person} onClose={() => setOpen(false)} />
  return (
    <div>
      <Button onClick={() => setOpen(true)}>{t('person.role.give')}</Button>
    </div>
  )
}

function GiveRoleForm({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useWords(settingsWords)
  const shared = useWords(words)
  const [wanted, set] = useState({ organisationId: person.memberships[0]?.organisationId ?? '', role: '' })
  const choice = useRoleChoice(wanted)
  const done = () => {
    announce(t('person.role.given'))
    onClose()
  }
  const give = useChange(accessClient.addMembership, { onDone: done })
  const form = useForm({
    name: 'role',
    values: { organisationId: choice.organisationId, role: choice.role },
    set,
    refusal: give.refusal,
    faultAt: { 'access.role-known': 'role', 'access.role-not-here': 'role' },
    send: ({ organisationId, role }) => {
      if (isRole(role)) give.run({ id: person.id, organisationId, role })
    },
    check: () => ({}),
  })
  return (
    <form className={classes.form} onSubmit={form.onSubmit} noValidate>
      <FormErrors errors={form.errors} />
      <RefusalNote refusal={form.note} onRetry={give.retry} />
      <RoleFields field={form.field} choice={choice} />
      <div className={classes.actions}>
        <Button type="submit" variant="filled" loading={give.isPending}>
          {t('person.role.give')}
        </Button>
        <Button onClick={onClose}>{shared('confirm.cancel')}</Button>
      </div>
      <p className={classes.hint}>{t('person.roles.hint')}</p>
    </form>
  )
}
