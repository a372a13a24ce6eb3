import type { MoreItem } from '../../../web/more-menu.tsx'
import { useCall } from '../../../web/query.ts'
import { hrefOf } from '../../../web/send.ts'
import { useWords } from '../../../web/use-words.ts'
import { documentsContract } from '../contract.ts'
import type { DocumentView, LetterheadView } from '../view.ts'
import { documents } from './client.ts'
import { words } from './words.ts'

/** The draft on each letterhead of its office; a registered paper stands as it was made. */
export function useLetterheadDownloads(view: DocumentView): MoreItem[] {
  const t = useWords(words)
  const { id } = view
  return useLetterheads(view).map(({ id: letterheadId, name }) => ({
    label: t('page.onLetterhead', { name }),
    href: hrefOf(documentsContract.printDocument, { id, format: 'docx', letterheadId }),
    download: true,
  }))
}

/** What a paper may be made on, as long as it is not made. */
export function useLetterheads({ text, mayKeep, organisationId, papers }: DocumentView): LetterheadView[] {
  const isOpen = mayKeep && text !== null && papers.length === 0
  const { data } = useCall(documents.listLetterheads, {}, { enabled: isOpen })
  return isOpen ? (data?.letterheads ?? []).filter((one) => one.organisationId === organisationId) : []
}
