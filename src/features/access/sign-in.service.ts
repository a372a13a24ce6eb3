import { randomBytes } from 'node:crypto'
import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import type { PersonActor } from '../../kernel/actor.ts'
import { done } from '../../kernel/contract.ts'
import { newId, type PersonId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import { hashPassword, isPassword } from '../../server/password.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Service, Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { normalLogin, passwordFault, SESSION_DAYS } from './access.ts'
import type { accessContract } from './contract.ts'
import { hashOfToken } from './identify.service.ts'
import { people, sessions } from './tables.ts'
import './words.ts'

const DAY_MS = 86_400_000

type SignIn = Pick<
  Service<typeof accessContract>,
  'signIn' | 'listSessions' | 'signOut' | 'endSession' | 'changePassword'
>

export const signInService: SignIn = {
  async signIn(work, { login, password }) {
    const name = normalLogin(login)
    await work.limit(`sign-in:${work.address}`, 20, 60)
    await work.limit(`sign-in:${name}`, 5, 60)
    const [person] = await work.db
      .select()
      .from(people)
      .where(and(eq(people.login, name), isNull(people.disabledAt)))
    const right = await isPassword(password, person?.passwordHash ?? null)
    refuseUnless(person && right, 'unknown', 'access.wrong-password')
    await startSession(work, person.id)
    return done
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
    await setPassword(work, person.id, person.login ?? '', next)
    await record(work, { action: 'password.changed', subjectId: person.id })
    await startSession(work, person.id)
    return done
  },
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

export async function endSessions(work: Work, personId: PersonId): Promise<void> {
  await work.db
    .update(sessions)
    .set({ endedAt: work.now })
    .where(and(eq(sessions.personId, personId), isNull(sessions.endedAt)))
}

/** Keeps every open session alive as seen from that moment: the clock of a demonstration jumps, people stay. */
export async function prolongSessions(work: Work, from: Date): Promise<void> {
  await work.db
    .update(sessions)
    .set({ seenAt: from, expiresAt: new Date(from.getTime() + SESSION_DAYS * DAY_MS) })
    .where(isNull(sessions.endedAt))
}

/** Opens a session on this device; its token leaves with the answer and only its hash stays. */
export async function startSession(work: Work, personId: PersonId): Promise<void> {
  const token = randomBytes(32).toString('base64url')
  const id = newId<'session'>()
  await work.db.insert(sessions).values({
    id,
    personId,
    tokenHash: hashOfToken(token),
    device: work.device,
    createdAt: work.now,
    seenAt: work.now,
    expiresAt: new Date(work.now.getTime() + SESSION_DAYS * DAY_MS),
  })
  work.setSession(token)
  await record(work, { action: 'session.started', subjectId: personId })
}

/** The signed-in person; endpoints with roles as callers are only reached by one. */
function personOf(work: Work): PersonActor {
  refuseUnless(work.actor.kind === 'person', 'unknown', 'server.not-signed-in')
  return work.actor
}
