import { and, eq } from 'drizzle-orm'
import type { ActivityId, Id } from '../../kernel/id.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { planOf } from '../road-maps/road-map.ts'
import { listRows } from '../road-maps/road-maps.service.ts'
import { type InheritedChange, inheritedChanges, type Question, questionsOn } from './cascade.ts'
import type { Inherited } from './inherited.service.ts'
import type { RevisionRow, Spot } from './load-map.service.ts'
import type { MapRow } from './rows.service.ts'
import { schoolMapConsents } from './tables.ts'

export type Cascade = { changes: InheritedChange[]; questions: Question[] }

type Standing = {
  inherited: Inherited | null
  /** In force: what has changed is counted from its order. */
  approved: RevisionRow | null
  rows: readonly MapRow[]
}

/** What the authority's newer revision means to a map that was approved under an older one. */
export async function findCascade(work: Work, { variant }: Spot, standing: Standing): Promise<Cascade> {
  const { inherited, approved, rows } = standing
  const since = approved?.inheritedId
  if (!inherited || !since || since === inherited.revision.id) return { changes: [], questions: [] }
  const before = planOf(await listRows(work, since), variant)
  const changes = inheritedChanges(before, inherited.rows)
  const answered = await listAnswered(work, approved.schoolMapId, inherited.revision.id)
  return {
    changes,
    questions: questionsOn(
      rows.filter((row) => !row.removed),
      changes,
      answered,
    ),
  }
}

/** Rows of which the school has said, under this revision of the authority, what is to become of them. */
async function listAnswered(work: Work, mapId: Id<'schoolMap'>, inheritedId: Id<'revision'>): Promise<Set<ActivityId>> {
  const found = await work.db
    .select({ activityId: schoolMapConsents.activityId })
    .from(schoolMapConsents)
    .where(
      and(
        eq(schoolMapConsents.schoolMapId, mapId),
        eq(schoolMapConsents.inheritedId, inheritedId),
        visibleTo(work.actor, schoolMapConsents),
      ),
    )
  return new Set(found.map((one) => one.activityId))
}
