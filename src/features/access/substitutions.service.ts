import { and, desc, eq, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { done } from '../../kernel/contract.ts'
import { newId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Service } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import type { accessContract } from './contract.ts'
import { listHeldRoles, refuseForOneself } from './held-roles.service.ts'
import { spendInvitationsOf } from './links.service.ts'
import { loadPersonToManage } from './people.service.ts'
import { guardedRoles } from './second-factor.ts'
import { people, substitutions } from './tables.ts'

type Substitutions = Pick<Service<typeof accessContract>, 'listSubstitutions' | 'addSubstitution' | 'endSubstitution'>

export const substitutionsService: Substitutions = {
  async listSubstitutions(work) {
    const absent = alias(people, 'absent')
    const substitute = alias(people, 'substitute')
    const rows = await work.db
      .select({
        id: substitutions.id,
        absentId: substitutions.absentId,
        absentName: absent.name,
        substituteId: substitutions.substituteId,
        substituteName: substitute.name,
        startsOn: substitutions.startsOn,
        endsOn: substitutions.endsOn,
        basis: substitutions.basis,
      })
      .from(substitutions)
      .innerJoin(absent, eq(absent.id, substitutions.absentId))
      .innerJoin(substitute, eq(substitute.id, substitutions.substituteId))
      .where(and(isNull(substitutions.endedAt), visibleTo(work.actor, substitutions)))
      .orderBy(desc(substitutions.startsOn))
    return { substitutions: rows }
  },

  async addSubstitution(work, wanted) {
    refuseUnless(wanted.absentId !== wanted.substituteId, 'unprocessable', 'access.substitution-self')
    refuseUnless(wanted.startsOn <= wanted.endsOn, 'unprocessable', 'access.substitution-dates')
    await loadPersonToManage(work, wanted.absentId)
    await loadPersonToManage(work, wanted.substituteId)
    const given = await listHeldRoles(work, [wanted.absentId])
    refuseForOneself(work, wanted.substituteId, given)
    // A link that lies in other hands must not open more than it was made for.
    if (given.some((one) => guardedRoles.includes(one.role))) await spendInvitationsOf(work, wanted.substituteId)
    const id = newId<'substitution'>()
    await work.db.insert(substitutions).values({ ...wanted, id })
    await record(work, { action: 'substitution.added', subjectId: wanted.absentId, after: wanted })
    return { id }
  },

  async endSubstitution(work, { id }) {
    const [found] = await work.db
      .select()
      .from(substitutions)
      .where(and(eq(substitutions.id, id), isNull(substitutions.endedAt), visibleTo(work.actor, substitutions)))
    refuseUnless(found, 'missing', 'access.substitution-missing')
    await loadPersonToManage(work, found.absentId)
    const [ended] = await work.db
      .update(substitutions)
      .set({ endedAt: work.now })
      .where(and(eq(substitutions.id, id), isNull(substitutions.endedAt)))
      .returning({ id: substitutions.id })
    refuseUnless(ended, 'missing', 'access.substitution-missing')
    await record(work, { action: 'substitution.ended', subjectId: found.absentId, before: found })
    return done
  },
}
