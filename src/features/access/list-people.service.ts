import { and, eq, isNull, sql } from 'drizzle-orm'
import type { PersonId } from '../../kernel/id.ts'
import { onceFor } from '../../kernel/once-for.ts'
import { preparedRead, type Reading } from '../../server/prepared-read.ts'
import { inRussianOrder } from '../../server/russian-order.ts'
import type { Work } from '../../server/work.ts'
import { organisations } from '../organisations/tables.ts'
import { memberships, people } from './tables.ts'

/** Everybody whom the actor may see, with the roles that each of them holds. */
export async function listPeople(work: Work) {
  const [rows, roles] = await Promise.all([everyPerson(work, {}), everyRole(work, {})])
  const rolesOf = new Map<PersonId, HeldRole[]>()
  for (const role of roles) onceFor(rolesOf, role.personId, (): HeldRole[] => []).push(role)
  return {
    people: rows.map(({ disabledAt, ...person }) => ({
      ...person,
      disabled: disabledAt !== null,
      memberships: rolesOf.get(person.id) ?? [],
    })),
  }
}

function peopleSeen({ db, visible }: Reading<Record<string, never>>) {
  const { id, name, position, email, login, disabledAt, rowVersion } = people
  return db
    .select({
      ...{ id, name, position, email, login, disabledAt, rowVersion },
      hasSignedIn: sql<boolean>`exists (select 1 from session s where s.person_id = person.id)`,
      hasSecondFactor: sql<boolean>`exists (select 1 from second_factor f where f.person_id = person.id)`,
    })
    .from(people)
    .where(visible(people))
    .orderBy(inRussianOrder(people.name))
}

function rolesSeen({ db, visible }: Reading<Record<string, never>>) {
  return db
    .select({
      id: memberships.id,
      personId: memberships.personId,
      role: memberships.role,
      organisationId: memberships.organisationId,
      organisationName: organisations.shortName,
    })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(and(isNull(memberships.endedAt), visible(memberships)))
}

type PersonSeen = Awaited<ReturnType<typeof peopleSeen>>[number]
type HeldRole = Awaited<ReturnType<typeof rolesSeen>>[number]
const everyPerson = preparedRead<Record<string, never>, PersonSeen>('people', peopleSeen)
const everyRole = preparedRead<Record<string, never>, HeldRole>('people-roles', rolesSeen)
