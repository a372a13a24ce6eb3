import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconFileSpreadsheet, IconPrinter } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import * as z from 'zod'
import { holdsSomewhere } from '../../../kernel/actor.ts'
import { assignmentStates } from '../../../kernel/assignment-state.ts'
import { EmptyState } from '../../../web/empty-state.tsx'
import { type Filter, FilterChips } from '../../../web/filter-chips.tsx'
import { Loaded } from '../../../web/loaded.tsx'
import { Loading } from '../../../web/loading.tsx'
import type { MoreItem } from '../../../web/more-menu.tsx'
import { useCall } from '../../../web/query.ts'
import { hrefOf } from '../../../web/send.ts'
import { Page } from '../../../web/shell/page.tsx'
import { TimeZone } from '../../../web/use-format.ts'
import { useUrlState } from '../../../web/use-url-state.ts'
import { useWords } from '../../../web/use-words.ts'
import { words as webWords } from '../../../web/words.ts'
import { useActor } from '../../access/web/me.ts'
import { useProject } from '../../programmes/web/use-project.ts'
import { assignmentsContract } from '../contract.ts'
import type { MatrixView } from '../matrix-view.ts'
import { type CellKey, cellParam, readCell } from './cell-key.ts'
import { CellPanel } from './cell-panel.tsx'
import { assignments } from './client.ts'
import { countStates, filterMatrix, type Grid, groupOf, placeCells, sectionOf } from './matrix-filter.ts'
import { MatrixGrid } from './matrix-grid.tsx'
import { MatrixLegend } from './matrix-legend.tsx'
import { linesOf, MatrixList } from './matrix-list.tsx'
import { MatrixPhone } from './matrix-phone.tsx'
import classes from './matrix-screen.module.css'
import { words } from './matrix-words.ts'
import { paths } from './paths.ts'
import { ReleaseAccepted } from './release-accepted.tsx'
import { Segments } from './segments.tsx'

const word = z.string().optional().catch(undefined)
const AddressSchema = z.object({
  cell: word,
  view: z.enum(['matrix', 'list']).optional().catch(undefined),
  state: z.enum(assignmentStates).optional().catch(undefined),
  section: word,
  group: word,
  mine: word,
})

const NARROW = '(max-width: 47.99em)'

/** «Дорожная карта» of the project that the top bar shows. */
export function MatrixScreen() {
  const { project, isLoading } = useProject()
  if (project) return <ProgrammeMatrix programmeId={project.id} />
  return isLoading ? <Loading /> : <NoProject />
}

function NoProject() {
  const t = useWords(words)
  return (
    <Page title={t('title')}>
      <NoRoadMap title={t('none.title')} />
    </Page>
  )
}

function ProgrammeMatrix({ programmeId }: { programmeId: MatrixView['programme']['id'] }) {
  const found = useCall(assignments.loadMatrix, { programmeId }, { keepPrevious: true })
  return (
    <Loaded call={found}>
      {(view) => (
        <TimeZone value={view.timeZone}>
          <Matrix view={view} />
        </TimeZone>
      )}
    </Loaded>
  )
}

function Matrix({ view }: { view: MatrixView }) {
  const t = useWords(words)
  const [address, setAddress] = useUrlState(AddressSchema)
  const isOwn = view.rows.length === 1 && view.rows[0]?.kind === 'school'
  const { id: programmeId } = view.programme
  const more: MoreItem[] = view.roadMap
    ? [
        {
          label: t('export.matrix'),
          icon: IconFileSpreadsheet,
          href: hrefOf(assignmentsContract.exportMatrix, { programmeId }),
          download: true,
        },
        {
          label: t('export.list'),
          icon: IconFileSpreadsheet,
          href: hrefOf(assignmentsContract.exportList, { programmeId }),
          download: true,
        },
        { label: t('print'), icon: IconPrinter, onSelect: () => window.print() },
      ]
    : []
  const cell = readCell(address.cell)
  return (
    <Page
      title={t(isOwn ? 'title.own' : 'title')}
      beside={
        view.roadMap ? <span className={classes.beside}>{t('revision', { number: view.roadMap.revision })}</span> : null
      }
      more={more}
    >
      {view.roadMap ? <Body view={view} isOwn={isOwn} /> : <NoRoadMap title={t('empty.title')} />}
      {cell ? <CellPanel {...cell} onClose={() => setAddress({ cell: undefined })} /> : null}
    </Page>
  )
}

/** Whoever may bring the order in is led there; the others are told what they wait for. */
function NoRoadMap({ title }: { title: string }) {
  const t = useWords(words)
  const actor = useActor()
  if (!holdsSomewhere(actor, ['municipal_coordinator'])) {
    return <EmptyState title={t('empty.own')}>{t('empty.own.text')}</EmptyState>
  }
  return (
    <EmptyState
      title={title}
      actions={
        <Button component={Link} to={paths.imports} variant="filled">
          {t('empty.action')}
        </Button>
      }
    >
      {t('empty.text')}
    </EmptyState>
  )
}

function Body({ view: sent, isOwn }: { view: MatrixView; isOwn: boolean }) {
  const t = useWords(words)
  const [address, setAddress] = useUrlState(AddressSchema)
  const view = useMemo(() => placeCells(sent), [sent])
  const isNarrow = useMediaQuery(NARROW, undefined, { getInitialValueInEffect: false })
  const filters = useFilters(view, address, isOwn || isNarrow ? 'few' : 'all')
  const shown = filterMatrix(view, address)
  const isList = (address.view ?? (isOwn ? 'list' : 'matrix')) === 'list'
  const open = (cell: CellKey) => setAddress({ cell: cellParam(cell) })
  const isEmpty = shown.rows.length === 0 || shown.columns.length === 0
  return (
    <div className={classes.body}>
      <div className={classes.bar}>
        <FilterChips filters={filters} onChange={(key, value) => setAddress({ [key]: value ?? undefined })} />
        {isNarrow ? null : (
          <Segments
            label={t('view.label')}
            value={isList ? 'list' : 'matrix'}
            onChange={(view) => setAddress({ view })}
            options={[
              { value: 'matrix', label: t('view.matrix') },
              { value: 'list', label: t('view.list') },
            ]}
          />
        )}
      </div>
      {address.state === 'accepted' ? <ReleaseAccepted shown={shown} /> : null}
      {isEmpty ? (
        <EmptyState
          title={t('empty.filter')}
          actions={
            <Button
              onClick={() => setAddress({ state: undefined, section: undefined, group: undefined, mine: undefined })}
            >
              {t('empty.filter.drop')}
            </Button>
          }
        />
      ) : isNarrow ? (
        <MatrixPhone shown={shown} onOpen={open} />
      ) : isList ? (
        <MatrixList
          lines={linesOf(shown)}
          total={view.rows.flatMap((row) => row.cells).filter((one) => one !== null).length}
          open={address.cell}
          onOpen={open}
          isOwn={isOwn}
        />
      ) : (
        <MatrixGrid shown={shown} open={readCell(address.cell)} onOpen={open} />
      )}
      <footer className={classes.foot}>
        <MatrixLegend counts={countStates(view)} chosen={address.state} onChoose={(state) => setAddress({ state })} />
        {isList ? null : (
          <p className={classes.shown} role="status">
            {t('shown', {
              rows: shown.rows.length,
              allRows: view.rows.length,
              columns: shown.columns.length,
              allColumns: view.columns.length,
            })}
          </p>
        )}
      </footer>
    </div>
  )
}

type Address = z.infer<typeof AddressSchema>

/** On a phone the organisation is chosen by itself, and a school has only its own. */
function useFilters(view: Grid, address: Address, which: 'few' | 'all'): Filter[] {
  const t = useWords(words)
  const web = useWords(webWords)
  const counts = countStates(view)
  const sections = new Map(view.columns.map((one) => [sectionOf(one), one.sectionTitle ?? sectionOf(one)]))
  const groups = new Set(view.rows.map(groupOf))
  const filters: (Filter | null)[] = [
    {
      key: 'state',
      label: t('filter.state'),
      value: address.state ?? null,
      options: [...counts.keys()].map((one) => ({ value: one, label: web(`state.${one}`) })),
    },
    {
      key: 'section',
      label: t('filter.section'),
      value: address.section ?? null,
      options: [...sections].map(([value, label]) => ({ value, label: label.slice(0, 60) })),
    },
    which === 'few'
      ? null
      : {
          key: 'group',
          label: t('filter.group'),
          value: address.group ?? null,
          options: groupNames.filter((one) => groups.has(one)).map((one) => ({ value: one, label: t(`group.${one}`) })),
        },
    which === 'few'
      ? null
      : {
          key: 'mine',
          label: t('filter.mine'),
          value: address.mine ?? null,
          options: [{ value: 'yes', label: t('filter.mine.on') }],
        },
  ]
  return filters.filter((one) => one !== null)
}

const groupNames = ['authority', 'institute', 'first-or-repeated', 'persistent-or-signs', 'undefined'] as const
