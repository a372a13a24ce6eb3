import { and, eq } from 'drizzle-orm'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { planOf } from '../road-maps/road-map.ts'
import { type ActivityRow, listRows } from '../road-maps/road-maps.service.ts'
import { dispatches, roadMapRevisions, roadMaps } from '../road-maps/tables.ts'
import type { Spot } from './load-map.service.ts'

type RevisionOfAuthority = typeof roadMapRevisions.$inferSelect

/** What the school follows now: its rows of the authority's map in force, never copied. */
export type Inherited = {
  revision: RevisionOfAuthority
  dispatch: typeof dispatches.$inferSelect | null
  rows: ActivityRow[]
}

/** Null where nothing is in force, or, to the school, where nothing was sent to it. */
export async function findInherited(
  work: Work,
  { programme, school, variant }: Pick<Spot, 'programme' | 'school' | 'variant'>,
): Promise<Inherited | null> {
  const [found] = await work.db
    .select({ revision: roadMapRevisions, dispatch: dispatches })
    .from(roadMaps)
    .innerJoin(
      roadMapRevisions,
      and(eq(roadMapRevisions.roadMapId, roadMaps.id), eq(roadMapRevisions.status, 'approved')),
    )
    .leftJoin(
      dispatches,
      and(
        eq(dispatches.roadMapId, roadMaps.id),
        eq(dispatches.organisationId, school.id),
        visibleTo(work.actor, dispatches),
      ),
    )
    .where(
      and(
        eq(roadMaps.programmeId, programme.id),
        eq(roadMaps.ownerId, programme.authorityId),
        visibleTo(work.actor, roadMaps),
        visibleTo(work.actor, roadMapRevisions),
      ),
    )
  if (!found) return null
  return { ...found, rows: planOf(await listRows(work, found.revision.id), variant) }
}
