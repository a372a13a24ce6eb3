import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Role } from '../../kernel/actor.ts'
import { type Id, newId, type OrganisationId, type PersonId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { record, recordAll } from '../audit/service.ts'
import { organisations } from '../organisations/tables.ts'
import { canGiveRole, INVITATION_DAYS } from './access.ts'
import { isManagedBy, listHeldRoles } from './held-roles.service.ts'
import { hashOfToken } from './identify.service.ts'
import { spendInvitationsOf } from './links.service.ts'
import { giveRole } from './people.service.ts'
import { guardedRoles } from './second-factor.ts'
import { endSessions } from './sessions.service.ts'
import { invitations, memberships, people } from './tables.ts'
import './words.ts'

/** So many rows go into one statement. */
const AT_ONCE = 1000
const DAY_MS = 86_400_000

export type ListedPerson = {
  id: PersonId
  name: string
  position: string
  login: string | null
  email: string | null
  hasPassword: boolean
  isOwn: boolean
  roles: { role: Role; organisationId: OrganisationId }[]
}

/** Everybody whom the actor sees, with the roles in force, and whether the actor may change her. */
export async function listForImport(work: Work): Promise<ListedPerson[]> {
  const rows = await work.db
    .select()
    .from(people)
    .where(and(isNull(people.disabledAt), visibleTo(work.actor, people)))
    .orderBy(people.createdAt, people.id)
  const held = await work.db
    .select()
    .from(memberships)
    .where(and(isNull(memberships.endedAt), visibleTo(work.actor, memberships)))
    .orderBy(memberships.id)
  const managed = await listHeldRoles(
    work,
    rows.map((one) => one.id),
  )
  const rolesBy = new Map<PersonId, ListedPerson['roles']>()
  for (const { personId, role, organisationId } of held) {
    const list = rolesBy.get(personId)
    if (list) list.push({ role, organisationId })
    else rolesBy.set(personId, [{ role, organisationId }])
  }
  return rows.map(({ id, name, position, login, email, passwordHash }) => ({
    ...{ id, name, position, login, email },
    hasPassword: passwordHash !== null,
    isOwn: isManagedBy(work.actor, id, managed),
    roles: rolesBy.get(id) ?? [],
  }))
}

/** Which of these sign-in names are taken, by anybody. */
export async function listTakenLogins(work: Work, logins: readonly string[]): Promise<Set<string>> {
  if (logins.length === 0) return new Set()
  const found = await work.db
    .select({ login: people.login })
    .from(people)
    .where(inArray(people.login, [...logins]))
  return new Set(found.flatMap(({ login }) => (login === null ? [] : [login])))
}

export type NewPerson = {
  name: string
  position: string
  email: string | null
  login: string | null
  roles: { role: Role; organisationId: OrganisationId }[]
}

/** Many new people with their roles, in their order; refuses where the actor may not give one of these. */
export async function createPeople(work: Work, wanted: readonly NewPerson[]): Promise<PersonId[]> {
  await refuseUnlessGivable(
    work,
    wanted.flatMap(({ roles }) => roles),
  )
  const made: PersonId[] = []
  for (let at = 0; at < wanted.length; at += AT_ONCE) {
    const some = wanted.slice(at, at + AT_ONCE).map((one) => ({ ...one, id: newId<'person'>() }))
    await work.db.insert(people).values(some.map(({ roles: _, ...one }) => ({ ...one, createdAt: work.now })))
    const roles = some.flatMap(({ id, roles }) =>
      roles.map((one) => ({ ...one, id: newId<'membership'>(), personId: id })),
    )
    await work.db.insert(memberships).values(roles)
    await recordAll(
      work,
      some.map(({ id, name, position, email, login }) => ({
        action: 'person.added',
        subjectId: id,
        after: { name, position, email, login },
      })),
    )
    await recordAll(
      work,
      roles.map(({ personId, organisationId, role }) => ({
        action: 'membership.given',
        subjectId: personId,
        organisationId,
        after: { role },
      })),
    )
    made.push(...some.map(({ id }) => id))
  }
  return made
}

async function refuseUnlessGivable(work: Work, wanted: NewPerson['roles']): Promise<void> {
  const ids = [...new Set(wanted.map(({ organisationId }) => organisationId))]
  const places = await work.db
    .select({ id: organisations.id, path: organisations.path })
    .from(organisations)
    .where(and(sql`${organisations.id} = any(${sql.param(ids)}::uuid[])`, visibleTo(work.actor, organisations)))
  const byId = new Map(places.map((one) => [one.id, one]))
  for (const { role, organisationId } of wanted) {
    const place = byId.get(organisationId)
    refuseUnless(place && canGiveRole(work.actor, role, place), 'forbidden', 'access.not-yours')
  }
}

export type Mend = {
  id: PersonId
  name: string
  position: string
  email: string | null
  login: string | null
  role: { role: Role; organisationId: OrganisationId } | null
}

/** Changes the card and gives the role, if one is new; a new role ends her sessions, as it does by hand. */
export async function mendPerson(work: Work, { id, role, ...card }: Mend): Promise<void> {
  const [before] = await work.db.select().from(people).where(eq(people.id, id))
  if (!before) return
  const after = {
    name: card.name,
    position: card.position || before.position,
    email: card.email ?? before.email,
    login: before.passwordHash === null ? (card.login ?? before.login) : before.login,
  }
  await work.db
    .update(people)
    .set({ ...after, rowVersion: before.rowVersion + 1 })
    .where(eq(people.id, id))
  const { name, position, email, login } = before
  await record(work, { action: 'person.changed', subjectId: id, before: { name, position, email, login }, after })
  if (!role) return
  await giveRole(work, id, role.role, role.organisationId)
  if (guardedRoles.includes(role.role)) await spendInvitationsOf(work, id)
  await endSessions(work, id)
}

/** A link for each of these people who has never signed in and has no open one: in a few statements, however many. */
export async function invitePeople(work: Work, ids: readonly PersonId[]): Promise<number> {
  let made = 0
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const some = await listUninvited(work, ids.slice(at, at + AT_ONCE))
    if (some.length === 0) continue
    const rows = some.map((personId) => {
      const id: Id<'invitation'> = newId()
      return {
        id,
        kind: 'invitation' as const,
        personId,
        tokenHash: hashOfToken(work.tokenOf(id)),
        createdAt: work.now,
        expiresAt: new Date(work.now.getTime() + INVITATION_DAYS * DAY_MS),
      }
    })
    await work.db.insert(invitations).values(rows)
    await recordAll(
      work,
      rows.map(({ personId }) => ({ action: 'invitation.made', subjectId: personId })),
    )
    made += rows.length
  }
  return made
}

async function listUninvited(work: Work, ids: readonly PersonId[]): Promise<PersonId[]> {
  const known = await work.db
    .select({ id: people.id, passwordHash: people.passwordHash })
    .from(people)
    .where(and(inArray(people.id, [...ids]), isNull(people.disabledAt), visibleTo(work.actor, people)))
  const open = await work.db
    .select({ personId: invitations.personId })
    .from(invitations)
    .where(and(inArray(invitations.personId, [...ids]), isNull(invitations.usedAt)))
  const invited = new Set(open.map(({ personId }) => personId))
  return known.flatMap(({ id, passwordHash }) => (passwordHash === null && !invited.has(id) ? [id] : []))
}
