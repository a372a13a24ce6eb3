import { type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { ActivityId, OrganisationId } from '../../kernel/id.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import type { Cell } from './cell.service.ts'
import { controlReleases, deadlineMoves, exemptions, proofItems, submissions } from './tables.ts'

const factTables = [proofItems, submissions, controlReleases, exemptions, deadlineMoves] as const

/**
 * Grows with every fact of the cell and every change of one, and never goes back: nothing of a cell is ever deleted.
 * `listCellVersions` counts the same in the database.
 */
export function versionOf({
  standing,
  ...cell
}: Pick<Cell, 'standing' | 'proofs' | 'releases' | 'exemptions' | 'moves'>) {
  const attempts = [...standing.cycles.flatMap((one) => one.attempts), ...standing.former]
  const facts = [...attempts, ...cell.proofs, ...cell.releases, ...cell.exemptions, ...cell.moves]
  return facts.reduce((sum, one) => sum + one.rowVersion, 0)
}

/** The versions of an organisation's cells, as `versionOf` counts them of a loaded one; without facts it is 0. */
export async function listCellVersions(
  work: Work,
  organisationId: OrganisationId,
  activityIds: readonly ActivityId[],
): Promise<Map<string, number>> {
  const counted = (table: PgTable): SQL => sql`select activity_id, row_version from ${table}
    where organisation_id = ${organisationId} and activity_id = any(${sql.param([...activityIds])}::uuid[])
      and ${visibleTo(work.actor, table)}`
  const { rows } = await work.db.execute<{ activity_id: string; version: number }>(sql`
    select activity_id, sum(row_version)::int as version
    from (${sql.join(factTables.map(counted), sql` union all `)}) as fact
    group by activity_id`)
  return new Map(rows.map((one) => [one.activity_id, one.version]))
}
