import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconFileSpreadsheet, IconFileText, IconPrinter } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { holdsSomewhere } from '../../../kernel/actor.ts'
import type { ProgrammeId } from '../../../kernel/id.ts'
import { EmptyState } from '../../../web/empty-state.tsx'
import { FilterChips } from '../../../web/filter-chips.tsx'
import { Loaded } from '../../../web/loaded.tsx'
import { Loading } from '../../../web/loading.tsx'
import type { MoreItem } from '../../../web/more-menu.tsx'
import { useCall } from '../../../web/query.ts'
import { hrefOf } from '../../../web/send.ts'
import { Page } from '../../../web/shell/page.tsx'
import { TimeZone } from '../../../web/use-format.ts'
import { useUrlState } from '../../../web/use-url-state.ts'
import { useWords } from '../../../web/use-words.ts'
import { useActor } from '../../access/web/me.ts'
import { useProject } from '../../programmes/web/use-project.ts'
import { assignmentsContract } from '../contract.ts'
import type { MatrixView } from '../matrix-view.ts'
import { bulkWords } from './bulk-words.ts'
import { type CellKey, cellParam, readCell } from './cell-key.ts'
import { CellPanel } from './cell-panel.tsx'
import { assignments } from './client.ts'
import { countStates, filterMatrix, placeCells } from './matrix-filter.ts'
import { MatrixGrid } from './matrix-grid.tsx'
import { MatrixLegend } from './matrix-legend.tsx'
import { groupings } from './matrix-lines.ts'
import { linesOf, MatrixList } from './matrix-list.tsx'
import { MatrixPhone } from './matrix-phone.tsx'
import classes from './matrix-screen.module.css'
import { words } from './matrix-words.ts'
import { paths } from './paths.ts'
import { PickedBar } from './picked-bar.tsx'
import { ReleaseAccepted } from './release-accepted.tsx'
import { Segments } from './segments.tsx'
import { MatrixAddress, noFilter, useMatrixFilters } from './use-matrix-filters.ts'
import { usePicks } from './use-picks.ts'

const NARROW = '(max-width: 47.99em)'

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

/** The year of which the reader may also see everybody's plans; null where there is only one. */
type Scope = { year: number } | null

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
  const [address, setAddress] = useUrlState(MatrixAddress)
  const isOwn = view.rows.length === 1 && view.rows[0]?.kind === 'school'
  const { programme, roadMap } = view
  const signed = roadMap && {
    label: t('plan'),
    icon: IconFileText,
    onSelect: () => navigate({ to: paths.plan(roadMap.id) }),
  }
  const more: MoreItem[] = [
    ...(signed ? [signed] : []),
    ...(programme && roadMap ? exportsOf(programme.id, t) : []),
    { label: t('print'), icon: IconPrinter, onSelect: () => window.print() },
  ]
  const cell = readCell(address.cell)
  const title = programme ? t(isOwn ? 'title.own' : 'title') : t('title.whole', { year: scope?.year ?? '' })
  const isThere = programme === null ? view.columns.length > 0 : roadMap !== null
  return (
    <TimeZone value={view.timeZone}>
      <Page
        title={title}
        beside={roadMap ? <span className={classes.beside}>{t('revision', { number: roadMap.revision })}</span> : null}
        more={isThere ? more : []}
      >
        {isThere ? <Body view={view} isOwn={isOwn} scope={scope} /> : <NoRoadMap title={t('empty.title')} />}
        {cell ? <CellPanel {...cell} onClose={() => setAddress({ cell: undefined })} /> : null}
      </Page>
    </TimeZone>
  )
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

function Body({ view: sent, isOwn, scope }: { view: MatrixView; isOwn: boolean; scope: Scope }) {
  const t = useWords(words)
  const [address, setAddress] = useUrlState(MatrixAddress)
  const view = useMemo(() => placeCells(sent), [sent])
  const { state, section, group, place, who, what, mine, late } = address
  const shown = useMemo(
    () => filterMatrix(view, { state, section, group, place, who, what, mine, late }),
    [view, state, section, group, place, who, what, mine, late],
  )
  const picks = usePicks(shown)
  const bulk = useWords(bulkWords)
  const isNarrow = useMediaQuery(NARROW, undefined, { getInitialValueInEffect: false })
  const filters = useMatrixFilters(view, address, isOwn || isNarrow ? 'few' : 'all')
  const isList = (address.view ?? (isOwn ? 'list' : 'matrix')) === 'list'
  const isWhole = sent.programme === null
  const by = address.by ?? (isWhole ? 'place' : 'variant')
  const open = (cell: CellKey) => setAddress({ cell: cellParam(cell) })
  const isEmpty = shown.rows.length === 0 || shown.columns.length === 0
  return (
    <div className={classes.body} data-wide={scope !== null} data-picking={picks.keys !== null}>
      <div className={classes.bar}>
        <FilterChips filters={filters} onChange={(key, value) => setAddress({ [key]: value ?? undefined })} />
        <span className={classes.views}>
          {scope ? (
            <Segments
              label={t('whole.label')}
              value={isWhole ? 'yes' : 'no'}
              onChange={(whole) => setAddress({ whole, place: undefined, by: undefined })}
              options={[
                { value: 'yes', label: t('whole.yes', { year: scope.year }) },
                { value: 'no', label: t('whole.no') },
              ]}
            />
          ) : null}
          {isWhole && !isNarrow && !isList ? (
            <Segments
              label={t('by.label')}
              value={by}
              onChange={(by) => setAddress({ by })}
              options={groupings.map((one) => ({ value: one, label: t(`by.${one}`) }))}
            />
          ) : null}
          {picks.mayPick && !isNarrow && !isList ? (
            <Button
              size="compact-md"
              aria-pressed={picks.keys !== null}
              onClick={picks.keys ? picks.stop : picks.start}
            >
              {bulk(picks.keys ? 'stop' : 'start')}
            </Button>
          ) : null}
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
        </span>
      </div>
      {picks.keys && !isNarrow && !isList ? (
        <PickedBar
          picked={picks.cells}
          shown={picks.shown}
          seenAt={sent.asOf}
          onPickAll={picks.pickAll}
          onDrop={picks.drop}
          onDone={picks.drop}
        />
      ) : null}
      {address.state === 'accepted' ? <ReleaseAccepted shown={shown} /> : null}
      {isEmpty ? (
        <EmptyState
          title={t('empty.filter')}
          actions={<Button onClick={() => setAddress(noFilter)}>{t('empty.filter.drop')}</Button>}
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
        <MatrixGrid
          shown={shown}
          by={by}
          open={readCell(address.cell)}
          onOpen={picks.keys ? picks.toggle : open}
          picked={picks.keys}
        />
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
