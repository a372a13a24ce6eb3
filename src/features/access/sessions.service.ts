import { randomBytes } from 'node:crypto'
import { and, eq, isNull, ne } from 'drizzle-orm'
import type { PersonActor } from '../../kernel/actor.ts'
import { newId, type PersonId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import type { Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { SESSION_DAYS } from './access.ts'
import { hashOfToken } from './identify.service.ts'
import { markDevice } from './known-device.service.ts'
import { people, sessions, signInTickets } from './tables.ts'

const DAY_MS = 86_400_000

/** Opens a session on this device, which the account knows from now on; its token leaves with the answer and only its hash stays. */
export async function startSession(work: Work, personId: PersonId, after: 'password' | 'second-step'): Promise<void> {
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
    secondFactor: after === 'second-step',
  })
  work.setSession(token)
  const [person] = await work.db.select({ login: people.login }).from(people).where(eq(people.id, personId))
  if (person?.login) markDevice(work, hashOfToken(person.login))
  await record(work, { action: 'session.started', subjectId: personId })
}

/** Every session of the person, and every sign-in that stopped half-way. */
export async function endSessions(work: Work, personId: PersonId): Promise<void> {
  await work.db
    .update(sessions)
    .set({ endedAt: work.now })
    .where(and(eq(sessions.personId, personId), isNull(sessions.endedAt)))
  await work.db
    .update(signInTickets)
    .set({ usedAt: work.now })
    .where(and(eq(signInTickets.personId, personId), isNull(signInTickets.usedAt)))
}

/** Whoever signed in without the new phone is out; this window goes on as if it had begun with it. */
export async function keepOnlySession(
  work: Work,
  personId: PersonId,
  sessionId: PersonActor['sessionId'],
): Promise<void> {
  await work.db
    .update(sessions)
    .set({ endedAt: work.now })
    .where(and(eq(sessions.personId, personId), ne(sessions.id, sessionId), isNull(sessions.endedAt)))
  await work.db.update(sessions).set({ secondFactor: true }).where(eq(sessions.id, sessionId))
}

/** Keeps every open session alive as seen from that moment: the clock of a demonstration jumps, people stay. */
export async function prolongSessions(work: Work, from: Date): Promise<void> {
  await work.db
    .update(sessions)
    .set({ seenAt: from, expiresAt: new Date(from.getTime() + SESSION_DAYS * DAY_MS) })
    .where(isNull(sessions.endedAt))
}

/** The signed-in person; endpoints with roles as callers are only reached by one. */
export function personOf(work: Work): PersonActor {
  refuseUnless(work.actor.kind === 'person', 'unknown', 'server.not-signed-in')
  return work.actor
}
