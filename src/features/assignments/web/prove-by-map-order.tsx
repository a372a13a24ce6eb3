import { Button } from '@mantine/core'
import type { OnBehalf } from '../../../kernel/on-behalf.ts'
import { announce } from '../../../web/announce.tsx'
import { Notice } from '../../../web/notice.tsx'
import { useCall } from '../../../web/query.ts'
import { RefusalNote } from '../../../web/refusal-note.tsx'
import { useChange } from '../../../web/use-change.ts'
import { useWords } from '../../../web/use-words.ts'
import type { MapOrderRow } from '../map-order-contract.ts'
import { assignments } from './client.ts'
import { words } from './map-order-words.ts'

type Props = { programmeId: string; organisationId: string; onBehalf: OnBehalf | null }

/** Beside an approved school map: one press hands its order in where the authority's map asks for one. */
export function ProveByMapOrder({ programmeId, organisationId, onBehalf }: Props) {
  const { data } = useCall(assignments.listMapOrderRows, { programmeId, organisationId })
  return (data?.rows ?? []).map((row) => (
    <ProveRow key={row.activityId} row={row} organisationId={organisationId} onBehalf={onBehalf} />
  ))
}

function ProveRow({ row, ...told }: { row: MapOrderRow } & Omit<Props, 'programmeId'>) {
  const t = useWords(words)
  const { activityId, number, title, window } = row
  const prove = useChange(assignments.proveByMapOrder, {
    onDone: () => announce(t(told.onBehalf ? 'done.accepted' : 'done')),
  })
  return (
    <Notice
      actions={
        <Button loading={prove.isPending} onClick={() => prove.run({ activityId, window, ...told })}>
          {number === null ? t('prove.unnumbered') : t('prove', { number })}
        </Button>
      }
    >
      {t('asks', { title })}
      <RefusalNote refusal={prove.refusal} onRetry={prove.retry} />
    </Notice>
  )
}
