import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import { done } from '../../kernel/contract.ts'
import type { PersonId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import { hashPassword, isPassword } from '../../server/password.ts'
import { show } from '../../server/scope.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Service, Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { normalLogin, passwordFault } from './access.ts'
import type { accessContract } from './contract.ts'
import { hashOfToken } from './identify.service.ts'
import { findKnownDevice } from './known-device.service.ts'
import { endSessions, personOf, startSession } from './sessions.service.ts'
import { enter } from './sign-in-steps.service.ts'
import { people, sessions } from './tables.ts'
import './words.ts'

type SignIn = Pick<
  Service<typeof accessContract>,
  'signIn' | 'listSessions' | 'signOut' | 'endSession' | 'changePassword'
>

export const signInService: SignIn = {
  async signIn(work, { login, password }) {
    const name = normalLogin(login)
    await limitTries(work, name)
    await show(work.db, 'login', name)
    const [person] = await work.db
      .select()
      .from(people)
      .where(and(eq(people.login, name), isNull(people.disabledAt)))
    const right = await isPassword(password, person?.passwordHash ?? null)
    refuseUnless(person && right, 'unknown', 'access.wrong-password')
    return enter(work, person.id)
  },

  async listSessions(work) {
    const me = personOf(work)
    const rows = await work.db
      .select()
      .from(sessions)
      .where(and(eq(sessions.personId, me.personId), isNull(sessions.endedAt), gt(sessions.expiresAt, work.now)))
      .orderBy(desc(sessions.seenAt))
    return {
      sessions: rows.map((row) => ({
        id: row.id,
        device: row.device,
        createdAt: row.createdAt.toISOString(),
        seenAt: row.seenAt.toISOString(),
        isCurrent: row.id === me.sessionId,
      })),
    }
  },

  async signOut(work) {
    const me = personOf(work)
    await work.db.update(sessions).set({ endedAt: work.now }).where(eq(sessions.id, me.sessionId))
    work.setSession(null)
    await record(work, { action: 'session.ended', subjectId: me.sessionId })
    return done
  },

  async endSession(work, { id }) {
    const me = personOf(work)
    const [ended] = await work.db
      .update(sessions)
      .set({ endedAt: work.now })
      .where(and(eq(sessions.id, id), eq(sessions.personId, me.personId), isNull(sessions.endedAt)))
      .returning()
    refuseUnless(ended, 'missing', 'access.session-missing')
    await record(work, { action: 'session.ended', subjectId: id })
    return done
  },

  async changePassword(work, { current, next }) {
    const me = personOf(work)
    await work.limit(`password:${me.personId}`, 5, 60)
    const [person] = await work.db
      .select()
      .from(people)
      .where(and(eq(people.id, me.personId), visibleTo(work.actor, people)))
    refuseUnless(person, 'missing', 'access.person-missing')
    refuseUnless(await isPassword(current, person.passwordHash), 'unprocessable', 'access.wrong-current-password')
    const [begun] = await work.db.select().from(sessions).where(eq(sessions.id, me.sessionId))
    await setPassword(work, person.id, person.login ?? '', next)
    await record(work, { action: 'password.changed', subjectId: person.id })
    await startSession(work, person.id, begun?.secondFactor ? 'second-step' : 'password')
    return done
  },
}

/**
 * Guesses at one account are counted apart for each address, so that a stranger who guesses elsewhere keeps nobody
 * waiting; the bound over all addresses is for guessing from many at once. Who has signed in on this device before is
 * counted by the device alone, whatever strangers do at however many addresses. Names are not kept, only their hashes.
 */
async function limitTries(work: Work, name: string): Promise<void> {
  const account = hashOfToken(name)
  const device = findKnownDevice(work, account)
  if (device) {
    await work.limit(`sign-in:${account}:on:${device}`, 5, 60)
    await work.limit(`sign-in:${account}:on-known`, 60, 60)
    return
  }
  await work.limit(`sign-in:${work.address}`, 20, 60)
  await work.limit(`sign-in:${account}:${work.address}`, 5, 60)
  await work.limit(`sign-in:${account}`, 60, 60)
}

/** Stores a checked password and ends every session of the person: whoever had the old one is out. */
export async function setPassword(work: Work, personId: PersonId, login: string, password: string): Promise<void> {
  const fault = passwordFault(password, login)
  refuseUnless(!fault, 'unprocessable', `access.password-${fault ?? 'too-short'}`)
  await work.db
    .update(people)
    .set({ login, passwordHash: await hashPassword(password) })
    .where(eq(people.id, personId))
  await endSessions(work, personId)
}
