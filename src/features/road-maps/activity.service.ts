import { type ActivityId, newId, type OrganisationId, type RoadMapId } from '../../kernel/id.ts'
import type { Work } from '../../server/work.ts'
import { activities } from './tables.ts'

export type NewActivity = { ownerId: OrganisationId; roadMapId: RoadMapId | null }

/** A fresh activity for facts to hang on; outside every road map it belongs to a task. The caller records the change. */
export async function createActivity(work: Work, wanted: NewActivity): Promise<ActivityId> {
  const id = newId<'activity'>()
  await work.db.insert(activities).values({ ...wanted, id, createdAt: work.now })
  return id
}
