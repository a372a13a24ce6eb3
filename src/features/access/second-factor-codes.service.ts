import { randomBytes } from 'node:crypto'
import { and, count, eq, gt, isNull, lt, or } from 'drizzle-orm'
import { newId, type PersonId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import type { Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { hashOfRecoveryCode, phoneClock, sealSecret, stepOfCode, unsealSecret } from './phone-code.service.ts'
import { isPhoneCode, RECOVERY_CODES, recoveryCodeOf } from './second-factor.ts'
import { recoveryCodes, secondFactorDrafts, secondFactors } from './tables.ts'
import './words.ts'

/** Codes of so many half minutes after each other open at one moment. */
const STEPS_AT_ONCE = 2
const DRAFT_MS = 60 * 60_000
const HOUR_SECONDS = 3600

/** `device`: on which the person has signed in before. */
type Typed = { personId: PersonId; code: string; isDemonstration: boolean; device?: string | null }

export async function hasSecondFactor(work: Work, personId: PersonId): Promise<boolean> {
  return (await findSecondFactor(work, personId)) !== undefined
}

export async function findSecondFactor(work: Work, personId: PersonId) {
  const [factor] = await work.db.select().from(secondFactors).where(eq(secondFactors.personId, personId))
  return factor
}

/**
 * Takes a code of the phone or from paper, once; refuses any other. Answers how many paper codes are left where one was
 * spent.
 */
export async function spendCode(
  work: Work,
  { personId, code, isDemonstration, device }: Typed,
): Promise<number | null> {
  await (device ? limitOnKnown(work, personId, device) : limitCodes(work, personId))
  if (!isPhoneCode(code)) return spendRecoveryCode(work, personId, code)
  const factor = await findSecondFactor(work, personId)
  refuseUnless(factor, 'unprocessable', 'access.code-wrong')
  const secret = unsealSecret(work, personId, factor.sealedSecret)
  refuseUnless(secret, 'conflict', 'access.factor-unreadable')
  const step = await stepOfCode(secret, code, phoneClock(work, isDemonstration))
  refuseUnless(step !== null, 'unprocessable', 'access.code-wrong')
  const taken = await work.db
    .update(secondFactors)
    .set({ lastStep: step })
    .where(and(eq(secondFactors.personId, personId), isUnused(step)))
    .returning({ personId: secondFactors.personId })
  refuseUnless(taken.length === 1, 'unprocessable', 'access.code-used')
  return null
}

/** Wrong codes are counted for the person at this address, for the address, and for the person everywhere. */
async function limitCodes(work: Work, personId: PersonId): Promise<void> {
  await work.limit(`code-at:${work.address}`, 20, 60)
  await work.limit(`code:${personId}:${work.address}`, 5, 60)
  await work.limit(`code:${personId}`, 60, HOUR_SECONDS)
}

/** On a device that is known, whoever tries codes elsewhere with a stolen password keeps nobody waiting. */
async function limitOnKnown(work: Work, personId: PersonId, device: string): Promise<void> {
  await work.limit(`code:${personId}:on:${device}`, 5, 60)
  await work.limit(`code:${personId}:on-known`, 60, HOUR_SECONDS)
}

/** Each half minute opens once. One that no clock shows yet was taken while ours ran ahead: it must not close the door until then. */
function isUnused(step: number) {
  return or(lt(secondFactors.lastStep, step), gt(secondFactors.lastStep, step + STEPS_AT_ONCE))
}

export async function countRecoveryCodes(work: Work, personId: PersonId): Promise<number> {
  const [left] = await work.db
    .select({ count: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.personId, personId), isNull(recoveryCodes.usedAt)))
  return left?.count ?? 0
}

/** Keeps a new secret beside the one in force until its first code is right. */
export async function keepDraft(work: Work, personId: PersonId, secret: string): Promise<void> {
  const draft = { sealedSecret: sealSecret(work, personId, secret), madeAt: work.now }
  await work.db
    .insert(secondFactorDrafts)
    .values({ personId, ...draft })
    .onConflictDoUpdate({ target: secondFactorDrafts.personId, set: draft })
  await record(work, { action: 'second-factor.drafted', subjectId: personId })
}

export async function loadDraft(work: Work, personId: PersonId): Promise<string> {
  const [draft] = await work.db
    .select()
    .from(secondFactorDrafts)
    .where(
      and(
        eq(secondFactorDrafts.personId, personId),
        gt(secondFactorDrafts.madeAt, new Date(work.now.getTime() - DRAFT_MS)),
      ),
    )
  const secret = draft && unsealSecret(work, personId, draft.sealedSecret)
  refuseUnless(secret, 'conflict', 'access.factor-not-begun')
  return secret
}

/** From now on this phone opens, an earlier one no more; answers with the codes for paper. */
export async function putInForce(
  work: Work,
  { personId, secret, step }: { personId: PersonId; secret: string; step: number },
): Promise<string[]> {
  const factor = { sealedSecret: sealSecret(work, personId, secret), confirmedAt: work.now, lastStep: step }
  await work.db
    .insert(secondFactors)
    .values({ personId, ...factor })
    .onConflictDoUpdate({ target: secondFactors.personId, set: factor })
  await work.db.delete(secondFactorDrafts).where(eq(secondFactorDrafts.personId, personId))
  await record(work, { action: 'second-factor.set', subjectId: personId })
  return makeRecoveryCodes(work, personId)
}

/** Ten new codes; all earlier ones stop working. */
export async function makeRecoveryCodes(work: Work, personId: PersonId): Promise<string[]> {
  await work.db.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId))
  const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCodeOf(randomBytes(12)))
  await work.db.insert(recoveryCodes).values(
    codes.map((code) => ({
      id: newId<'recoveryCode'>(),
      personId,
      codeHash: hashOfRecoveryCode(work, personId, code),
    })),
  )
  await record(work, { action: 'recovery-codes.made', subjectId: personId })
  return codes
}

/** Nothing of the second step is left; whoever calls it says why and to whom. */
export async function removeSecondFactor(work: Work, personId: PersonId): Promise<boolean> {
  await work.db.delete(secondFactorDrafts).where(eq(secondFactorDrafts.personId, personId))
  await work.db.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId))
  const removed = await work.db
    .delete(secondFactors)
    .where(eq(secondFactors.personId, personId))
    .returning({ personId: secondFactors.personId })
  return removed.length === 1
}

async function spendRecoveryCode(work: Work, personId: PersonId, code: string): Promise<number> {
  const spent = await work.db
    .update(recoveryCodes)
    .set({ usedAt: work.now })
    .where(
      and(
        eq(recoveryCodes.personId, personId),
        eq(recoveryCodes.codeHash, hashOfRecoveryCode(work, personId, code)),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ id: recoveryCodes.id })
  refuseUnless(spent.length === 1, 'unprocessable', 'access.code-wrong')
  await record(work, { action: 'recovery-code.used', subjectId: personId })
  return countRecoveryCodes(work, personId)
}
