import { useWords } from '../../../web/use-words.ts'
import { rowWords } from '../../road-maps/row-words.ts'
import { words } from './correction-words.ts'
import type { RowDraft } from './row-draft.ts'

type Props = { draft: RowDraft; fields: readonly (keyof RowDraft)[] }

/** One of two versions of a row: what it says in the fields that are in question, each with its name. */
export function RowVersion({ draft, fields }: Props) {
  const t = useWords(words)
  const say = useWords(rowWords)
  const inWords = (field: keyof RowDraft) => {
    if (field === 'heldBy') return say(`heldBy.${draft.heldBy}`)
    if (field === 'proof') return draft.proof.map((one) => say(`proof.${one}`)).join('; ')
    return draft[field]
  }
  return fields.map((field) => (
    <p key={field}>
      {t(`form.${field}`)}: {inWords(field) || '—'}
    </p>
  ))
}
