import { Button } from '@mantine/core'
import { useState } from 'react'
import * as z from 'zod'
import { type Column, DataTable } from '../../../web/data-table.tsx'
import { FilterChips } from '../../../web/filter-chips.tsx'
import { Loaded } from '../../../web/loaded.tsx'
import { Notice } from '../../../web/notice.tsx'
import { useCall } from '../../../web/query.ts'
import { useUrlState } from '../../../web/use-url-state.ts'
import { useWords } from '../../../web/use-words.ts'
import { roleWords } from '../role-words.ts'
import { settingsWords } from '../settings-words.ts'
import { accessClient } from './access-client.ts'
import { AddPerson } from './add-person.tsx'
import { byName, entries, entryOf, type Person, placesOf } from './person.ts'
import { PersonPanel } from './person-panel.tsx'
import { SettingsPage } from './settings-page.tsx'

const PeopleUrl = z.object({
  person: z.string().optional().catch(undefined),
  organisation: z.string().optional().catch(undefined),
  entry: z.enum(entries).optional().catch(undefined),
})

/** «Люди»: everybody whom this person looks after, with roles; a card opens at the right. */
export function PeoplePage() {
  const t = useWords(settingsWords)
  const listed = useCall(accessClient.listPeople, {})
  const [, change] = useUrlState(PeopleUrl)
  const [isAdding, setAdding] = useState(false)
  const added = (person: string) => {
    setAdding(false)
    change({ person })
  }
  const add = (
    <Button variant="filled" onClick={() => setAdding(true)}>
      {t('people.add')}
    </Button>
  )
  return (
    <SettingsPage tab="people" primary={add}>
      <Loaded call={listed}>{({ people }) => <People people={people} />}</Loaded>
      {isAdding ? <AddPerson onAdded={added} onClose={() => setAdding(false)} /> : null}
    </SettingsPage>
  )
}

function People({ people }: { people: readonly Person[] }) {
  const t = useWords(settingsWords)
  const [url, change] = useUrlState(PeopleUrl)
  const columns = useColumns()
  const places = new Map(people.flatMap((one) => one.memberships).map((one) => [one.organisationId, one]))
  const isShown = (one: Person) =>
    (!url.organisation || one.memberships.some(({ organisationId }) => organisationId === url.organisation)) &&
    (!url.entry || entryOf(one) === url.entry)
  const filters = [
    {
      key: 'organisation',
      label: t('people.filter.organisation'),
      value: url.organisation ?? null,
      options: [...places.values()].map((one) => ({ value: one.organisationId, label: one.organisationName })),
    },
    {
      key: 'entry',
      label: t('people.filter.entry'),
      value: url.entry ?? null,
      options: entries.map((one) => ({ value: one, label: t(`people.entry.${one}`) })),
    },
  ]
  const opened = people.find((one) => one.id === url.person)
  return (
    <>
      {people.length === 1 ? <Notice title={t('people.alone')}>{t('people.alone.next')}</Notice> : null}
      <FilterChips filters={filters} onChange={(key, value) => change({ [key]: value ?? undefined })} />
      <DataTable
        caption={t('tab.people')}
        columns={columns}
        rows={people.filter(isShown).sort(byName)}
        total={people.length}
        keyOf={({ id }) => id}
        openKey={url.person ?? null}
        onOpen={({ id }) => change({ person: id === url.person ? undefined : id })}
      />
      {opened ? <PersonPanel key={opened.id} person={opened} onClose={() => change({ person: undefined })} /> : null}
    </>
  )
}

function useColumns(): Column<Person>[] {
  const t = useWords(settingsWords)
  const say = useWords(roleWords)
  const nameOf = (one: Person) => one.name || t('people.namelessAt', { organisation: placesOf(one) })
  const rolesOf = ({ memberships }: Person) =>
    memberships.map((one) => `${say(`role.${one.role}`)} (${one.organisationName})`).join('; ')
  return [
    { key: 'name', head: t('people.name'), cell: nameOf },
    { key: 'position', head: t('people.position'), cell: ({ position }) => position || '—', isLong: true },
    { key: 'roles', head: t('people.roles'), cell: (one) => rolesOf(one) || say('role.none'), isLong: true },
    { key: 'entry', head: t('people.entry'), cell: (one) => t(`people.entry.${entryOf(one)}`) },
  ]
}
