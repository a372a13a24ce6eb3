import { JournalPage } from '../../features/access/web/journal-page.tsx'
import { PersonReadsPage } from '../../features/access/web/person-reads-page.tsx'
import { deeds } from '../deeds.ts'

/** The journal with the words of every feature. */
export function JournalScreen() {
  return <JournalPage deeds={deeds} />
}

export function PersonReadsScreen() {
  return <PersonReadsPage deeds={deeds} />
}
