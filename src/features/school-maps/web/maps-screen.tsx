import { useNavigate } from '@tanstack/react-router'
import * as z from 'zod'
import { holdsSomewhere } from '../../../kernel/actor.ts'
import { DataTable } from '../../../web/data-table.tsx'
import { EmptyState } from '../../../web/empty-state.tsx'
import { FilterChips } from '../../../web/filter-chips.tsx'
import { Loaded } from '../../../web/loaded.tsx'
import { useCall } from '../../../web/query.ts'
import { Page } from '../../../web/shell/page.tsx'
import { useFormat } from '../../../web/use-format.ts'
import { useUrlState } from '../../../web/use-url-state.ts'
import { useWords } from '../../../web/use-words.ts'
import { useActor, useMay } from '../../access/web/me.ts'
import { useProject } from '../../programmes/web/use-project.ts'
import { schoolMapsContract } from '../contract.ts'
import { schoolMaps } from './client.ts'
import { type Debt, debts, debtsOf, type MapSummary } from './debts.ts'
import classes from './map-page.module.css'
import { SchoolMap, type Slot } from './map-page.tsx'
import { mapsWords } from './maps-words.ts'
import { paths } from './paths.ts'
import { StartMaps } from './start-maps.tsx'
import { StatusBadge } from './status-badge.tsx'

const filters = ['waiting', 'school', 'none', 'approved'] as const
const Address = z.object({
  show: z.enum(filters).optional().catch(undefined),
  owes: z.enum(debts).optional().catch(undefined),
})

/** To the authority the maps of all its schools, to a school its own. */
export function MapsScreen({ onApproved }: Slot) {
  const t = useWords(mapsWords)
  const isOfSchool = holdsSomewhere(useActor(), ['school_head', 'school_team'])
  const { project } = useProject()
  const mayStart = useMay(schoolMapsContract.startSchoolMaps) && project?.closedAt === null
  const found = useCall(schoolMaps.listSchoolMaps, {})
  return (
    <Loaded call={found}>
      {({ maps }) => {
        const shown = maps.filter((one) => project === null || one.programmeId === project.id)
        const [only] = shown
        if (isOfSchool && only && shown.length === 1) return <SchoolMap {...only} onApproved={onApproved} />
        return (
          <Page
            title={t(isOfSchool ? 'map.none' : 'maps.title')}
            primary={mayStart && project ? <StartMaps programmeId={project.id} maps={shown} /> : null}
          >
            {shown.length > 0 ? <Maps maps={shown} /> : <Nothing isOfSchool={isOfSchool} />}
          </Page>
        )
      }}
    </Loaded>
  )
}

function Nothing({ isOfSchool }: { isOfSchool: boolean }) {
  const t = useWords(mapsWords)
  const which = isOfSchool ? 'map' : 'maps'
  return <EmptyState title={t(`${which}.none`)}>{t(`${which}.none.text`)}</EmptyState>
}

function Maps({ maps }: { maps: readonly MapSummary[] }) {
  const t = useWords(mapsWords)
  const format = useFormat()
  const navigate = useNavigate()
  const [{ show, owes }, change] = useUrlState(Address)
  const shown = maps.filter((one) => (!show || kindOf(one) === show) && (!owes || debtsOf(one).includes(owes)))
  // Totals are of the rows above them, whatever the filters leave.
  const waiting = shown.filter((one) => kindOf(one) === 'waiting').length
  const filter = {
    key: 'show',
    label: t('maps.filter'),
    value: show ?? null,
    options: filters.map((one) => ({ value: one, label: t(`maps.filter.${one}`) })),
  }
  const debt = {
    key: 'owes',
    label: t('maps.owes'),
    value: owes ?? null,
    options: debts.map((one) => ({ value: one, label: t(`maps.owes.${one}`) })),
  }
  const sayDebt = (one: Debt, { asked }: MapSummary) =>
    one === 'consent' ? t('maps.owes.consent.rows', { count: asked }) : t(`maps.owes.${one}`)
  const owing = shown.filter((one) => debtsOf(one).length > 0).length
  const choose = (key: string, value: string | null) =>
    key === 'owes'
      ? change({ owes: debts.find((one) => one === value) })
      : change({ show: filters.find((one) => one === value) })
  return (
    <div className={classes.list}>
      <FilterChips filters={[filter, debt]} onChange={choose} />
      <DataTable
        caption={t('maps.caption')}
        rows={shown}
        total={maps.length}
        keyOf={(one) => `${one.programmeId}.${one.organisationId}`}
        onOpen={(one) => navigate({ to: paths.map(one.programmeId, one.organisationId) })}
        columns={[
          {
            key: 'school',
            head: t('maps.school'),
            isLong: true,
            cell: (one) => <span title={one.fullName}>{one.shortName}</span>,
            foot: t('maps.total', { count: shown.length }),
          },
          {
            key: 'state',
            head: t('maps.state'),
            cell: (one) => <StatusBadge status={one.status} />,
            ...(waiting > 0 ? { foot: t('maps.waiting', { count: waiting }) } : {}),
          },
          {
            key: 'owes',
            head: t('maps.owes'),
            isNarrow: true,
            cell: (one) => debtsOf(one).map((debt) => <p key={debt}>{sayDebt(debt, one)}</p>),
            ...(owing > 0 ? { foot: t('maps.owing', { count: owing }) } : {}),
          },
          { key: 'since', head: t('maps.since'), cell: (one) => (one.since ? format.moment(one.since) : '') },
          { key: 'rows', head: t('maps.rows'), align: 'number', cell: (one) => (one.status ? one.rows : '') },
          { key: 'comments', head: t('maps.comments'), align: 'number', cell: (one) => one.openComments || '' },
          { key: 'revision', head: t('maps.revision'), align: 'number', cell: (one) => one.revision ?? '' },
        ]}
      />
    </div>
  )
}

/** On whose side it lies. */
function kindOf({ status }: MapSummary): (typeof filters)[number] {
  if (status === null) return 'none'
  if (status === 'submitted') return 'waiting'
  return status === 'approved' ? 'approved' : 'school'
}
