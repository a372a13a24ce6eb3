import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../../../web/use-words.ts'
import { organisationsWords } from '../../organisations/screen-words.ts'
import { AddOrganisation } from '../../organisations/web/add-organisation.tsx'
import { OrganisationsTree } from '../../organisations/web/organisations-tree.tsx'
import { useActor } from './me.ts'
import { SettingsPage } from './settings-page.tsx'

/** «Организации»: the list that the feature of organisations draws, as a section of the settings. */
export function OrganisationsPage() {
  const t = useWords(organisationsWords)
  const actor = useActor()
  const navigate = useNavigate()
  const [isAdding, setAdding] = useState(false)
  const add = (
    <Button variant="filled" onClick={() => setAdding(true)}>
      {t('add.button')}
    </Button>
  )
  const more = [{ label: t('list.fromTable'), onSelect: () => navigate({ to: '/settings/registry' }) }]
  return (
    <SettingsPage tab="organisations" primary={add} more={more}>
      <OrganisationsTree actor={actor} />
      {isAdding ? <AddOrganisation actor={actor} onClose={() => setAdding(false)} /> : null}
    </SettingsPage>
  )
}
