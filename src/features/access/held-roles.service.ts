import { and, eq, gte, inArray, isNotNull, isNull, or } from 'drizzle-orm'
import { type Actor, holds, type Role } from '../../kernel/actor.ts'
import { addDays, dayAt } from '../../kernel/day.ts'
import type { PersonId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import type { Work } from '../../server/work.ts'
import { organisations } from '../organisations/tables.ts'
import { canGiveRole } from './access.ts'
import { memberships, substitutions } from './tables.ts'
import './words.ts'

type HeldRole = { personId: PersonId; substituteId: PersonId | null; role: Role; path: string }

/** What these people hold: roles of their own, and of everyone for whom they stand in or soon will. */
export async function listHeldRoles(work: Work, people: PersonId[]): Promise<HeldRole[]> {
  if (people.length === 0) return []
  // Each organisation has its own today; yesterday is over in none too late.
  const yesterday = addDays(dayAt(work.now, 'UTC'), -1)
  return work.db
    .select({
      personId: memberships.personId,
      substituteId: substitutions.substituteId,
      role: memberships.role,
      path: organisations.path,
    })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .leftJoin(
      substitutions,
      and(
        eq(substitutions.absentId, memberships.personId),
        inArray(substitutions.substituteId, people),
        isNull(substitutions.endedAt),
        gte(substitutions.endsOn, yesterday),
      ),
    )
    .where(
      and(
        isNull(memberships.endedAt),
        or(inArray(memberships.personId, people), isNotNull(substitutions.substituteId)),
      ),
    )
}

/** Whoever holds more than the actor may give is out of her hands: a link or a substitute would be a way up. */
export function isManagedBy(actor: Actor, personId: PersonId, held: HeldRole[]): boolean {
  return held
    .filter((one) => one.personId === personId || one.substituteId === personId)
    .every((one) => canGiveRole(actor, one.role, one))
}

/** Only an administrator may take a role or a substitution for herself; a coordinator asks for it. */
export function refuseForOneself(work: Work, personId: PersonId, places: { path: string }[]): void {
  const isOneself = work.actor.kind === 'person' && work.actor.personId === personId
  const administers = places.every((place) => holds(work.actor, ['administrator'], place))
  refuseUnless(!isOneself || administers, 'forbidden', 'access.not-for-oneself')
}
