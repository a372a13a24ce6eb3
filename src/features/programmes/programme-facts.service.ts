import { and, eq } from 'drizzle-orm'
import { dayAt } from '../../kernel/day.ts'
import type { ProgrammeId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { people } from '../access/tables.ts'
import { findSignatory } from '../documents/signatory.service.ts'
import { organisations } from '../organisations/tables.ts'
import type { Place, ProgrammeFacts } from './programme-facts.ts'
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
