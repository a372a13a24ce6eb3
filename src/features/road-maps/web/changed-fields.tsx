import { assignmentParts, partyClasses } from '../../../kernel/part.ts'
import { audiences, holders, proofKinds } from '../../../kernel/proof.ts'
import { useWords } from '../../../web/use-words.ts'
import type { FieldChange } from '../compare-revisions.ts'
import { markWords } from '../mark-words.ts'
import { rowWords } from '../row-words.ts'
import classes from './changed-fields.module.css'

/** What was and what becomes of a row, field by field; words that are gone and words that are new are marked. */
export function ChangedFields({ changes, heads }: { changes: readonly FieldChange[]; heads?: Heads }) {
  const say = useWords(rowWords)
  const marked = changes.map(({ field, before, after }) => ({
    name: say(`field.${field}`),
    before: inWords(field, before, say),
    after: inWords(field, after, say),
  }))
  return <ChangedWords changes={marked} {...(heads && { heads })} />
}

/** What the two sides are called; «Было» and «Стало» where nothing else is said. */
type Heads = { was: string; becomes: string }
type WordChange = { name: string; before: string; after: string }

/** Words beside those that take their place. */
export function ChangedWords({ changes, heads }: { changes: readonly WordChange[]; heads?: Heads }) {
  const say = useWords(rowWords)
  const { was, becomes } = heads ?? { was: say('changes.was'), becomes: say('changes.becomes') }
  return (
    <div className={classes.scroll}>
      <table className={classes.fields}>
        <thead>
          <tr>
            <td />
            <th scope="col">{was}</th>
            <th scope="col">{becomes}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <MarkedField key={change.name} {...change} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function MarkedField({ name, before, after }: WordChange) {
  const marked = markWords(before, after)
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {marked.map((one, place) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text have no other name
          one.kind === 'removed' ? <del key={place}>{one.text}</del> : one.kind === 'same' ? one.text : null,
        )}
      </td>
      <td>
        {marked.map((one, place) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text have no other name
          one.kind === 'added' ? <ins key={place}>{one.text}</ins> : one.kind === 'same' ? one.text : null,
        )}
      </td>
    </tr>
  )
}

type Say = ReturnType<typeof useWords<typeof rowWords.ru>>

/** Codes of the wire in the words of the screen. */
export function inWords(field: FieldChange['field'], value: string, say: Say): string {
  const codes = value.split(', ')
  if (field === 'parts') {
    return partyClasses
      .map((party, index) => {
        const part = assignmentParts.find((one) => one === codes[index]) ?? 'none'
        return `${say(`party.${party}`)} ${say(`part.${part}`)}`
      })
      .join(', ')
  }
  const said = codes.map((code) => {
    if (field === 'heldBy') return holders.flatMap((one) => (one === code ? [say(`heldBy.${one}`)] : []))
    if (field === 'proof') return proofKinds.flatMap((one) => (one === code ? [say(`proof.${one}`)] : []))
    if (field === 'audience') return audiences.flatMap((one) => (one === code ? [say(`audience.${one}`)] : []))
    return code
  })
  return said.flat().join(', ') || '—'
}
