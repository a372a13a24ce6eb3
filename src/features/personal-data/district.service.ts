import { and, desc, eq, sql } from 'drizzle-orm'
import type { PersonActor } from '../../kernel/actor.ts'
import { newId, type OrganisationId, type PersonId } from '../../kernel/id.ts'
import type { Work } from '../../server/work.ts'
import { organisations } from '../organisations/tables.ts'

/** The reach of an act: the authority at or above its organisation with everything below, or else the organisation itself. */
export type District = { path: string; actor: PersonActor }

/** What the act's district sees and writes is seen and written as its administrator would. */
export async function loadDistrict(
  work: Work,
  {
    organisationId,
    orderedBy,
    personId,
  }: { organisationId: OrganisationId; orderedBy: PersonId | null; personId: PersonId },
): Promise<District> {
  const [own] = await work.db.select().from(organisations).where(eq(organisations.id, organisationId))
  if (!own) throw new Error('an act without its organisation')
  const [authority] = await work.db
    .select()
    .from(organisations)
    .where(and(eq(organisations.kind, 'authority'), sql`starts_with(${own.path}, ${organisations.path})`))
    .orderBy(desc(sql`length(${organisations.path})`))
    .limit(1)
  const { id, path } = authority ?? own
  const memberships = [{ role: 'administrator' as const, organisationId: id, path, substitutesFor: null }]
  return {
    path,
    actor: { kind: 'person', personId: orderedBy ?? personId, name: '', sessionId: newId(), memberships },
  }
}
