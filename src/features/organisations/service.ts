import { and, eq, sql } from 'drizzle-orm'
import { newId, type OrganisationId } from '../../kernel/id.ts'
import { Refusal, refuseUnless } from '../../kernel/refusal.ts'
import { inRussianOrder } from '../../server/russian-order.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Service, Work } from '../../server/work.ts'
import { record, recordAll } from '../audit/service.ts'
import type { organisationsContract } from './contract.ts'
import {
  canManageOrganisations,
  comparableName,
  DEFAULT_TIME_ZONE,
  mayHaveBelow,
  type OrganisationKind,
  organisationKinds,
  pathBelow,
} from './organisation.ts'
import { organisations } from './tables.ts'
import './words.ts'

export type Organisation = typeof organisations.$inferSelect

export type NewOrganisation = {
  kind: OrganisationKind
  parent: Pick<Organisation, 'id' | 'path' | 'timeZone'> | null
  shortName: string
  fullName: string
  timeZone?: string
}

/** Makes an organisation below its parent, in the parent's time zone unless told otherwise. */
export async function createOrganisation(work: Work, wanted: NewOrganisation): Promise<Organisation> {
  const [created] = await createOrganisations(work, [wanted])
  if (!created) throw new Error('an insert returned no row')
  return created
}

/** The same for many, in their order; their parents stand already. */
export async function createOrganisations(work: Work, wanted: readonly NewOrganisation[]): Promise<Organisation[]> {
  if (wanted.length === 0) return []
  const created = await work.db
    .insert(organisations)
    .values(wanted.map((one) => rowOf(work, one)))
    .returning()
  await recordAll(
    work,
    created.map((one) => ({
      action: 'organisation.created',
      subjectId: one.id,
      organisationId: one.id,
      after: one,
    })),
  )
  // Ids grow in the order in which they were born; the database promises no order of what it returns.
  return created.sort((one, other) => (one.id < other.id ? -1 : 1))
}

/** Everything that the actor may see, authorities first, then by name in Russian order. */
export function listOrganisations(work: Work): Promise<Organisation[]> {
  return work.db
    .select()
    .from(organisations)
    .where(visibleTo(work.actor, organisations))
    .orderBy(
      sql`array_position(${sql.param([...organisationKinds])}::text[], ${organisations.kind})`,
      inRussianOrder(organisations.shortName),
    )
}

/** Refuses with 404 when it is not visible to the actor. */
export async function loadOrganisation(work: Work, id: OrganisationId): Promise<Organisation> {
  const [found] = await work.db
    .select()
    .from(organisations)
    .where(and(eq(organisations.id, id), visibleTo(work.actor, organisations)))
  refuseUnless(found, 'missing', 'organisation.missing')
  return found
}

export const organisationsService: Service<typeof organisationsContract> = {
  async listOrganisations(work) {
    return { organisations: await listOrganisations(work) }
  },

  async addOrganisation(work, { kind, parentId, shortName, fullName }) {
    const parent = await loadOrganisation(work, parentId)
    refuseUnless(canManageOrganisations(work.actor, parent), 'forbidden', 'organisation.not-yours')
    refuseUnless(mayHaveBelow(parent.kind), 'unprocessable', 'organisation.not-below-this')
    const known = (await listOrganisations(work)).find(
      (one) => one.parentId === parent.id && comparableName(one.fullName) === comparableName(fullName),
    )
    refuseUnless(!known, 'conflict', 'organisation.known', { params: { name: known?.shortName ?? '' } })
    return createOrganisation(work, { kind, parent, shortName, fullName })
  },

  async changeOrganisation(work, { id, rowVersion, ...change }) {
    const before = await loadOrganisation(work, id)
    refuseUnless(canManageOrganisations(work.actor, before), 'forbidden', 'organisation.not-yours')
    const [after] = await work.db
      .update(organisations)
      .set({ ...change, rowVersion: rowVersion + 1 })
      .where(and(eq(organisations.id, id), eq(organisations.rowVersion, rowVersion)))
      .returning()
    if (!after) {
      throw new Refusal('stale', 'organisation.changed-meanwhile', { current: await loadOrganisation(work, id) })
    }
    await record(work, { action: 'organisation.changed', subjectId: id, organisationId: id, before, after })
    return after
  },
}

function rowOf(work: Work, { kind, parent, shortName, fullName, timeZone }: NewOrganisation) {
  const id = newId<'organisation'>()
  return {
    id,
    kind,
    parentId: parent?.id ?? null,
    path: pathBelow(parent?.path ?? null, id),
    shortName,
    fullName,
    timeZone: timeZone ?? parent?.timeZone ?? DEFAULT_TIME_ZONE,
    createdAt: work.now,
  }
}
