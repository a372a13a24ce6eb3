import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import * as z from 'zod'
import type { Actor } from '../../../kernel/actor.ts'
import { EmptyState } from '../../../web/empty-state.tsx'
import { FilterChips } from '../../../web/filter-chips.tsx'
import { Loaded } from '../../../web/loaded.tsx'
import { useCall } from '../../../web/query.ts'
import { useUrlState } from '../../../web/use-url-state.ts'
import { useWords } from '../../../web/use-words.ts'
import { organisationsWords } from '../screen-words.ts'
import { OrganisationPanel } from './organisation-panel.tsx'
import { organisationsClient } from './organisations-client.ts'
import classes from './organisations-tree.module.css'
import { type Organisation, treeRows } from './tree-rows.ts'
import { TreeTable } from './tree-table.tsx'

const states = ['open', 'closed'] as const

const Address = z.object({
  q: z.string().optional().catch(undefined),
  state: z.enum(states).optional().catch(undefined),
  organisation: z.string().optional().catch(undefined),
})

/** Region, authorities and schools as a tree that can be searched; a card opens at the right. */
export function OrganisationsTree({ actor }: { actor: Actor }) {
  const t = useWords(organisationsWords)
  const listed = useCall(organisationsClient.listOrganisations, {})
  return (
    <Loaded call={listed}>
      {({ organisations }) => (
        <>
          <Tree organisations={organisations} actor={actor} />
          {organisations.some((one) => one.kind === 'school') ? null : (
            <EmptyState title={t('list.onlyAuthority')}>{t('list.onlyAuthority.next')}</EmptyState>
          )}
        </>
      )}
    </Loaded>
  )
}

/** So few are shown unfolded at once. */
const UNFOLDED = 60

function Tree({ organisations, actor }: { organisations: readonly Organisation[]; actor: Actor }) {
  const t = useWords(organisationsWords)
  const [url, change] = useUrlState(Address)
  const [open, setOpen] = useState(() => firstOpen(organisations))
  const state = url.state ?? null
  const rows = treeRows(organisations, { query: url.q ?? '', open, state })
  const opened = organisations.find((one) => one.id === url.organisation)
  const fold = (id: string) => setOpen((before) => toggled(before, id))
  const filters = [
    {
      key: 'state',
      label: t('tree.state'),
      value: url.state ?? null,
      options: states.map((value) => ({ value, label: t(`tree.state.${value}`) })),
    },
  ]
  return (
    <>
      <div className={classes.bar}>
        <TextInput
          className={classes.search}
          type="search"
          aria-label={t('tree.search')}
          placeholder={t('tree.search')}
          leftSection={<IconSearch size="var(--icon)" aria-hidden="true" />}
          value={url.q ?? ''}
          onChange={(event) => change({ q: event.currentTarget.value || undefined })}
        />
        <FilterChips
          filters={filters}
          onChange={(_, value) => change({ state: states.find((one) => one === value) })}
        />
      </div>
      <TreeTable
        rows={rows}
        total={organisations.length}
        openKey={url.organisation ?? null}
        onFold={fold}
        onOpen={({ id }) => change({ organisation: id === url.organisation ? undefined : id })}
      />
      {opened ? (
        <OrganisationPanel
          key={opened.id}
          organisation={opened}
          organisations={organisations}
          actor={actor}
          onClose={() => change({ organisation: undefined })}
        />
      ) : null}
    </>
  )
}

function firstOpen(organisations: readonly Organisation[]): ReadonlySet<string> {
  const isFew = organisations.length <= UNFOLDED
  return new Set(organisations.filter((one) => isFew || one.kind === 'region').map((one) => one.id))
}

function toggled(before: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const after = new Set(before)
  if (!after.delete(id)) after.add(id)
  return after
}
