import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { done } from '../../kernel/contract.ts'
import { type Id, newId, type PersonId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import { show } from '../../server/scope.ts'
import type { Service, Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { createOrganisation } from '../organisations/service.ts'
import { organisations } from '../organisations/tables.ts'
import { FIRST_LINK_MINUTES, INVITATION_DAYS, normalLogin } from './access.ts'
import type { accessContract } from './contract.ts'
import { hashOfToken } from './identify.service.ts'
import { startSession } from './sessions.service.ts'
import { setPassword } from './sign-in.service.ts'
import { enter } from './sign-in-steps.service.ts'
import { type invitationKinds, invitations, memberships, people } from './tables.ts'
import './words.ts'

const MINUTE_MS = 60_000

type Links = Pick<Service<typeof accessContract>, 'inspectLink' | 'acceptLink' | 'setUp'>

export const linksService: Links = {
  async inspectLink(work, { token }) {
    await work.limit(`link:${work.address}`, 60, 60)
    const invitation = await loadOpenInvitation(work, token)
    await record(work, { action: 'link.opened', subjectId: invitation.id })
    if (!invitation.personId) {
      return { kind: invitation.kind, name: '', position: '', organisationName: '', login: null }
    }
    const person = await loadInvited(work, invitation.personId)
    return { ...person, kind: invitation.kind }
  },

  async acceptLink(work, { token, name, login, password }) {
    await work.limit(`link:${work.address}`, 60, 60)
    const invitation = await loadOpenInvitation(work, token)
    refuseUnless(invitation.personId, 'conflict', 'access.link-unknown')
    if (invitation.kind === 'invitation') {
      const person = await loadInvited(work, invitation.personId)
      refuseUnless(login && password, 'unprocessable', 'access.login-needed')
      refuseUnless(name || person.name, 'unprocessable', 'access.name-needed')
      await holdLinksOf(work, invitation.personId)
      await spendInvitation(work, invitation.id)
      await spendInvitationsOf(work, invitation.personId)
      await claimLogin(work, invitation.personId, login)
      await setPassword(work, invitation.personId, normalLogin(login), password)
      await work.db
        .update(people)
        .set({ name: name ?? person.name })
        .where(eq(people.id, invitation.personId))
    }
    return enter(work, invitation.personId)
  },

  async setUp(work, wanted) {
    await work.limit(`link:${work.address}`, 60, 60)
    const invitation = await loadOpenInvitation(work, wanted.token)
    refuseUnless(invitation.kind === 'first', 'conflict', 'access.link-unknown')
    await spendInvitation(work, invitation.id)
    const taken = await work.db.select({ id: people.id }).from(people).limit(1)
    refuseUnless(taken.length === 0, 'conflict', 'access.already-set-up')

    const authority = await createOrganisation(work, {
      kind: 'authority',
      parent: null,
      shortName: wanted.authorityName,
      fullName: wanted.authorityName,
      timeZone: wanted.timeZone,
    })
    const personId = newId<'person'>()
    await work.db
      .insert(people)
      .values({ id: personId, name: wanted.name, position: wanted.position, createdAt: work.now })
    await work.db.insert(memberships).values(
      (['administrator', 'municipal_coordinator'] as const).map((role) => ({
        id: newId<'membership'>(),
        personId,
        organisationId: authority.id,
        role,
      })),
    )
    await setPassword(work, personId, normalLogin(wanted.login), wanted.password)
    await record(work, { action: 'installation.set-up', subjectId: personId, organisationId: authority.id })
    await startSession(work, personId, 'password')
    return done
  },
}

/** A new link; those of the same person that were not used yet stop working. Its token is `work.tokenOf(id)`. */
export async function createInvitation(
  work: Work,
  kind: (typeof invitationKinds)[number],
  personId: PersonId | null,
): Promise<Id<'invitation'>> {
  const id = newId<'invitation'>()
  const minutes = kind === 'first' ? FIRST_LINK_MINUTES : INVITATION_DAYS * 24 * 60
  if (kind === 'invitation' && personId) await spendInvitationsOf(work, personId)
  if (kind === 'first') await spendFirstLinks(work)
  await work.db.insert(invitations).values({
    id,
    kind,
    personId,
    tokenHash: hashOfToken(work.tokenOf(id)),
    createdAt: work.now,
    expiresAt: new Date(work.now.getTime() + minutes * MINUTE_MS),
  })
  await record(work, { action: 'invitation.made', subjectId: personId ?? id })
  return id
}

/** Every open link of the person stops working; a demonstration's, which opens again and again, stays. */
export async function spendInvitationsOf(work: Work, personId: PersonId): Promise<void> {
  await holdLinksOf(work, personId)
  await work.db
    .update(invitations)
    .set({ usedAt: work.now })
    .where(and(isNull(invitations.usedAt), eq(invitations.personId, personId), eq(invitations.kind, 'invitation')))
}

/** What touches the links of one person comes one after the other: of two made at one moment only the later opens. */
async function holdLinksOf(work: Work, personId: PersonId): Promise<void> {
  await work.db.select({ id: people.id }).from(people).where(eq(people.id, personId)).for('update')
}

async function spendFirstLinks(work: Work): Promise<void> {
  await work.db
    .update(invitations)
    .set({ usedAt: work.now })
    .where(and(isNull(invitations.usedAt), eq(invitations.kind, 'first')))
}

async function loadOpenInvitation(work: Work, token: string) {
  await show(work.db, 'token', hashOfToken(token))
  const [found] = await work.db
    .select()
    .from(invitations)
    .where(eq(invitations.tokenHash, hashOfToken(token)))
  refuseUnless(found, 'missing', 'access.link-unknown')
  refuseUnless(!found.usedAt, 'conflict', 'access.link-used')
  refuseUnless(found.kind === 'demonstration' || found.expiresAt > work.now, 'conflict', 'access.link-expired')
  return found
}

/** Two clicks are two transactions: only one of them finds the link unused. */
async function spendInvitation(work: Work, id: Id<'invitation'>): Promise<void> {
  const used = await work.db
    .update(invitations)
    .set({ usedAt: work.now })
    .where(and(eq(invitations.id, id), isNull(invitations.usedAt), gt(invitations.expiresAt, work.now)))
    .returning({ id: invitations.id })
  refuseUnless(used.length === 1, 'conflict', 'access.link-used')
}

async function claimLogin(work: Work, personId: PersonId, login: string): Promise<void> {
  await show(work.db, 'login', normalLogin(login))
  const [owner] = await work.db
    .select({ id: people.id })
    .from(people)
    .where(eq(people.login, normalLogin(login)))
  refuseUnless(!owner || owner.id === personId, 'conflict', 'access.login-taken')
}

async function loadInvited(work: Work, personId: PersonId) {
  const [person] = await work.db
    .select({
      name: people.name,
      position: people.position,
      login: people.login,
      organisationName: sql<string>`coalesce(string_agg(distinct ${organisations.shortName}, ', '), '')`,
    })
    .from(people)
    .leftJoin(memberships, and(eq(memberships.personId, people.id), isNull(memberships.endedAt)))
    .leftJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(eq(people.id, personId))
    .groupBy(people.id)
  refuseUnless(person, 'missing', 'access.link-unknown')
  return person
}
