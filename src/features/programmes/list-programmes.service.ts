import { and, asc, desc, eq, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { people } from '../access/tables.ts'
import type { ProgrammeView } from './contract.ts'
import { programmes } from './tables.ts'

/** The projects that the actor may see, the newest year first, closed ones among them. */
export async function listProgrammes(work: Work): Promise<{ programmes: ProgrammeView[] }> {
  return { programmes: await listProgrammesWhere(work) }
}

export async function listProgrammesWhere(work: Work, which?: SQL): Promise<ProgrammeView[]> {
  const coordinators = alias(people, 'coordinator')
  const controllers = alias(people, 'controller')
  const closers = alias(people, 'closer')
  const found = await work.db
    .select({
      programme: programmes,
      coordinator: coordinators.name,
      controller: controllers.name,
      closedBy: closers.name,
    })
    .from(programmes)
    .leftJoin(coordinators, eq(coordinators.id, programmes.coordinatorId))
    .leftJoin(controllers, eq(controllers.id, programmes.controllerId))
    .leftJoin(closers, eq(closers.id, programmes.closedBy))
    .where(and(visibleTo(work.actor, programmes), which))
    .orderBy(desc(programmes.year), asc(programmes.title))
  return found.map(({ programme, ...names }) => ({
    ...programme,
    ...names,
    closedAt: programme.closedAt?.toISOString() ?? null,
  }))
}
