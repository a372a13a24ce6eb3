import { useState } from 'react'
import type * as z from 'zod'
import { type Column, DataTable } from '../../../web/data-table.tsx'
import { EmptyState } from '../../../web/empty-state.tsx'
import { Loaded } from '../../../web/loaded.tsx'
import { useCall } from '../../../web/query.ts'
import { SidePanel } from '../../../web/side-panel.tsx'
import { useWords } from '../../../web/use-words.ts'
import type { OrganisationView } from '../contract.ts'
import { organisationKinds } from '../organisation.ts'
import { organisationsWords } from '../screen-words.ts'
import { byNumberInName } from './by-number-in-name.ts'
import { OrganisationForm } from './organisation-form.tsx'
import { organisationsClient } from './organisations-client.ts'
import { isRussianZone } from './time-zones.ts'

export type Organisation = z.infer<typeof OrganisationView>

/** The authority and everything below it; a card opens at the right. */
export function OrganisationsList() {
  const t = useWords(organisationsWords)
  const listed = useCall(organisationsClient.listOrganisations, {})
  return (
    <Loaded call={listed}>
      {({ organisations }) => (
        <>
          <Organisations organisations={organisations} />
          {organisations.some((one) => one.kind === 'school') ? null : (
            <EmptyState title={t('list.onlyAuthority')}>{t('list.onlyAuthority.next')}</EmptyState>
          )}
        </>
      )}
    </Loaded>
  )
}

function inOrder(a: Organisation, b: Organisation): number {
  const byKind = organisationKinds.indexOf(a.kind) - organisationKinds.indexOf(b.kind)
  return byKind || byNumberInName(a.shortName, b.shortName)
}

function Organisations({ organisations }: { organisations: readonly Organisation[] }) {
  const t = useWords(organisationsWords)
  const [openId, setOpen] = useState<string | null>(null)
  const open = organisations.find((one) => one.id === openId)
  const close = () => setOpen(null)
  const zoneOf = ({ timeZone }: Organisation) => (isRussianZone(timeZone) ? t(`zone.${timeZone}`) : timeZone)
  const columns: Column<Organisation>[] = [
    { key: 'name', head: t('list.name'), cell: ({ shortName }) => shortName },
    { key: 'kind', head: t('list.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
    { key: 'fullName', head: t('list.fullName'), cell: ({ fullName }) => fullName, isLong: true },
    { key: 'zone', head: t('list.zone'), cell: zoneOf },
  ]
  return (
    <>
      <DataTable
        caption={t('list.caption')}
        columns={columns}
        rows={[...organisations].sort(inOrder)}
        keyOf={({ id }) => id}
        openKey={openId}
        onOpen={({ id }) => setOpen(id === openId ? null : id)}
      />
      <SidePanel isOpen={open !== undefined} title={open?.shortName ?? ''} onClose={close}>
        {open ? <OrganisationForm key={open.id} organisation={open} onClose={close} /> : null}
      </SidePanel>
    </>
  )
}
