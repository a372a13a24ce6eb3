import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useCall } from '../../../web/query.ts'
import { useWords } from '../../../web/use-words.ts'
import { organisationsWords } from '../../organisations/screen-words.ts'
import { AddOrganisation } from '../../organisations/web/add-organisation.tsx'
import { organisationsClient } from '../../organisations/web/organisations-client.ts'
import { OrganisationsTree } from '../../organisations/web/organisations-tree.tsx'
import { AddRegionAbove, topsOf } from './add-region-above.tsx'
import { useActor } from './me.ts'
import { SettingsPage } from './settings-page.tsx'

/** «Организации»: the list that the feature of organisations draws, as a section of the settings. */
export function OrganisationsPage() {
  const t = useWords(organisationsWords)
  const actor = useActor()
  const navigate = useNavigate()
  const [isAdding, setAdding] = useState(false)
  const [isAbove, setAbove] = useState(false)
  const listed = useCall(organisationsClient.listOrganisations, {})
  const tops = topsOf(actor, listed.data?.organisations ?? [])
  const add = (
    <Button variant="filled" onClick={() => setAdding(true)}>
      {t('add.button')}
    </Button>
  )
  const more = [
    { label: t('list.fromTable'), onSelect: () => navigate({ to: '/settings/registry' }) },
    ...(tops.length > 0 ? [{ label: t('above.open'), onSelect: () => setAbove(true) }] : []),
  ]
  return (
    <SettingsPage tab="organisations" primary={add} more={more}>
      <OrganisationsTree actor={actor} />
      {isAbove ? <AddRegionAbove authorities={tops} onClose={() => setAbove(false)} /> : null}
      {isAdding ? <AddOrganisation actor={actor} onClose={() => setAdding(false)} /> : null}
    </SettingsPage>
  )
}
