import type { MoreItem } from '../../../web/more-menu.tsx'
import { useCall } from '../../../web/query.ts'
import { hrefOf } from '../../../web/send.ts'
import { useWords } from '../../../web/use-words.ts'
import { type DocumentView, documentsContract } from '../contract.ts'
import { documents } from './client.ts'
import { words } from './words.ts'

/** The paper on each letterhead of its office. */
export function useLetterheadDownloads({ id, text, mayKeep, organisationId }: DocumentView): MoreItem[] {
  const t = useWords(words)
  const { data } = useCall(documents.listLetterheads, {}, { enabled: mayKeep && text !== null })
  return (data?.letterheads ?? [])
    .filter((one) => one.organisationId === organisationId)
    .map(({ id: letterheadId, name }) => ({
      label: t('page.onLetterhead', { name }),
      href: hrefOf(documentsContract.printDocument, { id, format: 'docx', letterheadId }),
      download: true,
    }))
}
