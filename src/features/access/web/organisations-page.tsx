import { Button } from '@mantine/core'
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
  const [isAdding, setAdding] = useState(false)
  const add = (
    <Button variant="filled" onClick={() => setAdding(true)}>
      {t('add.button')}
    </Button>
  )
  return (
    <SettingsPage tab="organisations" primary={add}>
      <OrganisationsTree actor={actor} />
      {isAdding ? <AddOrganisation actor={actor} onClose={() => setAdding(false)} /> : null}
    </SettingsPage>
  )
}
