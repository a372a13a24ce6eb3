import { Loaded } from '../../../web/loaded.tsx'
import { useCall } from '../../../web/query.ts'
import { SidePanel } from '../../../web/side-panel.tsx'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import type { ActivityView, RoadMapView } from '../contract.ts'
import { ChangedRow } from './changed-row.tsx'
import { roadMaps } from './client.ts'
import { words } from './plan-words.ts'

type Props = {
  roadMapId: RoadMapView['id']
  row: Pick<ActivityView, 'activityId' | 'number' | 'title'>
  onClose: () => void
}

/** One row through the revisions: which order changed what, and why. */
export function RowHistory({ roadMapId, row: { activityId, number, title }, onClose }: Props) {
  const t = useWords(words)
  const format = useFormat()
  const found = useCall(roadMaps.listActivityHistory, { id: roadMapId, activityId })
  return (
    <SidePanel isOpen title={t('history.title', { number: number ?? title })} onClose={onClose}>
      <Loaded call={found}>
        {({ changes }) =>
          changes.map(({ revision, ...row }) => (
            <section key={revision.number}>
              <h3>
                {t('revision.number')} {revision.number}
                {revision.orderNumber && revision.orderDate
                  ? `, ${t('plan.order', { number: revision.orderNumber, date: format.day(revision.orderDate) })}`
                  : ''}
              </h3>
              {revision.reason ? <p>{revision.reason}</p> : null}
              <ChangedRow row={row} />
            </section>
          ))
        }
      </Loaded>
    </SidePanel>
  )
}
