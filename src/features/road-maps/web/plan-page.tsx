import { Button } from '@mantine/core'
import { IconFileSpreadsheet, IconFileText } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import * as z from 'zod'
import type { CallOptions } from '../../../kernel/client.ts'
import { EmptyState } from '../../../web/empty-state.tsx'
import { later } from '../../../web/later.tsx'
import { Loaded } from '../../../web/loaded.tsx'
import type { MoreItem } from '../../../web/more-menu.tsx'
import { useCall } from '../../../web/query.ts'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { hrefOf } from '../../../web/send.ts'
import { Page } from '../../../web/shell/page.tsx'
import { SidePanel } from '../../../web/side-panel.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useFormat } from '../../../web/use-format.ts'
import { usePathParam, useUrlState } from '../../../web/use-url-state.ts'
import { useWords } from '../../../web/use-words.ts'
import { programmesWords } from '../../programmes/screen-words.ts'
import { ClosedProject, CloseProject } from '../../programmes/web/close-project.tsx'
import { useProject } from '../../programmes/web/use-project.ts'
import { type ActivityView, type RoadMapView, roadMapsContract } from '../contract.ts'
import { rowWords } from '../row-words.ts'
import { Acknowledgement } from './acknowledgement.tsx'
import { imports, roadMaps } from './client.ts'
import { paths } from './paths.ts'
import classes from './plan-page.module.css'
import { PlanTable } from './plan-table.tsx'
import { words } from './plan-words.ts'
import { useRoles } from './use-roles.ts'

const RenameProject = later(async () => (await import('../../programmes/web/rename-project.tsx')).RenameProject)
const RevisionsPanel = later(async () => (await import('./revisions-panel.tsx')).RevisionsPanel)
const RowHistory = later(async () => (await import('./row-history.tsx')).RowHistory)
const SignedScan = later(async () => (await import('../../scans/web/signed-scan.tsx')).SignedScan)

/** The road map in force, to read and to print: whole to the authority, to a school its own plan. */
export function PlanPage() {
  return <PlanOf id={usePathParam('roadMapId')} />
}

/** The newest plan that one may see, for the menu of a school. */
export function OwnPlanPage() {
  const t = useWords(words)
  const found = useCall(roadMaps.listRoadMaps, {})
  return (
    <Loaded call={found}>
      {({ roadMaps: [newest] }) =>
        newest ? <PlanOf id={newest.id} /> : <EmptyState title={t('plan.none')}>{t('plan.none.text')}</EmptyState>
      }
    </Loaded>
  )
}

function PlanOf({ id }: { id: string }) {
  const found = useCall(roadMaps.loadRoadMap, { id })
  return <Loaded call={found}>{(roadMap) => <Plan roadMap={roadMap} />}</Loaded>
}

const Address = z.object({ revisions: z.literal('yes').optional().catch(undefined) })

function Plan({ roadMap }: { roadMap: RoadMapView }) {
  const t = useWords(words)
  const say = useWords(rowWords)
  const sayProject = useWords(programmesWords)
  const navigate = useNavigate()
  const isCoordinator = useRoles('municipal_coordinator')
  const [address, setAddress] = useUrlState(Address)
  const setRevisions = (isOpen: boolean) => setAddress({ revisions: isOpen ? 'yes' : undefined })
  const [isScanShown, setScan] = useState(false)
  const [history, setHistory] = useState<ActivityView | null>(null)
  const mayLay = isCoordinator && roadMap.hasOrder
  const clarify = useChange(imports.clarifyRoadMap, { onDone: ({ id }) => navigate({ to: paths.import(id) }) })
  const { projects } = useProject()
  const project = projects.find((one) => one.id === roadMap.programmeId)
  const [isClosing, setClosing] = useState(false)
  const closing = project && {
    label: sayProject(project.closedAt === null ? 'close.menu' : 'reopen.menu'),
    onSelect: () => setClosing(true),
  }
  const [isRenaming, setRenaming] = useState(false)
  const renaming = { label: sayProject('title.menu'), onSelect: () => setRenaming(true) }
  const isOnlyRead = project !== undefined && project.closedAt !== null
  const changing = [
    { label: t('plan.correct'), onSelect: () => navigate({ to: paths.correction(roadMap.id) }) },
    ...(roadMap.isRead ? [{ label: t('plan.clarify'), onSelect: () => clarify.run({ roadMapId: roadMap.id }) }] : []),
    { label: t('plan.revise'), onSelect: () => navigate({ to: paths.imports, search: { roadMap: roadMap.id } }) },
  ]
  const own = [
    ...(isOnlyRead ? [] : changing),
    { label: t('plan.nextYear'), onSelect: () => navigate({ to: paths.nextYear(roadMap.id) }) },
    { label: t('plan.template'), onSelect: () => navigate({ to: paths.template(roadMap.id) }) },
  ]
  const common: MoreItem[] = [
    { label: t('plan.revisions'), onSelect: () => setRevisions(true) },
    ...(roadMap.isWhole
      ? [{ label: t('plan.rehearse'), onSelect: () => navigate({ to: paths.rehearsal(roadMap.id) }) }]
      : []),
    ...(roadMap.scanId || mayLay ? [{ label: t('plan.scan'), onSelect: () => setScan(true) }] : []),
    { label: t('plan.word'), icon: IconFileText, href: paperOf(roadMap, 'docx'), download: true },
    { label: t('plan.excel'), icon: IconFileSpreadsheet, href: paperOf(roadMap, 'xlsx'), download: true },
  ]
  return (
    <Page
      title={t(roadMap.isWhole ? 'plan.whole' : 'plan.own', { year: roadMap.year })}
      beside={<OrderLine roadMap={roadMap} />}
      crumbs={roadMap.isWhole ? [{ label: t('roadMap.crumb'), path: paths.roadMap }] : []}
      more={
        isCoordinator
          ? [...own, ...common, ...(closing && !isOnlyRead ? [renaming] : []), ...(closing ? [closing] : [])]
          : common
      }
      primary={
        isCoordinator && !isOnlyRead ? (
          <Button variant="filled" onClick={() => navigate({ to: paths.dispatch(roadMap.id) })}>
            {t('plan.send')}
          </Button>
        ) : null
      }
    >
      <ClosedProject project={project} />
      {project && isRenaming ? <RenameProject project={project} onClose={() => setRenaming(false)} /> : null}
      {project ? <CloseProject project={project} isOpen={isClosing} onClose={() => setClosing(false)} /> : null}
      <RefusalNote refusal={clarify.refusal} onRetry={clarify.retry} />
      <p className={classes.title}>
        {roadMap.title}{' '}
        {roadMap.scanId ? (
          <button type="button" className={classes.scan} onClick={() => setScan(true)}>
            {t('plan.scan')}
          </button>
        ) : null}
      </p>
      {roadMap.isWhole ? null : <Acknowledgement roadMapId={roadMap.id} />}
      {roadMap.sections.length === 0 ? <EmptyState title={t('plan.none')}>{t('plan.empty')}</EmptyState> : null}
      {roadMap.sections.map((section) => (
        <section key={`${section.number} ${section.title}`} className={classes.section}>
          <h2>
            {section.number ? `${section.number}. ` : ''}
            {section.title}
          </h2>
          {roadMap.isWhole ? <p className={classes.audience}>{say(`audience.${section.audience}`)}</p> : null}
          <PlanTable activities={section.activities} {...(roadMap.revision > 1 && { onHistory: setHistory })} />
        </section>
      ))}
      <SidePanel isOpen={isScanShown} title={t('plan.scan')} onClose={() => setScan(false)}>
        <div className={classes.sheets}>
          <SignedScan
            scanId={roadMap.scanId}
            {...(mayLay && {
              lay: (file: File, options: CallOptions) =>
                roadMaps.layRoadMapScan({ id: roadMap.id, name: file.name }, options),
            })}
          />
        </div>
      </SidePanel>
      {history ? <RowHistory roadMapId={roadMap.id} row={history} onClose={() => setHistory(null)} /> : null}
      {address.revisions === 'yes' ? (
        <RevisionsPanel id={roadMap.id} isOpen onClose={() => setRevisions(false)} />
      ) : null}
    </Page>
  )
}

function paperOf({ id }: RoadMapView, format: 'docx' | 'xlsx'): string {
  return hrefOf(roadMapsContract.printRoadMap, { id, format })
}

function OrderLine({ roadMap }: { roadMap: RoadMapView }) {
  const t = useWords(words)
  const format = useFormat()
  const { orderNumber: number, orderDate, revision } = roadMap
  const order = number && orderDate ? `${t('plan.order', { number, date: format.day(orderDate) })}, ` : ''
  return (
    <span className={classes.order}>
      {order}
      {t('plan.revision', { revision })}
    </span>
  )
}
