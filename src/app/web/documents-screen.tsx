import { DocumentsJournal } from '../../features/documents/web/documents-journal.tsx'
import { PapersFromRecords } from './papers-from-records.tsx'

/** The journal of papers with those that fill themselves from a project. */
export function DocumentsScreen() {
  return <DocumentsJournal records={<PapersFromRecords />} />
}
