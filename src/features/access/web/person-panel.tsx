import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { announce } from '../../../web/announce.tsx'
import { ConfirmDialog } from '../../../web/confirm-dialog.tsx'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { SidePanel } from '../../../web/side-panel.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import { journalContract } from '../journal-contract.ts'
import { journalWords } from '../journal-words.ts'
import { secondFactorContract } from '../second-factor-contract.ts'
import { settingsWords } from '../settings-words.ts'
import { accessClient } from './access-client.ts'
import { useMay, useMe } from './me.ts'
import { entryOf, type Person, placesOf } from './person.ts'
import { PersonCard } from './person-card.tsx'
import { PersonLink } from './person-link.tsx'
import classes from './person-panel.module.css'
import { PersonPhone } from './person-phone.tsx'
import { PersonRoles } from './person-roles.tsx'
import { PersonView } from './person-view.tsx'

type Props = { person: Person; onClose: () => void }

/** A person's card: name and position, roles, the link for signing in, and closing the entry. */
export function PersonPanel({ person, onClose }: Props) {
  const t = useWords(settingsWords)
  const me = useMe()
  const isMyself = me.person.id === person.id
  const journal = useWords(journalWords)
  const mayReadJournal = useMay(journalContract.listPersonReads)
  const mayTakeOff = useMay(secondFactorContract.takeSecondFactorOff)
  return (
    <SidePanel
      isOpen
      title={person.name || t('people.namelessAt', { organisation: placesOf(person) })}
      lead={<span className={classes.lead}>{t(`people.entry.${entryOf(person)}`)}</span>}
      onClose={onClose}
    >
      <div className={classes.parts}>
        <PersonCard person={person} />
        <PersonRoles person={person} />
        {isMyself || person.disabled ? null : <PersonLink person={person} />}
        {mayReadJournal ? (
          <div>
            <Link to={`/settings/people/${person.id}/reads`}>{journal('reads.open')}</Link>
          </div>
        ) : null}
        {mayTakeOff ? (
          <div>
            <Link to={`/settings/people/${person.id}/data`}>{journal('data.open')}</Link>
          </div>
        ) : null}
        {mayTakeOff && !isMyself && !person.disabled && person.name !== '' ? <PersonView person={person} /> : null}
        {mayTakeOff && person.hasSecondFactor && !isMyself ? <PersonPhone person={person} /> : null}
        {isMyself || person.name === '' ? null : <PersonEntry person={person} />}
      </div>
    </SidePanel>
  )
}

function PersonEntry({ person }: { person: Person }) {
  const t = useWords(settingsWords)
  const [isAsked, setAsked] = useState(false)
  const done = () => {
    setAsked(false)
    announce(t(person.disabled ? 'person.enabled' : 'person.disabled'))
  }
  const change = useChange(accessClient.changePerson, { onDone: done })
  const { id, rowVersion, name, position } = person
  const turn = (disabled: boolean) => change.run({ id, rowVersion, name, position, disabled })
  if (person.disabled) {
    return (
      <div>
        <RefusalNote refusal={change.refusal} onRetry={change.retry} />
        <Button onClick={() => turn(false)} loading={change.isPending}>
          {t('person.enable')}
        </Button>
      </div>
    )
  }
  return (
    <div>
      <Button onClick={() => setAsked(true)}>{t('person.disable')}</Button>
      <ConfirmDialog
        isOpen={isAsked}
        title={t('person.disable.title', { name })}
        confirm={t('person.disable')}
        onConfirm={() => turn(true)}
        onCancel={() => setAsked(false)}
        isPending={change.isPending}
        refusal={change.refusal}
      >
        <p>{t('person.disable.text')}</p>
      </ConfirmDialog>
    </div>
  )
}
