import { addRow, changeRow, removeRow } from '../../features/corrections/change-rows.service.ts'
import type { RowChangeInput } from '../../features/corrections/contract.ts'
import type { MapRow } from '../../features/corrections/correction.ts'
import { loadWhole, viewOf } from '../../features/corrections/load-correction.service.ts'
import { fieldsChanged, laidOut } from '../../features/road-maps/row-difference.ts'
import { findOffer, type Offer } from '../../features/templates/find-offer.service.ts'
import type { RowWords } from '../../features/templates/template-difference.ts'
import { findUseOfRoadMap } from '../../features/templates/uses.service.ts'
import { done } from '../../kernel/contract.ts'
import type { Id } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import type { Work } from '../../server/work.ts'
import type { OfferView } from './contract.ts'
import { offeredRow, viewOffer } from './view-offer.ts'

type CorrectionId = Id<'correction'>
type Loaded = Awaited<ReturnType<typeof loadWhole>>
type CorrectedRow = MapRow & { rowVersion: number }

export async function findForCorrection(
  work: Work,
  { id }: { id: CorrectionId },
): Promise<{ offer: OfferView | null }> {
  const offer = await offerOf(work, await loadWhole(work, id))
  return { offer: offer && viewOffer(offer, ({ own }) => own?.rowVersion ?? 1) }
}

type Taking = { id: CorrectionId; rowVersion: number; revision: number; row: string }

/** By the same steps as a hand would take: a row added, changed or removed in the correction. */
export async function takeIntoCorrection(work: Work, { id, rowVersion, ...seen }: Taking): Promise<typeof done> {
  const loaded = await loadWhole(work, id)
  const { own, wanted, above } = offeredRow(await offerOf(work, loaded), seen)
  if (own && !wanted) await removeRow(work, { id, activityId: own.activityId, rowVersion })
  else if (own && wanted) {
    await changeRow(work, { id, activityId: own.activityId, rowVersion, change: changeTo(wanted, own) })
  } else if (wanted) {
    const neighbour = above?.activityId ?? loaded.rows[0]?.activityId
    refuseUnless(neighbour, 'missing', 'correction.row-missing')
    const { number, title } = wanted
    const added = await addRow(work, { id, above: neighbour, number, title })
    await changeRow(work, { id, ...added, change: changeTo(wanted, null) })
  }
  return done
}

async function offerOf(work: Work, loaded: Loaded): Promise<Offer<CorrectedRow> | null> {
  const { correction, inForce, rows, changes } = loaded
  if (correction.status !== 'draft') return null
  const own = laidOut(rows, changes).flatMap((activityId): CorrectedRow[] => {
    const { after, rowVersion } = viewOf(activityId, loaded)
    return after ? [{ ...after, rowVersion }] : []
  })
  const { year, isSchoolYear } = inForce.programme
  return findOffer(work, await findUseOfRoadMap(work, inForce.roadMap.id), { years: { year, isSchoolYear }, own })
}

/** What differs, in the words in which a correction is told of it. */
function changeTo(wanted: RowWords, own: MapRow | null): RowChangeInput {
  const changed = own && fieldsChanged<RowWords>(own, { ...own, ...wanted })
  const isOther = (field: keyof RowWords) => !changed || changed.includes(field)
  const { number, title, expectedResult, targetGroups, heldBy, proof, parts } = wanted
  return {
    ...(isOther('number') && { number }),
    ...(isOther('title') && { title }),
    ...(isOther('period') && { period: wanted.period?.text ?? '' }),
    ...(isOther('executors') && { executors: wanted.executors?.names.join(', ') ?? '' }),
    ...(isOther('expectedResult') && { expectedResult }),
    ...(isOther('targetGroups') && { targetGroups }),
    ...(isOther('heldBy') && { heldBy }),
    ...(isOther('proof') && { proof }),
    ...(isOther('parts') && { parts }),
  }
}
