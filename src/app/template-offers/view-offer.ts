import type { ComparableRow, FieldChange } from '../../features/road-maps/compare-revisions.ts'
import type { Offer } from '../../features/templates/find-offer.service.ts'
import type { OfferedRow } from '../../features/templates/template-difference.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import type { OfferedRowView, OfferView } from './contract.ts'

/** The offer as a screen shows it; `versionOf` says at which version a row of the plan is taken. */
export function viewOffer<Own extends ComparableRow>(
  { use, title, revision, rows }: Offer<Own>,
  versionOf: (row: OfferedRow<Own>) => number,
): OfferView {
  return {
    ...{ useId: use.id, rowVersion: use.rowVersion, title, revision },
    rows: rows.map((one): OfferedRowView => {
      const { key: row, own, wanted, isBoth, changes } = one
      const kind = own ? (wanted ? 'changed' : 'removed') : 'added'
      const { number = null, title: name = '' } = own ?? wanted ?? {}
      return { row, kind, number, title: name, isBoth, changes: told(changes), rowVersion: versionOf(one) }
    }),
  }
}

/** A term that means other days needs no second line about its words, nor do other executors. */
function told(changes: readonly FieldChange[]): FieldChange[] {
  const names = changes.map(({ field }) => field)
  return changes.filter(
    ({ field }) =>
      !(field === 'periodText' && names.includes('period')) &&
      !(field === 'executorsText' && names.includes('executors')),
  )
}

/** The row that was seen, in the state of the template in which it was seen. */
export function offeredRow<Own>(
  offer: Offer<Own> | null,
  { row, revision }: { row: string; revision: number },
): OfferedRow<Own> {
  const found = offer?.revision === revision ? offer.rows.find((one) => one.key === row) : undefined
  refuseUnless(found, 'conflict', 'template.row-settled')
  return found
}
