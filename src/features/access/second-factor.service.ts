import { and, eq, inArray } from 'drizzle-orm'
import { holds } from '../../kernel/actor.ts'
import { done } from '../../kernel/contract.ts'
import type { PersonId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import { isPassword } from '../../server/password.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Service, Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { loadOrganisation } from '../organisations/service.ts'
import { organisations } from '../organisations/tables.ts'
import { listHeldRoles } from './held-roles.service.ts'
import { loadPersonToManage } from './people.service.ts'
import { newSecret, phoneClock, stepOfCode, uriOf } from './phone-code.service.ts'
import {
  countRecoveryCodes,
  findSecondFactor,
  hasSecondFactor,
  keepDraft,
  loadDraft,
  makeRecoveryCodes,
  putInForce,
  removeSecondFactor,
  spendCode,
} from './second-factor-codes.service.ts'
import type { secondFactorContract } from './second-factor-contract.ts'
import { endSessions, keepOnlySession, personOf } from './sessions.service.ts'
import { isSecondFactorRequired, signInStepsService } from './sign-in-steps.service.ts'
import { people, secondFactorRules } from './tables.ts'
import './words.ts'

/** The second step of signing in: one's own phone, somebody else's lost one, and who must have one. */
export function secondFactorService(installation: { isDemonstration: boolean }): Service<typeof secondFactorContract> {
  const { isDemonstration } = installation
  return {
    ...signInStepsService(installation),

    async loadSecondFactor(work) {
      const { personId } = personOf(work)
      const factor = await findSecondFactor(work, personId)
      return {
        since: factor?.confirmedAt.toISOString() ?? null,
        recoveryCodesLeft: await countRecoveryCodes(work, personId),
        isRequired: await isSecondFactorRequired(work, personId),
      }
    },

    async draftSecondFactor(work, { password, code }) {
      const { personId } = personOf(work)
      const login = await checkPassword(work, personId, password)
      if (await hasSecondFactor(work, personId)) {
        refuseUnless(code, 'unprocessable', 'access.code-needed')
        await spendCode(work, { personId, code, isDemonstration })
      }
      const secret = newSecret()
      await keepDraft(work, personId, secret)
      return { secret, uri: uriOf(secret, login) }
    },

    async setSecondFactor(work, { code }) {
      const { personId, sessionId } = personOf(work)
      await work.limit(`code:${personId}:${work.address}`, 5, 60)
      const secret = await loadDraft(work, personId)
      const step = await stepOfCode(secret, code, phoneClock(work, isDemonstration))
      refuseUnless(step !== null, 'unprocessable', 'access.code-wrong')
      const recoveryCodes = await putInForce(work, { personId, secret, step })
      await keepOnlySession(work, personId, sessionId)
      return { recoveryCodes }
    },

    async renewRecoveryCodes(work, { code }) {
      const { personId } = personOf(work)
      await spendCode(work, { personId, code, isDemonstration })
      return { recoveryCodes: await makeRecoveryCodes(work, personId) }
    },

    async dropSecondFactor(work, { code }) {
      const { personId } = personOf(work)
      refuseUnless(!(await isSecondFactorRequired(work, personId)), 'conflict', 'access.factor-required')
      await spendCode(work, { personId, code, isDemonstration })
      refuseUnless(await removeSecondFactor(work, personId), 'missing', 'access.factor-missing')
      await record(work, { action: 'second-factor.dropped', subjectId: personId })
      return done
    },

    async takeSecondFactorOff(work, { id }) {
      await loadPersonToManage(work, id)
      const held = await listHeldRoles(work, [id])
      const administers = held.every((one) => holds(work.actor, ['administrator'], one))
      refuseUnless(administers, 'forbidden', 'access.administrators-only')
      refuseUnless(personOf(work).personId !== id, 'forbidden', 'access.factor-of-oneself')
      await takeOff(work, id)
      return done
    },

    async listSecondFactorRules(work) {
      const own = personOf(work).memberships.filter((one) => one.role === 'administrator')
      if (own.length === 0) return { rules: [] }
      const rows = await work.db
        .select({ id: organisations.id, name: organisations.shortName, setAt: secondFactorRules.setAt })
        .from(organisations)
        .leftJoin(secondFactorRules, eq(secondFactorRules.organisationId, organisations.id))
        .where(
          and(
            visibleTo(work.actor, organisations),
            inArray(
              organisations.id,
              own.map((one) => one.organisationId),
            ),
          ),
        )
      return {
        rules: rows.map((row) => ({
          organisationId: row.id,
          organisationName: row.name,
          isRequired: row.setAt !== null,
        })),
      }
    },

    async requireSecondFactor(work, { organisationId }) {
      const { personId } = personOf(work)
      const place = await loadOrganisation(work, organisationId)
      refuseUnless(holds(work.actor, ['administrator'], place), 'forbidden', 'access.administrators-only')
      refuseUnless(await hasSecondFactor(work, personId), 'conflict', 'access.factor-first')
      await work.db
        .insert(secondFactorRules)
        .values({ organisationId, setBy: personId, setAt: work.now })
        .onConflictDoNothing()
      await record(work, { action: 'second-factor-rule.set', subjectId: organisationId, organisationId })
      return done
    },

    async releaseSecondFactor(work, { organisationId }) {
      const place = await loadOrganisation(work, organisationId)
      refuseUnless(holds(work.actor, ['administrator'], place), 'forbidden', 'access.administrators-only')
      const lifted = await work.db
        .delete(secondFactorRules)
        .where(eq(secondFactorRules.organisationId, organisationId))
        .returning({ id: secondFactorRules.organisationId })
      refuseUnless(lifted.length === 1, 'missing', 'access.factor-rule-missing')
      await record(work, { action: 'second-factor-rule.lifted', subjectId: organisationId, organisationId })
      return done
    },
  }
}

/** A lost phone stops counting, and whoever is signed in as this person is out. */
export async function takeOff(work: Work, personId: PersonId): Promise<void> {
  refuseUnless(await removeSecondFactor(work, personId), 'missing', 'access.factor-missing')
  await endSessions(work, personId)
  await record(work, { action: 'second-factor.taken-off', subjectId: personId })
}

async function checkPassword(work: Work, personId: PersonId, password: string): Promise<string> {
  await work.limit(`password:${personId}`, 5, 60)
  const [person] = await work.db
    .select()
    .from(people)
    .where(and(eq(people.id, personId), visibleTo(work.actor, people)))
  refuseUnless(person, 'missing', 'access.person-missing')
  refuseUnless(await isPassword(password, person.passwordHash), 'unprocessable', 'access.wrong-current-password')
  return person.login ?? person.name
}
