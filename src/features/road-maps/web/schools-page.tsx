import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import * as z from 'zod'
import { DataTable } from '../../../web/data-table.tsx'
import { EmptyState } from '../../../web/empty-state.tsx'
import { FilterChips } from '../../../web/filter-chips.tsx'
import { Loaded } from '../../../web/loaded.tsx'
import { useCall } from '../../../web/query.ts'
import { Page } from '../../../web/shell/page.tsx'
import { SidePanel } from '../../../web/side-panel.tsx'
import { useFormat } from '../../../web/use-format.ts'
import { useUrlState } from '../../../web/use-url-state.ts'
import { useWords } from '../../../web/use-words.ts'
import type { ParticipantView, ProgrammeView } from '../../programmes/contract.ts'
import { supportVariants } from '../../programmes/programme.ts'
import { programmesClient as programmes } from '../../programmes/web/programmes-client.ts'
import { useProject } from '../../programmes/web/use-project.ts'
import { variantWords } from '../../programmes/words.ts'
import type { DispatchView, RoadMapSummary } from '../contract.ts'
import { roadMaps } from './client.ts'
import { paths } from './paths.ts'
import { words } from './plan-words.ts'
import classes from './school-card.module.css'
import { SchoolCard } from './school-card.tsx'
import { useRoles } from './use-roles.ts'

const Address = z.object({
  variant: z.enum(supportVariants).optional().catch(undefined),
})

/** The schools of the project: the variant of each, whether its plan was sent and read. */
export function SchoolsPage() {
  const t = useWords(words)
  const navigate = useNavigate()
  const isCoordinator = useRoles('municipal_coordinator')
  const { project, isLoading } = useProject()
  const known = useCall(roadMaps.listRoadMaps, {})
  const begin = isCoordinator ? (
    <Button variant="filled" onClick={() => navigate({ to: paths.imports })}>
      {t('schools.import')}
    </Button>
  ) : null
  const isEmpty = !project && !isLoading
  return (
    <Page title={t('schools.title')}>
      {isEmpty ? (
        <EmptyState title={t('schools.none')} actions={begin}>
          {t('schools.none.text')}
        </EmptyState>
      ) : null}
      {project ? (
        <Schools
          key={project.id}
          programme={project}
          roadMap={known.data?.roadMaps.find((one) => one.programmeId === project.id) ?? null}
        />
      ) : null}
    </Page>
  )
}

type Props = { programme: ProgrammeView; roadMap: RoadMapSummary | null }

function Schools({ programme, roadMap }: Props) {
  const say = useWords(variantWords)
  const t = useWords(words)
  const [{ variant }, change] = useUrlState(Address)
  const [openId, setOpen] = useState<string | null>(null)
  const found = useCall(programmes.listParticipants, { id: programme.id })
  const sent = useCall(roadMaps.listDispatches, { id: roadMap?.id ?? '' }, { enabled: roadMap !== null })
  const dispatchOf = (school: ParticipantView) =>
    sent.data?.dispatches.find((one) => one.organisationId === school.organisationId) ?? null
  const filter = {
    key: 'variant',
    label: t('schools.variant'),
    value: variant ?? null,
    options: supportVariants.map((one) => ({ value: one, label: say(`short.${one}`) })),
  }
  return (
    <div className={classes.page}>
      <FilterChips filters={[filter]} onChange={(key, value) => change({ [key]: value ?? undefined })} />
      <Loaded call={found}>
        {({ participants }) => {
          const open = participants.find((one) => one.organisationId === openId)
          return (
            <>
              <SchoolsTable
                participants={participants}
                shown={participants.filter((one) => !variant || one.variant === variant)}
                dispatchOf={dispatchOf}
                openId={openId}
                onOpen={setOpen}
              />
              <SidePanel isOpen={open !== undefined} title={open?.shortName} onClose={() => setOpen(null)}>
                {open ? (
                  <SchoolCard
                    key={open.organisationId}
                    programmeId={programme.id}
                    school={open}
                    roadMapId={roadMap?.id ?? null}
                    dispatch={dispatchOf(open)}
                  />
                ) : null}
              </SidePanel>
            </>
          )
        }}
      </Loaded>
    </div>
  )
}

type TableProps = {
  participants: readonly ParticipantView[]
  shown: readonly ParticipantView[]
  dispatchOf: (school: ParticipantView) => DispatchView | null
  openId: string | null
  onOpen: (id: string) => void
}

function SchoolsTable({ participants, shown, dispatchOf, openId, onOpen }: TableProps) {
  const t = useWords(words)
  const say = useWords(variantWords)
  const format = useFormat()
  const undecided = participants.filter((one) => one.variant === 'undefined').length
  const at = (moment: string | null | undefined) => (moment ? format.moment(moment) : t('schools.notSent'))
  return (
    <DataTable
      caption={t('schools.caption')}
      rows={shown}
      total={participants.length}
      keyOf={(school) => school.organisationId}
      onOpen={(school) => onOpen(school.organisationId)}
      openKey={openId}
      columns={[
        {
          key: 'name',
          head: t('dispatch.school'),
          isLong: true,
          cell: (school) => <span title={school.fullName}>{school.shortName}</span>,
        },
        {
          key: 'variant',
          head: t('schools.variant'),
          cell: (school) => say(`short.${school.variant}`),
          ...(undecided > 0 ? { foot: t('schools.total', { count: undecided }) } : {}),
        },
        { key: 'sent', head: t('schools.sent'), cell: (school) => at(dispatchOf(school)?.sentAt) },
        {
          key: 'acknowledged',
          head: t('schools.acknowledged'),
          cell: (school) => at(dispatchOf(school)?.acknowledgedAt),
        },
      ]}
    />
  )
}
