import { comparableRows, type WantedRow } from '../../features/road-maps/comparable-rows.ts'
import { editUnderstanding } from '../../features/road-maps/edit-understanding.service.ts'
import { loadCoordinatedImport } from '../../features/road-maps/import-order.service.ts'
import type { Understanding } from '../../features/road-maps/understanding.ts'
import { findOffer, type Offer } from '../../features/templates/find-offer.service.ts'
import type { ProjectYear } from '../../features/templates/relative-term.ts'
import { withRowTaken } from '../../features/templates/take-row.ts'
import { findUseOfImport } from '../../features/templates/uses.service.ts'
import type { Id } from '../../kernel/id.ts'
import type { Work } from '../../server/work.ts'
import type { OfferView } from './contract.ts'
import { offeredRow, viewOffer } from './view-offer.ts'

type ImportId = Id<'orderImport'>

export async function findForImport(work: Work, { id }: { id: ImportId }): Promise<{ offer: OfferView | null }> {
  const offer = await offerOf(work, id)
  return { offer: offer && viewOffer(offer, () => 1) }
}

type Taking = { id: ImportId; rowVersion: number; revision: number; row: string }

export async function takeIntoImport(work: Work, { id, rowVersion, ...seen }: Taking) {
  const offer = await offerOf(work, id)
  const trace = { action: 'template.row-taken' as const, value: { template: offer?.title, row: seen.row } }
  return editUnderstanding(work, { id, rowVersion }, trace, (before) => withRowTaken(before, offeredRow(offer, seen)))
}

/** Only while it is open to change: a confirmed import is history. */
async function offerOf(work: Work, id: ImportId): Promise<Offer<WantedRow> | null> {
  const { imported } = await loadCoordinatedImport(work, id)
  const { status, understanding } = imported
  const years = understanding && yearsOf(understanding)
  if (status !== 'ready' || !understanding || !years) return null
  return findOffer(work, await findUseOfImport(work, id), { years, own: comparableRows(understanding) })
}

function yearsOf({ year, schoolYear }: Understanding): ProjectYear | null {
  if (schoolYear !== null) return { year: schoolYear, isSchoolYear: true }
  return year === null ? null : { year, isSchoolYear: false }
}
