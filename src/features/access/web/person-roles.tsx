import { Button } from '@mantine/core'
import { useState } from 'react'
import { announce } from '../../../web/announce.tsx'
import { ConfirmDialog } from '../../../web/confirm-dialog.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { roleWords } from '../role-words.ts'
import { settingsWords } from '../settings-words.ts'
import { accessClient } from './access-client.ts'
import { GiveRole } from './give-role.tsx'
import type { Person } from './person.ts'
import classes from './person-panel.module.css'

type Membership = Person['memberships'][number]

/** The roles of a person, each with its end, and the form for another. */
export function PersonRoles({ person }: { person: Person }) {
  const t = useWords(settingsWords)
  const say = useWords(roleWords)
  const [asked, ask] = useState<Membership | null>(null)
  const done = () => {
    ask(null)
    announce(t('person.role.ended'))
  }
  const end = useChange(accessClient.endMembership, { onDone: done })
  const wordsOf = ({ role, organisationName }: Membership) => ({
    role: say(`role.${role}`),
    organisation: organisationName,
  })
  return (
    <section className={classes.part}>
      <h3>{t('person.roles')}</h3>
      <ul className={classes.roles}>
        {person.memberships.map((one) => (
          <li key={one.id}>
            <span>
              {say(`role.${one.role}`)}, {one.organisationName}
            </span>
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={t('person.role.end.label', wordsOf(one))}
              onClick={() => ask(one)}
            >
              {t('person.role.end')}
            </Button>
          </li>
        ))}
      </ul>
      <GiveRole person={person} />
      <ConfirmDialog
        isOpen={asked !== null}
        title={asked ? t('person.role.end.title', wordsOf(asked)) : ''}
        confirm={t('person.role.end')}
        onConfirm={() => asked && end.run({ id: asked.id })}
        onCancel={() => ask(null)}
        isPending={end.isPending}
        refusal={end.refusal}
      >
        <p>{asked ? t('person.role.end.text', wordsOf(asked)) : null}</p>
        <p>{t('person.roles.hint')}</p>
      </ConfirmDialog>
    </section>
  )
}
