import { Button } from '@mantine/core'
import { IconFileSpreadsheet, IconFileText, IconPrinter } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { holdsSomewhere } from '../../../kernel/actor.ts'
import type { ProgrammeId } from '../../../kernel/id.ts'
import { EmptyState } from '../../../web/empty-state.tsx'
import { later } from '../../../web/later.tsx'
import { Loaded } from '../../../web/loaded.tsx'
import { Loading } from '../../../web/loading.tsx'
import type { MoreItem } from '../../../web/more-menu.tsx'
import { useCall } from '../../../web/query.ts'
import { hrefOf } from '../../../web/send.ts'
import { Page } from '../../../web/shell/page.tsx'
import { TimeZone } from '../../../web/use-format.ts'
import { useNarrow } from '../../../web/use-narrow.ts'
import { useUrlState } from '../../../web/use-url-state.ts'
import { useWords } from '../../../web/use-words.ts'
import { useActor } from '../../access/web/me.ts'
import { ClosedProject } from '../../programmes/web/close-project.tsx'
import { useProject } from '../../programmes/web/use-project.ts'
import { assignmentsContract } from '../contract.ts'
import type { MatrixView } from '../matrix-view.ts'
import { readCell } from './cell-key.ts'
import { assignments } from './client.ts'
import { MatrixBody } from './matrix-body.tsx'
import classes from './matrix-screen.module.css'
import { words } from './matrix-words.ts'
import { paths } from './paths.ts'
import { MatrixAddress, type View, views } from './use-matrix-filters.ts'
import { ViewTabs } from './view-tabs.tsx'
import type { Scope } from './whole-switch.tsx'

// Each view comes when it is first opened.
const TimeBody = lazy(async () => ({ default: (await import('./time-body.tsx')).TimeBody }))
const Revisions = lazy(async () => ({ default: (await import('../../road-maps/web/revisions-panel.tsx')).Revisions }))

const CellPanel = later(async () => (await import('./cell-panel.tsx')).CellPanel)

/** «Дорожная карта» of the project that the top bar shows, or of everybody's projects of its year. */
export function MatrixScreen() {
  const { project, projects, isLoading } = useProject()
  const [address] = useUrlState(MatrixAddress)
  if (!project) return isLoading ? <Loading /> : <NoProject />
  const others = projects.filter((one) => one.year === project.year && one.authorityId !== project.authorityId)
  if (others.length > 0 && address.whole !== 'no') return <YearMatrix year={project.year} />
  return <ProgrammeMatrix programmeId={project.id} scope={others.length > 0 ? { year: project.year } : null} />
}

function NoProject() {
  const t = useWords(words)
  return (
    <Page title={t('title')}>
      <NoRoadMap title={t('none.title')} />
    </Page>
  )
}

function ProgrammeMatrix({ programmeId, scope }: { programmeId: ProgrammeId; scope: Scope }) {
  const found = useCall(assignments.loadMatrix, { programmeId }, { keepPrevious: true })
  return <Loaded call={found}>{(view) => <Matrix view={view} scope={scope} />}</Loaded>
}

function YearMatrix({ year }: { year: number }) {
  const found = useCall(assignments.loadYear, { year }, { keepPrevious: true })
  return <Loaded call={found}>{(view) => <Matrix view={view} scope={{ year }} />}</Loaded>
}

function Matrix({ view, scope }: { view: MatrixView; scope: Scope }) {
  const t = useWords(words)
  const navigate = useNavigate()
  const actor = useActor()
  const [address, setAddress] = useUrlState(MatrixAddress)
  const isOwn = view.rows.length === 1 && view.rows[0]?.kind === 'school'
  const { programme, roadMap } = view
  const { projects } = useProject()
  const project = projects.find((one) => one.id === programme?.id)
  const signed = roadMap && {
    label: t('plan'),
    icon: IconFileText,
    onSelect: () => navigate({ to: paths.plan(roadMap.id) }),
  }
  const school =
    isOwn && holdsSomewhere(actor, ['school_head', 'school_team']) ? view.rows[0]?.organisationId : undefined
  const packet: MoreItem[] =
    programme && roadMap && school
      ? [
          {
            label: t('packet'),
            icon: IconFileText,
            onSelect: () => navigate({ to: paths.packet(programme.id, school) }),
          },
        ]
      : []
  const more: MoreItem[] = [
    ...(signed ? [signed] : []),
    ...(programme && roadMap ? exportsOf(programme.id, t) : []),
    ...packet,
    { label: t('print'), icon: IconPrinter, onSelect: () => window.print() },
  ]
  const cell = readCell(address.cell)
  const isNarrow = useNarrow()
  const current = viewOf(address.view ?? (isOwn ? 'list' : 'matrix'), { isNarrow, hasRevisions: roadMap !== null })
  const shared = { view, isOwn, isNarrow, scope }
  const title = programme ? t(isOwn ? 'title.own' : 'title') : t('title.whole', { year: scope?.year ?? '' })
  const isThere = programme === null ? view.columns.length > 0 : roadMap !== null
  return (
    <TimeZone value={view.timeZone}>
      <Page
        title={title}
        beside={roadMap ? <span className={classes.beside}>{t('revision', { number: roadMap.revision })}</span> : null}
        more={isThere ? more : []}
      >
        <ClosedProject project={project} />
        {isThere ? (
          <>
            <ViewTabs views={viewsFor({ isNarrow, hasRevisions: roadMap !== null })} current={current} />
            <Suspense fallback={<Loading />}>
              {current === 'timeline' || current === 'calendar' ? (
                <TimeBody {...shared} kind={current} />
              ) : current === 'revisions' ? (
                <Revisions id={roadMap?.id ?? ''} />
              ) : (
                <MatrixBody {...shared} isList={current === 'list'} />
              )}
            </Suspense>
          </>
        ) : (
          <NoRoadMap title={t('empty.title')} />
        )}
        {cell ? <CellPanel {...cell} onClose={() => setAddress({ cell: undefined })} /> : null}
      </Page>
    </TimeZone>
  )
}

type Ways = { isNarrow: boolean; hasRevisions: boolean }

/** A phone has no room for the table, and a whole region no revisions of its own. */
function viewsFor({ isNarrow, hasRevisions }: Ways): View[] {
  return views.filter((one) => (one !== 'matrix' || !isNarrow) && (one !== 'revisions' || hasRevisions))
}

function viewOf(wanted: View, ways: Ways): View {
  return viewsFor(ways).includes(wanted) ? wanted : ways.isNarrow ? 'list' : 'matrix'
}

function exportsOf(programmeId: ProgrammeId, t: (key: 'export.matrix' | 'export.list') => string): MoreItem[] {
  const item = (label: string, href: string) => ({ label, icon: IconFileSpreadsheet, href, download: true as const })
  return [
    item(t('export.matrix'), hrefOf(assignmentsContract.exportMatrix, { programmeId })),
    item(t('export.list'), hrefOf(assignmentsContract.exportList, { programmeId })),
  ]
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
