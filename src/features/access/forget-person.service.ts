import { and, count, eq, isNull, ne, sql } from 'drizzle-orm'
import type { PersonId } from '../../kernel/id.ts'
import type { Work } from '../../server/work.ts'
import { removeSecondFactor } from './second-factor-codes.service.ts'
import { invitations, memberships, people, sessions, signInTickets } from './tables.ts'

/** The name that is to be forgotten, and whether somebody else has the same surname. */
export async function loadNameToForget(work: Work, personId: PersonId) {
  const [person] = await work.db.select().from(people).where(eq(people.id, personId))
  if (!person) throw new Error('nobody to forget')
  const surname = person.name.trim().split(/\s+/)[0] ?? ''
  const [others] = await work.db
    .select({ count: count() })
    .from(people)
    .where(and(ne(people.id, personId), sql`split_part(${people.name}, ' ', 1) = ${surname}`))
  return {
    name: person.name,
    handles: [person.login, person.email].flatMap((one) => one ?? []),
    isShared: (others?.count ?? 0) > 0,
  }
}

/** Nothing of the person is left but her number and the roles that she had; answers what was removed. */
export async function forgetPerson(work: Work, personId: PersonId, label: string) {
  const own = await work.db.delete(sessions).where(eq(sessions.personId, personId)).returning({ id: sessions.id })
  await work.db.update(sessions).set({ viewedId: null }).where(eq(sessions.viewedId, personId))
  const links = await work.db
    .delete(invitations)
    .where(eq(invitations.personId, personId))
    .returning({ id: invitations.id })
  await work.db.delete(signInTickets).where(eq(signInTickets.personId, personId))
  const hadPhone = await removeSecondFactor(work, personId)
  const roles = await work.db
    .update(memberships)
    .set({ endedAt: work.now })
    .where(and(eq(memberships.personId, personId), isNull(memberships.endedAt)))
    .returning({ id: memberships.id })
  await work.db
    .update(people)
    .set({ name: label, position: '', login: null, email: null, passwordHash: null, disabledAt: work.now })
    .where(eq(people.id, personId))
  return [
    { title: 'Карточка: имя, должность, имя для входа, пароль', count: 1 },
    { title: 'Входы', count: own.length },
    { title: 'Ссылки для входа', count: links.length },
    { title: 'Второй шаг входа', count: hadPhone ? 1 : 0 },
    { title: 'Роли: прекращены', count: roles.length },
  ]
}
