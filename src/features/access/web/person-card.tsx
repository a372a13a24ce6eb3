import { Button } from '@mantine/core'
import { useState } from 'react'
import { DefinitionList } from '../../../web/definition-list.tsx'
import { useWords } from '../../../web/use-words.ts'
import { settingsWords } from '../settings-words.ts'
import type { Person } from './person.ts'
import { PersonForm } from './person-form.tsx'
import classes from './person-panel.module.css'

/** What is known of a person, and the form to change it. */
export function PersonCard({ person }: { person: Person }) {
  const t = useWords(settingsWords)
  const [isEditing, setEditing] = useState(false)
  if (isEditing) return <PersonForm person={person} onClose={() => setEditing(false)} />
  return (
    <div className={classes.part}>
      <DefinitionList
        items={[
          { term: t('people.position'), value: person.position },
          { term: t('person.email'), value: person.email },
          { term: t('person.login'), value: person.login ?? t('person.login.none') },
        ]}
      />
      <div>
        <Button onClick={() => setEditing(true)}>{t('person.change')}</Button>
      </div>
    </div>
  )
}
