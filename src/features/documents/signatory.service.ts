import { and, asc, eq, gte, isNull, lte } from 'drizzle-orm'
import type { Day } from '../../kernel/day.ts'
import type { OrganisationId, PersonId } from '../../kernel/id.ts'
import { withCapital } from '../../kernel/with-capital.ts'
import type { Signatory } from '../../paper/document.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { memberships, people, substitutions } from '../access/tables.ts'
import { actingPost, signedName } from './signing.ts'

/** Who signs the papers of an office on a day: its head, or whoever acts for her then; nothing where it has none yet. */
export async function findSignatory(work: Work, officeId: OrganisationId, today: Day): Promise<Signatory | null> {
  const [head] = await work.db
    .select({ id: people.id, name: people.name, position: people.position })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(memberships.organisationId, officeId),
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
    : { post: withCapital(head.position || 'начальник'), name: signedName(head.name) }
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
