import { and, sql } from 'drizzle-orm'
import type { ActivityId } from '../../kernel/id.ts'
import { onceFor } from '../../kernel/once-for.ts'
import { preparedRead } from '../../server/prepared-read.ts'
import type { Work } from '../../server/work.ts'
import { activityRevisions } from '../road-maps/tables.ts'
import { removedBy, removedRows, revisionInForce } from './removed-rows.service.ts'

type RevisionId = typeof activityRevisions.$inferSelect.revisionId

const said = {
  sectionNumber: activityRevisions.sectionNumber,
  sectionTitle: activityRevisions.sectionTitle,
  audience: activityRevisions.audience,
  number: activityRevisions.number,
  title: activityRevisions.title,
  period: activityRevisions.period,
  heldBy: activityRevisions.heldBy,
  parts: activityRevisions.parts,
}

/** What is said of an activity; rows of several road maps that say the same share their values. */
type Said = Pick<typeof activityRevisions.$inferSelect, keyof typeof said> & {
  /** The revision that left it out while something was done for it; null: it is in force. */
  removedBy: number | null
}

export type BoardActivity = Said & { activityId: ActivityId }

/**
 * The rows of these revisions in their order, and those that were left out with something done for them. Road maps of a
 * region are much alike: what several say in the same words is read once.
 */
export async function listActivities(
  work: Work,
  revisionIds: readonly RevisionId[],
): Promise<Map<RevisionId, BoardActivity[]>> {
  if (revisionIds.length === 0) return new Map()
  const placed = (await activitiesSaid(work, { revisionIds })).flatMap(({ rows, ...same }) =>
    rows.map(([revisionId, activityId, position]) => ({ revisionId, position, row: { ...same, activityId } })),
  )
  const found = new Map<RevisionId, BoardActivity[]>()
  for (const { revisionId, row } of placed.sort((one, other) => one.position - other.position)) {
    onceFor(found, revisionId, (): BoardActivity[] => []).push(row)
  }
  return found
}

/** The revision in force to whose road map a row belongs, and the row's place there. */
type SaidRow = [RevisionId, ActivityId, number]
type SaidBy = Said & { rows: SaidRow[] }

const activitiesSaid = preparedRead<{ revisionIds: readonly RevisionId[] }, SaidBy>(
  'board-activities',
  ({ db, asked, visible }) => {
    const revisionIds = sql`${asked('revisionIds')}::uuid[]`
    const { activityId, position } = activityRevisions
    const isInForce = sql`${activityRevisions.revisionId} = any(${revisionIds})`
    const one = db
      .select({
        ...said,
        removedBy: removedBy(isInForce).as('removed_by'),
        row: sql<SaidRow>`json_build_array(${revisionInForce(revisionIds)}, ${activityId}, ${position})`.as('row'),
      })
      .from(activityRevisions)
      .where(
        and(
          sql`(${isInForce} or ${activityRevisions.id} = any(${removedRows({ revisionIds, visible })}))`,
          visible(activityRevisions),
        ),
      )
      .as('one')
    const { row, ...same } = one._.selectedFields
    return db
      .select({ ...same, rows: sql<SaidRow[]>`json_agg(${row})` })
      .from(one)
      .groupBy(...Object.values(same))
  },
)
