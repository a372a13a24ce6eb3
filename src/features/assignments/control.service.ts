import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Day } from '../../kernel/day.ts'
import { type ActivityId, type Id, newId, type OrganisationId, type PersonId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { record, recordAll } from '../audit/service.ts'
import { organisations } from '../organisations/tables.ts'
import { canControl, controlsFor } from '../programmes/programme.ts'
import { changedMeanwhile, mayAct, personOf, refuseUnlessAsked } from './acting.service.ts'
import { type Cell, loadCell } from './cell.service.ts'
import { controllerHasAccount } from './cell-rows.service.ts'
import { holdActivity } from './hold-activity.service.ts'
import { loadStandings } from './load-standings.service.ts'
import { type Control, canExempt, canRelease, isReadyForRelease } from './permission.ts'
import { controlReleases, exemptions } from './tables.ts'
import './words.ts'

export type Releasing = {
  activityId: ActivityId
  organisationIds: OrganisationId[]
  resolutionOn: Day | null
  resolution: string
}

/** «Снять с контроля»: one cell or the activity over many, in as many statements. Answers whom it released. */
export async function releaseFromControl(work: Work, wanted: Releasing): Promise<OrganisationId[]> {
  await holdActivity(work, wanted.activityId)
  const { authority, standings } = await loadStandings(work, wanted.activityId)
  const controller = await loadController(work, authority.id)
  refuseUnless(canRelease(work.actor, authority, controller), 'forbidden', 'assignment.not-controller')
  const isRecorded = !canControl(work.actor, authority)
  const hasResolution = wanted.resolutionOn !== null && wanted.resolution.length > 0
  refuseUnless(!isRecorded || hasResolution, 'invalid', 'assignment.resolution-needed')

  const fresh: OrganisationId[] = []
  for (const id of new Set(wanted.organisationIds)) {
    const found = standings.get(id)
    refuseUnless(found, 'missing', 'assignment.missing')
    if (found.isReleased) continue
    // The resolution that the coordinator writes down is the reason itself.
    const isReady = isReadyForRelease(found, wanted.resolution)
    const params = { name: found.shortName }
    refuseUnless(isReady, 'conflict', found.isExempt ? 'assignment.closed' : 'assignment.not-accepted-yet', { params })
    fresh.push(id)
  }
  refuseUnless(fresh.length > 0, 'conflict', 'assignment.released-already')
  const resolutionOn = isRecorded ? wanted.resolutionOn : null
  const releasedFor = controlsFor(work.actor, authority)
  return insertReleases(work, { ...wanted, resolutionOn, organisationIds: fresh }, releasedFor)
}

async function insertReleases(
  work: Work,
  { activityId, organisationIds, resolutionOn, resolution }: Releasing,
  releasedFor: PersonId | null,
) {
  const made = await work.db
    .insert(controlReleases)
    .values(
      organisationIds.map((organisationId) => ({
        id: newId<'controlRelease'>(),
        activityId,
        organisationId,
        releasedBy: personOf(work),
        releasedFor,
        releasedAt: work.now,
        resolutionOn,
        resolution,
      })),
    )
    .onConflictDoNothing()
    .returning()
  refuseUnless(made.length > 0, 'conflict', 'assignment.released-already')
  const released = made.map((one) => one.organisationId)
  await recordAll(
    work,
    made.map((after) => ({
      ...{ action: 'control.released', subjectId: activityId },
      ...{ organisationId: after.organisationId, after, insteadOf: releasedFor },
    })),
  )
  return released
}

export async function revokeRelease(work: Work, id: Id<'controlRelease'>, rowVersion: number): Promise<Cell> {
  const before = await loadRelease(work, id)
  const cell = await loadCell(work, before.activityId, before.organisationId)
  const isAllowed = canRelease(work.actor, cell.authority, cell.controller)
  refuseUnless(isAllowed, 'forbidden', 'assignment.not-controller')
  if (before.rowVersion !== rowVersion || before.revokedAt) throw changedMeanwhile(before)
  const revokedFor = controlsFor(work.actor, cell.authority)
  const [after] = await work.db
    .update(controlReleases)
    .set({ revokedAt: work.now, revokedBy: personOf(work), revokedFor, rowVersion: rowVersion + 1 })
    .where(
      and(eq(controlReleases.id, id), eq(controlReleases.rowVersion, rowVersion), isNull(controlReleases.revokedAt)),
    )
    .returning()
  if (!after) throw changedMeanwhile(await loadRelease(work, id))
  const { organisationId } = before
  const told = { organisationId, before, after, insteadOf: revokedFor }
  await record(work, { action: 'control.release-revoked', subjectId: id, ...told })
  return cell
}

type Exempting = { activityId: ActivityId; organisationId: OrganisationId; reason: string }

/** «Не требуется» for one organisation, with the reason that it will read. */
export async function exemptCell(work: Work, { activityId, organisationId, reason }: Exempting): Promise<void> {
  await holdActivity(work, activityId)
  const cell = await loadCell(work, activityId, organisationId)
  refuseUnlessAsked(cell)
  refuseUnless(cell.asked.kind !== 'own-row', 'conflict', 'assignment.own-row')
  const isAllowed = mayAct(work, cell) && canExempt(work.actor, cell.authority)
  refuseUnless(isAllowed, 'forbidden', 'assignment.not-yours')
  refuseUnless(!cell.now.isReleased, 'conflict', 'assignment.closed')
  refuseUnless(!cell.now.isExempt, 'conflict', 'assignment.exempt-already')
  const row = {
    id: newId<'exemption'>(),
    activityId,
    organisationId,
    reason,
    madeBy: personOf(work),
    madeAt: work.now,
  }
  const [made] = await work.db.insert(exemptions).values(row).onConflictDoNothing().returning()
  refuseUnless(made, 'conflict', 'assignment.exempt-already')
  await record(work, { action: 'exemption.made', subjectId: row.id, organisationId, after: made })
}

export async function revokeExemption(work: Work, id: Id<'exemption'>, rowVersion: number): Promise<Cell> {
  const before = await loadExemption(work, id)
  const cell = await loadCell(work, before.activityId, before.organisationId)
  refuseUnless(canExempt(work.actor, cell.authority), 'forbidden', 'assignment.not-yours')
  if (before.rowVersion !== rowVersion || before.revokedAt) throw changedMeanwhile(before)
  const [after] = await work.db
    .update(exemptions)
    .set({ revokedAt: work.now, revokedBy: personOf(work), rowVersion: rowVersion + 1 })
    .where(and(eq(exemptions.id, id), eq(exemptions.rowVersion, rowVersion), isNull(exemptions.revokedAt)))
    .returning()
  if (!after) throw changedMeanwhile(await loadExemption(work, id))
  const { organisationId } = before
  await record(work, { action: 'exemption.revoked', subjectId: id, organisationId, before, after })
  return cell
}

async function loadController(work: Work, authorityId: OrganisationId): Promise<Control> {
  const [found] = await work.db
    .select({ hasAccount: controllerHasAccount(sql`${authorityId}::uuid`) })
    .from(organisations)
    .where(and(eq(organisations.id, authorityId), visibleTo(work.actor, organisations)))
  refuseUnless(found, 'missing', 'assignment.missing')
  return found
}

async function loadRelease(work: Work, id: Id<'controlRelease'>) {
  const [found] = await work.db
    .select()
    .from(controlReleases)
    .where(and(eq(controlReleases.id, id), visibleTo(work.actor, controlReleases)))
  refuseUnless(found, 'missing', 'assignment.release-missing')
  return found
}

async function loadExemption(work: Work, id: Id<'exemption'>) {
  const [found] = await work.db
    .select()
    .from(exemptions)
    .where(and(eq(exemptions.id, id), visibleTo(work.actor, exemptions)))
  refuseUnless(found, 'missing', 'assignment.exemption-missing')
  return found
}
