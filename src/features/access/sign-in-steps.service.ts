import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import type { OutputOf } from '../../kernel/contract.ts'
import { newId, type PersonId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import { show } from '../../server/scope.ts'
import type { Service, Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import type { accessContract } from './contract.ts'
import { hashOfToken, mustHaveSecondFactor } from './identify.service.ts'
import { findKnownDevice } from './known-device.service.ts'
import { newSecret, phoneClock, stepOfCode, uriOf } from './phone-code.service.ts'
import { STEP_MINUTES } from './second-factor.ts'
import { hasSecondFactor, keepDraft, loadDraft, putInForce, spendCode } from './second-factor-codes.service.ts'
import type { secondFactorContract } from './second-factor-contract.ts'
import { startSession } from './sessions.service.ts'
import { people, signInTickets } from './tables.ts'
import './words.ts'

const MINUTE_MS = 60_000

type Step = OutputOf<typeof accessContract.signIn>
type Steps = Pick<Service<typeof secondFactorContract>, 'passSecondFactor' | 'draftAtSignIn' | 'setAtSignIn'>

/** Lets in whoever owes no second step; everybody else gets a ticket to it, and nothing more. */
export async function enter(work: Work, personId: PersonId): Promise<Step> {
  const next = await loadNextStep(work, personId)
  if (next === 'in') {
    await startSession(work, personId, 'password')
    return { next, ticket: null }
  }
  const id = newId<'signInTicket'>()
  const ticket = work.tokenOf(id)
  await work.db.insert(signInTickets).values({
    id,
    personId,
    tokenHash: hashOfToken(ticket),
    expiresAt: new Date(work.now.getTime() + STEP_MINUTES * MINUTE_MS),
  })
  await record(work, { action: 'sign-in.half-way', subjectId: personId })
  return { next, ticket }
}

/** The second step after a password or a link; without a ticket there is nothing to try codes against. */
export function signInStepsService({ isDemonstration }: { isDemonstration: boolean }): Steps {
  return {
    async passSecondFactor(work, { ticket, code }) {
      const { personId, id, login } = await loadTicket(work, ticket)
      const device = findKnownDevice(work, hashOfToken(login))
      const recoveryCodesLeft = await spendCode(work, { personId, code, isDemonstration, device })
      await spendTicket(work, id)
      await startSession(work, personId, 'second-step')
      return { recoveryCodesLeft }
    },

    async draftAtSignIn(work, { ticket }) {
      const { personId, login } = await loadTicket(work, ticket)
      refuseUnless(!(await hasSecondFactor(work, personId)), 'conflict', 'access.factor-known')
      const secret = newSecret()
      await keepDraft(work, personId, secret)
      return { secret, uri: uriOf(secret, login) }
    },

    async setAtSignIn(work, { ticket, code }) {
      const { personId, id } = await loadTicket(work, ticket)
      refuseUnless(!(await hasSecondFactor(work, personId)), 'conflict', 'access.factor-known')
      await work.limit(`code:${personId}:${work.address}`, 5, 60)
      const secret = await loadDraft(work, personId)
      const step = await stepOfCode(secret, code, phoneClock(work, isDemonstration))
      refuseUnless(step !== null, 'unprocessable', 'access.code-wrong')
      await spendTicket(work, id)
      const recoveryCodes = await putInForce(work, { personId, secret, step })
      await startSession(work, personId, 'second-step')
      return { recoveryCodes }
    },
  }
}

/** Whether a rule asks this person for a second step now. */
export async function isSecondFactorRequired(work: Work, personId: PersonId): Promise<boolean> {
  const { rows } = await work.db.execute<{ required: boolean }>(
    sql`select ${sql.raw(mustHaveSecondFactor('p.id', 'clock.moment'))} as required
      from person p, (select ${work.now.toISOString()}::timestamptz as moment) clock where p.id = ${personId}`,
  )
  return rows[0]?.required ?? false
}

async function loadNextStep(work: Work, personId: PersonId): Promise<Step['next']> {
  if (await hasSecondFactor(work, personId)) return 'code'
  return (await isSecondFactorRequired(work, personId)) ? 'set-up' : 'in'
}

async function loadTicket(work: Work, ticket: string) {
  await work.limit(`ticket:${work.address}`, 60, 60)
  await show(work.db, 'token', hashOfToken(ticket))
  const [found] = await work.db
    .select({ id: signInTickets.id, personId: signInTickets.personId, login: people.login })
    .from(signInTickets)
    .innerJoin(people, eq(people.id, signInTickets.personId))
    .where(
      and(
        eq(signInTickets.tokenHash, hashOfToken(ticket)),
        isNull(signInTickets.usedAt),
        gt(signInTickets.expiresAt, work.now),
        isNull(people.disabledAt),
      ),
    )
  refuseUnless(found, 'conflict', 'access.ticket-over')
  return { ...found, login: found.login ?? '' }
}

/** Two clicks are two transactions: only one of them finds the ticket unused. */
async function spendTicket(work: Work, id: typeof signInTickets.$inferSelect.id): Promise<void> {
  const spent = await work.db
    .update(signInTickets)
    .set({ usedAt: work.now })
    .where(and(eq(signInTickets.id, id), isNull(signInTickets.usedAt)))
    .returning({ id: signInTickets.id })
  refuseUnless(spent.length === 1, 'conflict', 'access.ticket-over')
}
