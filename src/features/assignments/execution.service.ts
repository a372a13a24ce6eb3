import { sql } from 'drizzle-orm'
import type { Day } from '../../kernel/day.ts'
import type { ProgrammeId } from '../../kernel/id.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import type { ExecutionMark, ExecutionRow } from './execution-paper.ts'
import { loadMatrix } from './read-matrix.service.ts'
import { proofItems, submissions } from './tables.ts'

/** Each activity of a project with what every organisation has done of it, and when. */
export async function listExecution(
  work: Work,
  programmeId: ProgrammeId,
): Promise<{ title: string; today: Day; rows: ExecutionRow[] }> {
  const matrix = await loadMatrix(work, programmeId)
  const activityIds = matrix.boards[0]?.activityIds ?? []
  const done = await listDays(
    work,
    activityIds.filter((id) => id !== null),
    matrix.timeZone,
  )
  const rows = matrix.columns.map((column, index): ExecutionRow => {
    const section = [column.sectionNumber && `${column.sectionNumber}.`, column.sectionTitle].filter(Boolean).join(' ')
    const marks = matrix.rows.flatMap((row): ExecutionMark[] => {
      const cell = matrix.kinds[row.cells[index] ?? -1]
      if (!cell || cell.part === 'is-informed') return []
      const isDone = cell.state === 'accepted' || cell.state === 'off-control' || cell.state === 'waiting'
      const doneOn = isDone ? (done.get(`${activityIds[index]} ${row.organisationId}`) ?? null) : null
      return [{ organisation: row.shortName, state: cell.state, doneOn, dueOn: cell.dueOn }]
    })
    const { number, title, periodText } = column
    return { section: section === '' ? null : section, number, title, period: periodText, marks }
  })
  return { title: matrix.roadMap?.title ?? matrix.programme.title, today: matrix.today, rows }
}

/** When a thing was held, or else handed in: the latest day of each cell. */
async function listDays(work: Work, activityIds: readonly string[], timeZone: string): Promise<Map<string, Day>> {
  if (activityIds.length === 0) return new Map()
  const { rows } = await work.db.execute<{ cell: string; day: Day }>(sql`
    with asked as (select unnest(${sql.param([...activityIds])}::uuid[]) as id),
    fact as (
      select ${submissions.activityId} as activity_id, ${submissions.organisationId} as organisation_id,
        (${submissions.submittedAt} at time zone ${timeZone})::date as handed, null::date as held
      from ${submissions} join asked on asked.id = ${submissions.activityId}
      where ${submissions.status} <> 'returned' and ${visibleTo(work.actor, submissions)}
      union all
      select ${proofItems.activityId}, ${proofItems.organisationId}, null, ${proofItems.heldOn}
      from ${proofItems} join asked on asked.id = ${proofItems.activityId}
      where ${proofItems.withdrawnAt} is null and ${proofItems.heldOn} is not null and ${visibleTo(work.actor, proofItems)})
    select activity_id || ' ' || organisation_id as cell, coalesce(max(held), max(handed))::text as day
    from fact group by activity_id, organisation_id`)
  return new Map(rows.map(({ cell, day }) => [cell, day]))
}
