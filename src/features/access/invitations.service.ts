import { and, eq, gt, inArray, isNull, notInArray, sql } from 'drizzle-orm'
import { newId } from '../../kernel/id.ts'
import { inRussianOrder } from '../../server/russian-order.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Service } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { organisations } from '../organisations/tables.ts'
import { canManagePeople } from './access.ts'
import type { accessContract } from './contract.ts'
import { isManagedBy, listHeldRoles } from './held-roles.service.ts'
import { createInvitation } from './links.service.ts'
import { createPerson, loadPersonToManage } from './people.service.ts'
import { invitations, memberships, people } from './tables.ts'

type Invitations = Pick<Service<typeof accessContract>, 'inviteAgain' | 'inviteSchools' | 'listInvitations'>

export const invitationsService: Invitations = {
  async inviteAgain(work, { id }) {
    const person = await loadPersonToManage(work, id)
    return { id: await createInvitation(work, 'invitation', person.id) }
  },

  async inviteSchools(work) {
    // A second click waits here and then finds every head invited.
    await work.db.execute(sql`select pg_advisory_xact_lock(hashtext('invite-schools'))`)
    const led = work.db
      .select({ id: memberships.organisationId })
      .from(memberships)
      .where(and(eq(memberships.role, 'school_head'), isNull(memberships.endedAt)))
    const schools = await work.db
      .select()
      .from(organisations)
      .where(
        and(
          eq(organisations.kind, 'school'),
          isNull(organisations.closedOn),
          notInArray(organisations.id, led),
          visibleTo(work.actor, organisations),
        ),
      )
      .orderBy(inRussianOrder(organisations.shortName))
    const own = schools.filter((school) => canManagePeople(work.actor, school))
    for (const school of own) {
      // The head types her own name when she opens the link.
      const personId = await createPerson(work, { name: '', position: 'Руководитель' })
      await work.db
        .insert(memberships)
        .values({ id: newId(), personId, organisationId: school.id, role: 'school_head' })
      await createInvitation(work, 'invitation', personId)
    }
    await record(work, { action: 'schools.invited', subjectId: work.requestId, after: { made: own.length } })
    return { made: own.length }
  },

  async listInvitations(work) {
    const visible = work.db.select({ id: people.id }).from(people).where(visibleTo(work.actor, people))
    const rows = await work.db
      .select({
        id: invitations.id,
        personId: people.id,
        personName: people.name,
        expiresAt: invitations.expiresAt,
        organisationName: sql<string>`coalesce(string_agg(distinct ${organisations.shortName}, ', '), '')`,
      })
      .from(invitations)
      .innerJoin(people, eq(people.id, invitations.personId))
      .leftJoin(memberships, and(eq(memberships.personId, people.id), isNull(memberships.endedAt)))
      .leftJoin(organisations, eq(organisations.id, memberships.organisationId))
      .where(
        and(
          eq(invitations.kind, 'invitation'),
          isNull(invitations.usedAt),
          gt(invitations.expiresAt, work.now),
          inArray(people.id, visible),
        ),
      )
      .groupBy(invitations.id, people.id)
      .orderBy(sql`5`)
    const ids = rows.map((one) => one.personId)
    const held = await listHeldRoles(work, ids)
    return {
      invitations: rows
        .filter((row) => isManagedBy(work.actor, row.personId, held))
        .map((row) => ({
          ...row,
          token: work.tokenOf(row.id),
          expiresAt: row.expiresAt.toISOString(),
        })),
    }
  },
}
