import { useState } from 'react'
import { DefinitionList } from '../../../web/definition-list.tsx'
import { Loaded } from '../../../web/loaded.tsx'
import { useCall } from '../../../web/query.ts'
import { SidePanel } from '../../../web/side-panel.tsx'
import { useFormat } from '../../../web/use-format.ts'
import { useWords } from '../../../web/use-words.ts'
import { ScanViewer } from '../../scans/web/scan-viewer.tsx'
import { ChangedRow } from './changed-row.tsx'
import { ChangedTitle } from './changed-title.tsx'
import { roadMaps } from './client.ts'
import classes from './plan-page.module.css'
import { words } from './plan-words.ts'

type Props = { id: string; isOpen: boolean; onClose: () => void }

/** Every revision of the road map with its order and its reason. */
export function RevisionsPanel({ id, isOpen, onClose }: Props) {
  const t = useWords(words)
  return (
    <SidePanel isOpen={isOpen} title={t('plan.revisions')} onClose={onClose}>
      <Revisions id={id} />
    </SidePanel>
  )
}

/** The same as part of a page. */
export function Revisions({ id }: { id: string }) {
  const t = useWords(words)
  const format = useFormat()
  const found = useCall(roadMaps.listRevisions, { id })
  return (
    <Loaded call={found}>
      {({ revisions }) => (
        <div className={classes.revisions}>
          {revisions.map((one) => (
            <section key={one.id}>
              <h3>
                {t('revision.number')} {one.number}: {t(`revision.status.${one.status}`)}
              </h3>
              <DefinitionList
                items={[
                  {
                    term: t('revision.order'),
                    value:
                      one.orderNumber && `№ ${one.orderNumber}${one.orderDate ? `, ${format.day(one.orderDate)}` : ''}`,
                  },
                  // The first one has no reason but the order itself.
                  ...(one.reason ? [{ term: t('revision.reason'), value: one.reason }] : []),
                  { term: t('revision.at'), value: one.approvedAt && format.moment(one.approvedAt) },
                  { term: t('revision.activities'), value: one.activities },
                ]}
              />
              {one.number > 1 ? <RevisionChanges id={id} number={one.number} /> : null}
              {one.scanId ? <RevisionScan id={one.scanId} /> : null}
            </section>
          ))}
        </div>
      )}
    </Loaded>
  )
}

/** What that revision changed, asked for when it is opened. */
function RevisionChanges({ id, number }: { id: string; number: number }) {
  const t = useWords(words)
  const [isOpen, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('revision.changes')}</summary>
      {isOpen ? <Changes id={id} number={number} /> : null}
    </details>
  )
}

function Changes({ id, number }: { id: string; number: number }) {
  const t = useWords(words)
  const found = useCall(roadMaps.compareRevision, { id, number })
  return (
    <Loaded call={found}>
      {({ title, rows }) => (
        <>
          {title ? <ChangedTitle title={title} /> : null}
          {rows.map((row) => (
            <ChangedRow key={row.activityId} row={row} />
          ))}
          {title === null && rows.length === 0 ? <p>{t('revision.changes.none')}</p> : null}
        </>
      )}
    </Loaded>
  )
}

/** The signed paper of that revision's order, also of one that is replaced by now. */
function RevisionScan({ id }: { id: string }) {
  const t = useWords(words)
  const [isOpen, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('plan.scan')}</summary>
      {isOpen ? (
        <div className={classes.sheets}>
          <ScanViewer id={id} />
        </div>
      ) : null}
    </details>
  )
}
