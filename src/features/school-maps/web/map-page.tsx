import { IconFileSpreadsheet, IconFileText } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { holdsSomewhere } from '../../../kernel/actor.ts'
import { Loaded } from '../../../web/loaded.tsx'
import { useCall } from '../../../web/query.ts'
import { hrefOf } from '../../../web/send.ts'
import { Page } from '../../../web/shell/page.tsx'
import { usePathParam } from '../../../web/use-url-state.ts'
import { useWords } from '../../../web/use-words.ts'
import { useActor } from '../../access/web/me.ts'
import { ClosedProject } from '../../programmes/web/close-project.tsx'
import { useProject } from '../../programmes/web/use-project.ts'
import { schoolMapsContract } from '../contract.ts'
import type { MapView, RowView } from '../view.ts'
import { schoolMaps } from './client.ts'
import { InheritedRows } from './inherited-rows.tsx'
import { MapNotes } from './map-notes.tsx'
import classes from './map-page.module.css'
import { useMapSteps } from './map-steps.tsx'
import { words } from './map-words.ts'
import { mapsWords } from './maps-words.ts'
import { words as measuresWords } from './measures-words.ts'
import { OwnRows } from './own-rows.tsx'
import { paths } from './paths.ts'
import { RevisionsPanel } from './revisions-panel.tsx'
import { Comments } from './row-comments.tsx'
import { SaveMapDialog } from './save-map-dialog.tsx'
import { StatusBadge } from './status-badge.tsx'
import { useTeller } from './teller.tsx'

/** One school's map, by its address. */
export function MapPage({ onApproved }: Slot) {
  const where = { programmeId: usePathParam('programmeId'), organisationId: usePathParam('organisationId') }
  return <SchoolMap {...where} onApproved={onApproved} />
}

/** What else stands beside a map that is approved, to whoever writes in it. */
export type Slot = { onApproved: (view: MapView) => ReactNode }

type Props = Slot & { programmeId: string; organisationId: string }

/** «Карта школы»: its own rows, written where they stand, and below what it inherits. */
export function SchoolMap({ programmeId, organisationId, onApproved }: Props) {
  const found = useCall(schoolMaps.loadSchoolMap, { programmeId, organisationId })
  return <Loaded call={found}>{(view) => <Standing view={view} onApproved={onApproved} />}</Loaded>
}

function Standing({ view, onApproved }: Slot & { view: MapView }) {
  const t = useWords(words)
  const say = useWords(measuresWords)
  const list = useWords(mapsWords)
  const isOfSchool = holdsSomewhere(useActor(), ['school_head', 'school_team'])
  const teller = useTeller(view)
  const { projects } = useProject()
  const steps = useMapSteps(view, teller.onBehalf)
  const [shown, setShown] = useState<{ activityId: RowView['activityId'] | null; title: string } | null>(null)
  const [isSaving, setSaving] = useState(false)
  const { revision, school, year, comments, rows, may } = view
  const maySave = rows.length > 0 && (may.write || may.comment || may.correct)
  return (
    <Page
      title={t('map.title', { year })}
      crumbs={isOfSchool ? [] : [{ label: list('maps.title'), path: paths.maps }]}
      beside={
        <span className={classes.beside}>
          <span title={school.fullName}>{school.shortName}</span>
          <StatusBadge status={revision?.status ?? null} />
          {revision ? <span>{t('map.revision', { number: revision.number })}</span> : null}
        </span>
      }
      more={[
        ...steps.more,
        ...(revision
          ? [{ label: t('map.history'), onSelect: () => setShown({ activityId: null, title: t('map.history') }) }]
          : []),
        ...(maySave ? [{ label: say('save'), onSelect: () => setSaving(true) }] : []),
        { label: t('map.word'), icon: IconFileText, href: paperOf(view, 'docx'), download: true },
        { label: t('map.excel'), icon: IconFileSpreadsheet, href: paperOf(view, 'xlsx'), download: true },
      ]}
      primary={steps.primary}
    >
      <div className={classes.map}>
        {steps.dialogs}
        {isSaving ? <SaveMapDialog view={view} onClose={() => setSaving(false)} /> : null}
        <ClosedProject project={projects.find((one) => one.id === view.programmeId)} />
        <MapNotes view={view} />
        {may.correct ? onApproved(view) : null}
        {teller.field}
        <OwnRows
          view={view}
          onBehalf={teller.onBehalf}
          onHistory={(row, number) =>
            setShown({ activityId: row.activityId, title: t('row.history.title', { number }) })
          }
        />
        {revision && (view.may.comment || comments.some((one) => one.activityId === null)) ? (
          <section className={classes.whole}>
            <h2>{t('comments.whole')}</h2>
            <Comments view={view} activityId={null} />
          </section>
        ) : null}
        <InheritedRows view={view} />
      </div>
      {shown && view.map ? (
        <RevisionsPanel
          key={shown.title}
          id={view.map.id}
          activityId={shown.activityId}
          title={shown.title}
          onClose={() => setShown(null)}
        />
      ) : null}
    </Page>
  )
}

function paperOf({ programmeId, school }: MapView, format: 'docx' | 'xlsx'): string {
  return hrefOf(schoolMapsContract.printSchoolMap, { programmeId, organisationId: school.id, format })
}
