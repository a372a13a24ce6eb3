import { and, count, eq, isNull, ne, sql } from 'drizzle-orm'
import type { Role } from '../../kernel/actor.ts'
import { done } from '../../kernel/contract.ts'
import { newId, type OrganisationId, type PersonId } from '../../kernel/id.ts'
import { Refusal, refuseUnless } from '../../kernel/refusal.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Service, Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { loadOrganisation } from '../organisations/service.ts'
import { canGiveRole, rolesFor } from './access.ts'
import type { accessContract } from './contract.ts'
import { isManagedBy, listHeldRoles, refuseForOneself } from './held-roles.service.ts'
import { spendInvitationsOf } from './links.service.ts'
import { listPeople } from './list-people.service.ts'
import { guardedRoles } from './second-factor.ts'
import { endSessions } from './sessions.service.ts'
import { memberships, people } from './tables.ts'
import './words.ts'

type People = Pick<
  Service<typeof accessContract>,
  'listPeople' | 'addPerson' | 'changePerson' | 'addMembership' | 'endMembership'
>

export const peopleService: People = {
  listPeople,

  async addPerson(work, { name, position, role, organisationId }) {
    const id = await createPerson(work, { name, position })
    await giveRole(work, id, role, organisationId)
    return { id }
  },

  async changePerson(work, { id, rowVersion, name, position, disabled }) {
    const before = await loadPersonToManage(work, id)
    const [after] = await work.db
      .update(people)
      .set({
        name,
        position,
        disabledAt: disabled ? (before.disabledAt ?? work.now) : null,
        rowVersion: rowVersion + 1,
      })
      .where(and(eq(people.id, id), eq(people.rowVersion, rowVersion)))
      .returning()
    if (!after) {
      const { name, position, rowVersion } = await loadPersonToManage(work, id)
      throw new Refusal('stale', 'access.changed-meanwhile', { current: { name, position, rowVersion } })
    }
    if (disabled) await refuseIfLastAdministrator(work, id)
    if (disabled) await endSessions(work, id)
    await record(work, {
      action: 'person.changed',
      subjectId: id,
      before: { name: before.name, position: before.position, disabledAt: before.disabledAt },
      after: { name, position, disabledAt: after.disabledAt },
    })
    return done
  },

  async addMembership(work, { id, role, organisationId }) {
    await loadPersonToManage(work, id)
    await giveRole(work, id, role, organisationId)
    // A link that lies in other hands must not open more than it was made for.
    if (guardedRoles.includes(role)) await spendInvitationsOf(work, id)
    await endSessions(work, id)
    return done
  },

  async endMembership(work, { id }) {
    const [membership] = await work.db
      .select()
      .from(memberships)
      .where(and(eq(memberships.id, id), isNull(memberships.endedAt), visibleTo(work.actor, memberships)))
    refuseUnless(membership, 'missing', 'access.membership-missing')
    const place = await loadOrganisation(work, membership.organisationId)
    refuseUnless(canGiveRole(work.actor, membership.role, place), 'forbidden', 'access.not-yours')
    if (membership.role === 'administrator') await refuseIfLastAdministrator(work, membership.personId)
    const [ended] = await work.db
      .update(memberships)
      .set({ endedAt: work.now })
      .where(and(eq(memberships.id, id), isNull(memberships.endedAt)))
      .returning({ id: memberships.id })
    refuseUnless(ended, 'missing', 'access.membership-missing')
    await endSessions(work, membership.personId)
    await record(work, {
      action: 'membership.ended',
      subjectId: membership.personId,
      organisationId: place.id,
      before: { role: membership.role },
    })
    return done
  },
}

/** A person without a role yet: the caller gives one in the same transaction. */
export async function createPerson(work: Work, wanted: { name: string; position: string }): Promise<PersonId> {
  const id = newId<'person'>()
  await work.db.insert(people).values({ ...wanted, id, createdAt: work.now })
  await record(work, { action: 'person.added', subjectId: id, after: wanted })
  return id
}

/** Gives a role where the actor may and where such a role makes sense. */
export async function giveRole(
  work: Work,
  personId: PersonId,
  role: Role,
  organisationId: OrganisationId,
): Promise<void> {
  const place = await loadOrganisation(work, organisationId)
  refuseUnless(work.actor.kind === 'operator' || canGiveRole(work.actor, role, place), 'forbidden', 'access.not-yours')
  refuseForOneself(work, personId, [place])
  refuseUnless(rolesFor(place.kind).includes(role), 'unprocessable', 'access.role-not-here')
  const given = await work.db
    .insert(memberships)
    .values({ id: newId(), personId, organisationId, role })
    .onConflictDoNothing()
    .returning({ id: memberships.id })
  refuseUnless(given.length === 1, 'conflict', 'access.role-known')
  await record(work, { action: 'membership.given', subjectId: personId, organisationId, after: { role } })
}

/** A visible person who holds nothing beyond what the actor may give. */
export async function loadPersonToManage(work: Work, id: PersonId) {
  const [person] = await work.db
    .select()
    .from(people)
    .where(and(eq(people.id, id), visibleTo(work.actor, people)))
  refuseUnless(person, 'missing', 'access.person-missing')
  const isManaged = work.actor.kind === 'operator' || isManagedBy(work.actor, id, await listHeldRoles(work, [id]))
  refuseUnless(isManaged, 'forbidden', 'access.not-yours')
  return person
}

/** Nobody comes in as this person any more; refused for the last administrator. */
export async function closeEntry(work: Work, { id, rowVersion }: { id: PersonId; rowVersion: number }): Promise<void> {
  const [closed] = await work.db
    .update(people)
    .set({ disabledAt: work.now, rowVersion: rowVersion + 1 })
    .where(and(eq(people.id, id), eq(people.rowVersion, rowVersion)))
    .returning({ id: people.id })
  if (!closed) {
    const { name, position, rowVersion } = await loadPersonToManage(work, id)
    throw new Refusal('stale', 'access.changed-meanwhile', { current: { name, position, rowVersion } })
  }
  await refuseIfLastAdministrator(work, id)
  await endSessions(work, id)
}

async function refuseIfLastAdministrator(work: Work, personId: PersonId): Promise<void> {
  const [own] = await work.db
    .select({ count: count() })
    .from(memberships)
    .where(and(eq(memberships.personId, personId), eq(memberships.role, 'administrator'), isNull(memberships.endedAt)))
  if (own?.count === 0) return
  // Two administrators who let each other go at one moment come one after the other.
  await work.db.execute(sql`select pg_advisory_xact_lock(hashtext('last-administrator'))`)
  const [others] = await work.db
    .select({ count: count() })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(memberships.role, 'administrator'),
        isNull(memberships.endedAt),
        isNull(people.disabledAt),
        ne(memberships.personId, personId),
      ),
    )
  refuseUnless((others?.count ?? 0) > 0, 'conflict', 'access.last-administrator')
}
