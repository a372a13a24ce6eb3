import { and, asc, eq, gte, isNull, lte } from 'drizzle-orm'
import { type Day, dayAt } from '../../kernel/day.ts'
import type { OrganisationId, PersonId, ProgrammeId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { memberships, people, substitutions } from '../access/tables.ts'
import { organisations } from '../organisations/tables.ts'
import type { Place, ProgrammeFacts } from './programme-facts.ts'
import { actingPost, signedName } from './signing.ts'
import { programmes } from './tables.ts'

export async function loadProgrammeFacts(work: Work, id: ProgrammeId): Promise<ProgrammeFacts> {
  const [found] = await work.db
    .select({ programme: programmes, authority: organisations, coordinator: people })
    .from(programmes)
    .innerJoin(organisations, eq(organisations.id, programmes.authorityId))
    .leftJoin(people, eq(people.id, programmes.coordinatorId))
    .where(and(eq(programmes.id, id), visibleTo(work.actor, programmes)))
  refuseUnless(found, 'missing', 'programme.missing')
  const { programme, authority, coordinator } = found
  const { title, year, isSchoolYear, controllerText } = programme
  const today = dayAt(work.now, authority.timeZone)
  return {
    ...{ title, year, isSchoolYear, controllerText },
    authority,
    institute: await findInstitute(work),
    coordinator: coordinator && { name: coordinator.name, position: coordinator.position },
    signatory: await findSignatory(work, authority.id, today),
  }
}

async function findInstitute(work: Work): Promise<Place | null> {
  const found = await work.db
    .select({ id: organisations.id, shortName: organisations.shortName, fullName: organisations.fullName })
    .from(organisations)
    .where(and(eq(organisations.kind, 'institute'), visibleTo(work.actor, organisations)))
    .limit(2)
  return found.length === 1 ? (found[0] ?? null) : null
}

async function findSignatory(work: Work, authorityId: OrganisationId, today: Day) {
  const [head] = await work.db
    .select({ id: people.id, name: people.name, position: people.position })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(memberships.organisationId, authorityId),
        eq(memberships.role, 'authority_head'),
        isNull(memberships.endedAt),
        visibleTo(work.actor, people),
      ),
    )
    .orderBy(asc(memberships.id))
    .limit(1)
  if (!head) return null
  const acting = await findActing(work, head.id, today)
  return acting
    ? { post: actingPost(head.position), name: signedName(acting) }
    : { post: capital(head.position || 'начальник'), name: signedName(head.name) }
}

async function findActing(work: Work, absentId: PersonId, today: Day): Promise<string | null> {
  const [found] = await work.db
    .select({ name: people.name })
    .from(substitutions)
    .innerJoin(people, eq(people.id, substitutions.substituteId))
    .where(
      and(
        eq(substitutions.absentId, absentId),
        lte(substitutions.startsOn, today),
        gte(substitutions.endsOn, today),
        isNull(substitutions.endedAt),
        visibleTo(work.actor, substitutions),
      ),
    )
    .limit(1)
  return found?.name ?? null
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
