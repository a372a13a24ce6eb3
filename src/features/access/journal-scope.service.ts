import { type SQL, sql } from 'drizzle-orm'
import { membershipsOf } from '../../kernel/actor.ts'
import type { Download, Work } from '../../server/work.ts'
import { organisations } from '../organisations/tables.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The roots of what the reader keeps as administrator or head: other roles open no journal. */
export function ownPatterns(work: Pick<Work, 'actor'>): SQL {
  return sql`${sql.param(ownPaths(work).map((path) => `${path}%`))}::text[]`
}

/** Whether the reader keeps what nothing stands above: a region, or an authority alone. */
export function isAtTop(work: Pick<Work, 'actor'>): boolean {
  return ownPaths(work).some((path) => path.split('/').filter((part) => part !== '').length === 1)
}

function ownPaths({ actor }: Pick<Work, 'actor'>): string[] {
  const kept = membershipsOf(actor).filter(({ role }) => role === 'administrator' || role === 'authority_head')
  return [...new Set(kept.map(({ path }) => path))]
}

/** The first organisation of the reader says what day and hour it is. */
export async function timeZoneOf(work: Work): Promise<string> {
  const [place] = await work.db
    .select({ timeZone: organisations.timeZone })
    .from(organisations)
    .where(sql`${organisations.path} like any(${ownPatterns(work)})`)
    .orderBy(sql`length(${organisations.path})`)
    .limit(1)
  return place?.timeZone ?? 'UTC'
}

export function xlsxOf({ name, bytes }: { name: string; bytes: Uint8Array }): Download {
  return { name: `${name}.xlsx`, type: XLSX, bytes }
}
