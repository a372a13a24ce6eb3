import type { Actor } from '../../kernel/actor.ts'
import type { ActivityId, OrganisationId } from '../../kernel/id.ts'
import type { Work } from '../../server/work.ts'
import { canControl } from '../programmes/programme.ts'
import { mayAct, needsTeller } from './acting.service.ts'
import { listAlsoProved } from './also-proved.service.ts'
import { loadCell } from './cell.service.ts'
import { type NameOf, namesIn } from './cell-names.service.ts'
import type { ProofInCell } from './cell-rows.service.ts'
import type { CellView, ProofView } from './cell-view.ts'
import { canExempt, canRecordRelease, canRelease } from './permission.ts'
import { askedView } from './view-asked.service.ts'
import { formerViews, type ShowProof, windowViews } from './view-windows.service.ts'

/** The cell as its panel shows it, with what the caller may do in it. */
export async function viewCell(asked: Work, activityId: ActivityId, organisationId: OrganisationId): Promise<CellView> {
  const cell = await loadCell(asked, activityId, organisationId)
  const [nameOf, also] = await Promise.all([namesIn(asked, cell), listAlsoProved(asked, cell.proofs)])
  const work = cell.isClosed ? { ...asked, actor: onlyReading(asked.actor) } : asked
  const { actor } = work
  const { authority, organisation } = cell
  const mayShare = mayAct(work, cell)
  const showProof: ShowProof = (one, mayWithdraw) => ({
    ...proofView(one, nameOf),
    also: also.get(one.id) ?? [],
    mayWithdraw: mayWithdraw && one.withdrawnAt === null,
    mayShare: mayShare && one.withdrawnAt === null,
  })
  const saying = { nameOf, showProof }
  // What a school set itself is not the controller's; it takes it out by a correction of its map.
  const isControlled = cell.asked.kind !== 'own-row'
  const isOpen = isControlled && cell.removedBy === null && !cell.now.isReleased && !cell.now.isExempt
  const live = { release: cell.now.isReleased, exemption: cell.now.isExempt }
  return {
    asked: askedView(cell),
    organisation,
    authorityId: authority.id,
    part: cell.part,
    isOutsideVariant: cell.isOutsideVariant,
    removedBy: cell.removedBy,
    state: cell.now.state,
    dueOn: cell.standing.dueOn,
    today: cell.clock.today,
    timeZone: organisation.timeZone,
    windows: windowViews(work, cell, saying),
    former: formerViews(work, cell, saying),
    releases: [...cell.releases].sort(liveFirst).map((one) => ({
      ...one,
      releasedBy: nameOf(one.resolutionOn ? 'authority' : 'controller', one.releasedBy, one.releasedFor),
      releasedAt: one.releasedAt.toISOString(),
      revokedAt: one.revokedAt?.toISOString() ?? null,
      revokedBy: one.revokedBy && nameOf(one.resolutionOn ? 'authority' : 'controller', one.revokedBy, one.revokedFor),
    })),
    exemptions: [...cell.exemptions].sort(liveFirst).map((one) => ({
      ...one,
      madeBy: nameOf('authority', one.madeBy),
      madeAt: one.madeAt.toISOString(),
      revokedAt: one.revokedAt?.toISOString() ?? null,
      revokedBy: one.revokedBy && nameOf('authority', one.revokedBy),
    })),
    may: {
      recordOnBehalf: needsTeller(work, cell),
      release: isOpen && canRelease(actor, authority, cell.controller),
      recordRelease: isOpen && canRecordRelease(actor, authority, cell.controller),
      recordMove: canRecordRelease(actor, authority, cell.controller) && !canControl(actor, authority),
      revokeRelease: live.release && canRelease(actor, authority, cell.controller),
      exempt: isOpen && canExempt(actor, authority),
      revokeExemption: live.exemption && canExempt(actor, authority),
    },
  }
}

/** A closed project offers nothing to do: what may be done is what somebody without any role may. */
function onlyReading(actor: Actor): Actor {
  return actor.kind === 'person' ? { ...actor, memberships: [] } : actor
}

function proofView(proof: ProofInCell, nameOf: NameOf): Omit<ProofView, 'also' | 'mayWithdraw' | 'mayShare'> {
  return {
    ...proof,
    recordedBy: nameOf(proof.onBehalf ? 'authority' : 'organisation', proof.recordedBy),
    recordedAt: proof.recordedAt.toISOString(),
    withdrawnAt: proof.withdrawnAt?.toISOString() ?? null,
  }
}

function liveFirst(one: { revokedAt: Date | null }, other: { revokedAt: Date | null }): number {
  return Number(one.revokedAt !== null) - Number(other.revokedAt !== null)
}
