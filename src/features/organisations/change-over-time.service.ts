import { eq } from 'drizzle-orm'
import type { AuditAction } from '../../kernel/audit-action.ts'
import type { Day } from '../../kernel/day.ts'
import { newId, type OrganisationId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import type { Service, Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { awaitDay, dueChange } from './come-into-force.service.ts'
import type { organisationsContract } from './contract.ts'
import { canManageOrganisations, mayMove, mayStandBelow } from './organisation.ts'
import { changeRow, loadOrganisation, type Organisation, refuseStale, refuseTwin } from './service.ts'
import { organisationNames, organisationPlaces, organisations } from './tables.ts'
import './words.ts'

type OverTime = Pick<Service<typeof organisationsContract>, 'renameOrganisation' | 'moveOrganisation'>

export const overTimeService: OverTime = {
  async renameOrganisation(work, { id, rowVersion, ...name }) {
    const before = await loadToChange(work, id)
    refuseStale(before, rowVersion)
    await refuseTwin(work, { id, parentId: before.parentId, fullName: name.fullName })
    await changeRow(work, { id, rowVersion }, {})
    await addName(work, before, name)
    return bringUp(work, before, { action: 'organisation.renamed', said: name })
  },

  async moveOrganisation(work, { id, rowVersion, ...place }) {
    const before = await loadToChange(work, id)
    refuseStale(before, rowVersion)
    const parent = await loadOrganisation(work, place.parentId)
    refuseUnless(canManageOrganisations(work.actor, parent), 'forbidden', 'organisation.not-yours')
    const mayStand = mayMove(before.kind) && mayStandBelow(before.kind, parent.kind)
    refuseUnless(mayStand, 'unprocessable', 'organisation.not-below-this')
    refuseUnless(parent.closedOn === null, 'conflict', 'organisation.closed')
    refuseUnless(parent.id !== before.parentId, 'conflict', 'organisation.there-already')
    await refuseTwin(work, { id, parentId: parent.id, fullName: before.fullName })
    await changeRow(work, { id, rowVersion }, {})
    await addPlace(work, before, place)
    return bringUp(work, before, { action: 'organisation.moved', said: place })
  },
}

export async function loadToChange(work: Work, id: OrganisationId): Promise<Organisation> {
  const before = await loadOrganisation(work, id)
  refuseUnless(canManageOrganisations(work.actor, before), 'forbidden', 'organisation.not-yours')
  refuseUnless(before.closedOn === null, 'conflict', 'organisation.closed')
  return before
}

type Said = { action: AuditAction; said: { validFrom: Day } }

/** In force at once where its day has come; otherwise it waits for it. */
async function bringUp(work: Work, before: Organisation, { action, said }: Said): Promise<Organisation> {
  const { id } = before
  const change = await dueChange(work, before)
  if (Object.keys(change).length > 0) {
    await work.db.update(organisations).set(change).where(eq(organisations.id, id))
  }
  await awaitDay(work, before, said.validFrom)
  const after = await loadOrganisation(work, id)
  await record(work, { action, subjectId: id, organisationId: id, before, after: { ...after, said } })
  return after
}

type Name = { shortName: string; fullName: string; validFrom: Day; basis: string }

/** With the first change the name so far is written down, too: from the beginning. */
async function addName(work: Work, { id, shortName, fullName }: Organisation, name: Name): Promise<void> {
  const rows = work.db.select().from(organisationNames).where(eq(organisationNames.organisationId, id))
  const known = await rows.limit(1)
  const row = { organisationId: id, recordedAt: work.now }
  if (known.length === 0) {
    await work.db.insert(organisationNames).values({ ...row, id: newId(), shortName, fullName, validFrom: null })
  }
  const added = await work.db
    .insert(organisationNames)
    .values({ ...row, ...name, id: newId() })
    .onConflictDoNothing()
    .returning({ id: organisationNames.id })
  refuseUnless(added.length === 1, 'conflict', 'organisation.that-day-taken')
}

type Place = { parentId: OrganisationId; validFrom: Day; basis: string }

export async function addPlace(work: Work, { id, parentId }: Organisation, place: Place): Promise<void> {
  const rows = work.db.select().from(organisationPlaces).where(eq(organisationPlaces.organisationId, id))
  const known = await rows.limit(1)
  const row = { organisationId: id, recordedAt: work.now }
  if (known.length === 0 && parentId) {
    await work.db.insert(organisationPlaces).values({ ...row, id: newId(), parentId, validFrom: null })
  }
  const added = await work.db
    .insert(organisationPlaces)
    .values({ ...row, ...place, id: newId() })
    .onConflictDoNothing()
    .returning({ id: organisationPlaces.id })
  refuseUnless(added.length === 1, 'conflict', 'organisation.that-day-taken')
}
