import type { AssignmentState } from '../../../kernel/assignment-state.ts'
import { StateBadge } from '../../../web/state-mark.tsx'
import { useWords } from '../../../web/use-words.ts'
import type { MapStatus } from '../school-map.ts'
import { words } from './map-words.ts'

const marks: Record<MapStatus | 'none', AssignmentState> = {
  none: 'ahead',
  draft: 'open',
  submitted: 'waiting',
  returned: 'returned',
  agreed: 'accepted',
  approved: 'off-control',
  superseded: 'not-applicable',
  abandoned: 'not-applicable',
}

/** Where a map stands: mark, word and colour together. */
export function StatusBadge({ status }: { status: MapStatus | null }) {
  const t = useWords(words)
  const shown = status ?? 'none'
  return <StateBadge state={marks[shown]} label={t(`status.${shown}`)} />
}
