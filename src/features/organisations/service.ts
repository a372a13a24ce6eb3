import { and, eq, isNull, sql } from 'drizzle-orm'
import { newId, type OrganisationId } from '../../kernel/id.ts'
import { Refusal, refuseUnless } from '../../kernel/refusal.ts'
import { inRussianOrder } from '../../server/russian-order.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { recordAll } from '../audit/service.ts'
import { DEFAULT_TIME_ZONE, type OrganisationKind, organisationKinds, pathBelow } from './organisation.ts'
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

/** The same for many, in their order; their parents stand already. Of two made under one name at one moment one is refused. */
export async function createOrganisations(work: Work, wanted: readonly NewOrganisation[]): Promise<Organisation[]> {
  if (wanted.length === 0) return []
  const rows = wanted.map((one) => rowOf(work, one))
  const created = await work.db.insert(organisations).values(rows).onConflictDoNothing().returning()
  const twin = rows.find((row) => !created.some((one) => one.id === row.id))
  if (twin) throw new Refusal('conflict', 'organisation.known', { params: { name: twin.shortName } })
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

/** Of these, what stands: nothing new is asked of a closed one. */
export async function listOpenOrganisations(work: Work): Promise<Organisation[]> {
  return (await listOrganisations(work)).filter((one) => one.closedOn === null)
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

/** Refuses where another open one below the same parent bears the name, however it is spelt. */
export async function refuseTwin(
  work: Work,
  { id, parentId, fullName }: { id?: OrganisationId; parentId: OrganisationId | null; fullName: string },
): Promise<void> {
  const [twin] = await work.db
    .select({ id: organisations.id, shortName: organisations.shortName })
    .from(organisations)
    .where(
      and(
        parentId === null ? isNull(organisations.parentId) : eq(organisations.parentId, parentId),
        isNull(organisations.closedOn),
        sql`comparable_name(${organisations.fullName}) = comparable_name(${fullName})`,
        id && sql`${organisations.id} <> ${id}`,
      ),
    )
  refuseUnless(!twin, 'conflict', 'organisation.known', { params: { name: twin?.shortName ?? '' } })
}

/** Whoever read an older version is told first of that, and only then of anything else. */
export function refuseStale(before: Organisation, rowVersion: number): void {
  refuseUnless(before.rowVersion === rowVersion, 'stale', 'organisation.changed-meanwhile', { current: before })
}

export type Change = Partial<typeof organisations.$inferInsert>

/** Changes the row only as it was read: a stale version is refused with the one in force. */
export async function changeRow(
  work: Work,
  { id, rowVersion }: { id: OrganisationId; rowVersion: number },
  change: Change,
): Promise<Organisation> {
  const [after] = await work.db
    .update(organisations)
    .set({ ...change, rowVersion: rowVersion + 1 })
    .where(and(eq(organisations.id, id), eq(organisations.rowVersion, rowVersion)))
    .returning()
  if (after) return after
  throw new Refusal('stale', 'organisation.changed-meanwhile', { current: await loadOrganisation(work, id) })
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
