import { and, eq, isNotNull } from 'drizzle-orm'
import { holds } from '../../kernel/actor.ts'
import { done } from '../../kernel/contract.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import { actForHouse } from '../../server/scope.ts'
import type { Service } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { listHeldRoles } from './held-roles.service.ts'
import { loadPersonToManage } from './people.service.ts'
import { personOf } from './sessions.service.ts'
import { sessions } from './tables.ts'
import type { viewAsContract } from './view-as-contract.ts'
import './words.ts'

/** The road refuses every change meanwhile, so nobody looks through a second pair of eyes. */
export const viewAsService: Service<typeof viewAsContract> = {
  async viewAs(work, { personId }) {
    const me = personOf(work)
    const person = await loadPersonToManage(work, personId)
    refuseUnless(personId !== me.personId && person.disabledAt === null, 'conflict', 'access.not-to-be-viewed')
    const held = await listHeldRoles(work, [personId])
    const administers = held.length > 0 && held.every((one) => holds(work.actor, ['administrator'], one))
    refuseUnless(administers, 'forbidden', 'access.administrators-only')
    await record(work, { action: 'view-as.started', subjectId: personId })
    await work.db.update(sessions).set({ viewedId: personId }).where(eq(sessions.id, me.sessionId))
    return done
  },

  async comeBack(work) {
    const me = work.actor
    refuseUnless(me.kind === 'person' && me.seenBy, 'missing', 'access.nobody-viewed')
    // The session and the trace belong to the administrator, not to the person whose eyes these are.
    await actForHouse(work.db)
    const ended = await work.db
      .update(sessions)
      .set({ viewedId: null })
      .where(and(eq(sessions.id, me.sessionId), isNotNull(sessions.viewedId)))
      .returning({ id: sessions.id })
    refuseUnless(ended.length === 1, 'missing', 'access.nobody-viewed')
    await record(work, { action: 'view-as.ended', subjectId: me.personId })
    return done
  },
}
