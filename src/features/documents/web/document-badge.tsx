import type { AssignmentState } from '../../../kernel/assignment-state.ts'
import { StateBadge } from '../../../web/state-mark.tsx'
import type { DocumentStatus } from '../document.ts'
import { useJournalWords } from './use-journal-words.ts'

const marks: Record<DocumentStatus, AssignmentState> = {
  draft: 'open',
  registered: 'waiting',
  signed: 'accepted',
  abandoned: 'not-applicable',
}

/** Where a paper stands: mark, word and colour together. */
export function DocumentBadge({ status }: { status: DocumentStatus }) {
  return <StateBadge state={marks[status]} label={useJournalWords().statuses[status]} />
}
