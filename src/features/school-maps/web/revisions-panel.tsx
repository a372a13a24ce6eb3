import { DefinitionList } from '../../../web/definition-list.tsx'
import { Loaded } from '../../../web/loaded.tsx'
import { useCall } from '../../../web/query.ts'
import { SidePanel } from '../../../web/side-panel.tsx'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import { shortPersonName } from '../../access/person-name.ts'
import { idOf, type RowChange } from '../../road-maps/row-difference.ts'
import { changesBetween } from '../own-row-fields.ts'
import type { HistoricRevision, RowView } from '../view.ts'
import { schoolMaps } from './client.ts'
import { historyWords } from './history-words.ts'
import { words } from './map-words.ts'
import { RowChanges } from './row-changes.tsx'
import { useBasis } from './use-basis.ts'

type Props = {
  id: string
  /** Only what happened to this row; null for the whole map. */
  activityId: RowView['activityId'] | null
  title: string
  onClose: () => void
}

/** How the map came to be as it is: each revision with its reason, its steps, and what it changed in the one before. */
export function RevisionsPanel({ id, activityId, title, onClose }: Props) {
  const found = useCall(schoolMaps.listMapRevisions, { id })
  return (
    <SidePanel isOpen title={title} onClose={onClose}>
      <Loaded call={found}>
        {({ revisions }) => {
          const steps = revisions.map((revision, index) => ({
            revision,
            changes: changesIn(revision, lastStanding(revisions.slice(0, index)), activityId),
          }))
          const shown = activityId ? steps.filter((one) => one.changes.length > 0) : steps
          return [...shown]
            .reverse()
            .map(({ revision, changes }) => (
              <Revision key={revision.id} revision={revision} changes={changes} isOfRow={activityId !== null} />
            ))
        }}
      </Loaded>
    </SidePanel>
  )
}

/** What was abandoned changed nothing for those that came after it. */
function lastStanding(revisions: readonly HistoricRevision[]): HistoricRevision | undefined {
  return revisions.findLast((one) => one.status !== 'abandoned')
}

function changesIn(
  revision: HistoricRevision,
  before: HistoricRevision | undefined,
  activityId: Props['activityId'],
): RowChange<RowView>[] {
  const changes = changesBetween(before?.rows ?? [], revision.rows)
  return activityId === null ? changes : changes.filter((change) => idOf(change) === activityId)
}

type RevisionProps = { revision: HistoricRevision; changes: readonly RowChange<RowView>[]; isOfRow: boolean }

function Revision({ revision, changes, isOfRow }: RevisionProps) {
  const t = useWords(words)
  const say = useWords(historyWords)
  const format = useFormat()
  const { orderNumber, orderDate } = revision
  const basis = useBasis()(revision)
  const step = (at: string | null, name: string | null) =>
    at && [format.moment(at), name ? shortPersonName(name) : ''].filter((part) => part !== '').join(', ')
  const order =
    orderNumber && orderDate ? say('history.order', { number: orderNumber, date: format.dayShort(orderDate) }) : null
  return (
    <section>
      <h3>
        {t('map.revision', { number: revision.number })}, {t(`status.${revision.status}`)}
      </h3>
      <DefinitionList
        items={[
          // The first one is no correction, and not every correction leans on a paper.
          ...(revision.reason ? [{ term: say('history.reason'), value: revision.reason }] : []),
          ...(basis ? [{ term: say('history.basis'), value: basis }] : []),
          ...(isOfRow
            ? []
            : [
                { term: say('history.created'), value: step(revision.createdAt, revision.createdBy) },
                { term: say('history.submitted'), value: step(revision.submittedAt, revision.submittedBy) },
                { term: say('history.decided'), value: step(revision.decidedAt, revision.decidedBy) },
                { term: say('history.returnReason'), value: revision.returnReason || null },
                { term: say('history.approved'), value: step(revision.approvedAt, revision.approvedBy) },
              ]),
          { term: say('history.orderTerm'), value: order },
        ]}
      />
      <RowChanges changes={changes} />
    </section>
  )
}
