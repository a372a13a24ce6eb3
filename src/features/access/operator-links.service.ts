import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Id } from '../../kernel/id.ts'
import type { Work } from '../../server/work.ts'
import { normalLogin } from './access.ts'
import { createInvitation } from './links.service.ts'
import { takeOff } from './second-factor.service.ts'
import { memberships, people, secondFactors } from './tables.ts'

/** The link at which the first person sets Opora up; null when somebody is there already. */
export async function inviteFirst(work: Work): Promise<Id<'invitation'> | null> {
  const [known] = await work.db.select({ is: sql`1` }).from(people).where(isNull(people.disabledAt)).limit(1)
  return known ? null : createInvitation(work, 'first', null)
}

/** A new link for the person of this sign-in name; without a name, for the oldest administrator. Null: there is nobody. */
export async function inviteByLogin(work: Work, login: string | undefined): Promise<Id<'invitation'> | null> {
  const wanted = login ? eq(people.login, normalLogin(login)) : eq(memberships.role, 'administrator')
  const [person] = await work.db
    .select({ id: people.id })
    .from(people)
    .innerJoin(memberships, eq(memberships.personId, people.id))
    .where(and(isNull(people.disabledAt), isNull(memberships.endedAt), wanted))
    .orderBy(asc(people.createdAt))
    .limit(1)
  return person ? createInvitation(work, 'invitation', person.id) : null
}

/** Takes the second step off the person of this sign-in name; without a name, off the oldest administrator who has one. */
export async function takeFactorOffByLogin(work: Work, login: string | undefined): Promise<string | null> {
  const wanted = login ? eq(people.login, normalLogin(login)) : eq(memberships.role, 'administrator')
  const [person] = await work.db
    .select({ id: people.id, login: people.login })
    .from(people)
    .innerJoin(secondFactors, eq(secondFactors.personId, people.id))
    .innerJoin(memberships, eq(memberships.personId, people.id))
    .where(and(isNull(memberships.endedAt), wanted))
    .orderBy(asc(people.createdAt))
    .limit(1)
  if (!person) return null
  await takeOff(work, person.id)
  return person.login ?? ''
}
