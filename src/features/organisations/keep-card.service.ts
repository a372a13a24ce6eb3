import { and, eq } from 'drizzle-orm'
import { holds } from '../../kernel/actor.ts'
import { dayAt } from '../../kernel/day.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import type { Service, Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import type { organisationsContract } from './contract.ts'
import { canManageOrganisations, mayStandBelow } from './organisation.ts'
import {
  changeRow,
  createOrganisation,
  listOrganisations,
  loadOrganisation,
  type Organisation,
  refuseStale,
  refuseTwin,
} from './service.ts'
import { organisationNames, organisations } from './tables.ts'
import { inForceOn } from './through-time.ts'
import './words.ts'

type Cards = Pick<
  Service<typeof organisationsContract>,
  'listOrganisations' | 'addOrganisation' | 'becomeRegion' | 'changeOrganisation'
>

export const cardsService: Cards = {
  async listOrganisations(work) {
    return { organisations: await listOrganisations(work) }
  },

  async addOrganisation(work, { kind, parentId, shortName, fullName }) {
    // A region that comes above it at this moment changes its path first.
    await work.db
      .select({ id: organisations.id })
      .from(organisations)
      .where(eq(organisations.id, parentId))
      .for('share')
    const parent = await loadOrganisation(work, parentId)
    refuseUnless(canManageOrganisations(work.actor, parent), 'forbidden', 'organisation.not-yours')
    refuseUnless(mayStandBelow(kind, parent.kind), 'unprocessable', 'organisation.not-below-this')
    refuseUnless(parent.closedOn === null, 'conflict', 'organisation.closed')
    await refuseTwin(work, { parentId, fullName })
    return createOrganisation(work, { kind, parent, shortName, fullName })
  },

  async becomeRegion(work, { id, rowVersion }) {
    const before = await loadOrganisation(work, id)
    refuseUnless(holds(work.actor, ['administrator'], before), 'forbidden', 'organisation.not-yours')
    refuseUnless(before.kind === 'authority' && before.parentId === null, 'conflict', 'organisation.no-region')
    const below = await work.db
      .select({ id: organisations.id })
      .from(organisations)
      .where(and(eq(organisations.parentId, id), eq(organisations.kind, 'school')))
      .limit(1)
    refuseUnless(below.length === 0, 'conflict', 'organisation.has-schools')
    const after = await changeRow(work, { id, rowVersion }, { kind: 'region' })
    await record(work, { action: 'organisation.changed', subjectId: id, organisationId: id, before, after })
    return after
  },

  async changeOrganisation(work, { id, rowVersion, ...change }) {
    const before = await loadOrganisation(work, id)
    refuseUnless(canManageOrganisations(work.actor, before), 'forbidden', 'organisation.not-yours')
    refuseStale(before, rowVersion)
    if (before.closedOn === null) await refuseTwin(work, { id, parentId: before.parentId, fullName: change.fullName })
    const after = await changeRow(work, { id, rowVersion }, change)
    await mendNameInForce(work, after)
    await record(work, { action: 'organisation.changed', subjectId: id, organisationId: id, before, after })
    return after
  },
}

/** A typing slip that is mended in the card is mended in the list of names, too. */
async function mendNameInForce(work: Work, { id, timeZone, shortName, fullName }: Organisation): Promise<void> {
  const names = await work.db.select().from(organisationNames).where(eq(organisationNames.organisationId, id))
  const inForce = inForceOn(names, dayAt(work.now, timeZone))
  if (!inForce) return
  await work.db.update(organisationNames).set({ shortName, fullName }).where(eq(organisationNames.id, inForce.id))
}
