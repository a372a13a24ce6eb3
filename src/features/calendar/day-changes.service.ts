import { and, gte, isNull, lte, type SQL, sql, type Table } from 'drizzle-orm'
import type { Day } from '../../kernel/day.ts'
import { calendarDays, calendarPeriods } from './tables.ts'
import type { DayChanges } from './working-day.ts'

/**
 * What an organisation works otherwise than the country, of its own and from above it, as a column for a statement that
 * reads something else: the nearest word holds.
 */
export function dayChanges(visible: (table: Table) => SQL, path: SQL | { getSQL(): SQL }): SQL<DayChanges> {
  // A key that comes twice is read as the last one: what the organisation itself has set stands behind what is above it.
  return sql<DayChanges>`(select coalesce(json_object_agg(${calendarDays.day}, ${calendarDays.isWorking}
      order by array_position(${idsDownTo(path)}, ${calendarDays.organisationId})), '{}')
    from ${calendarDays} where ${calendarDays.organisationId} = any(${idsDownTo(path)})
      and ${calendarDays.isWorking} is not null
      and ${visible(calendarDays)})`
}

/** Said by the place at the end of the path itself, or by what stands above it. */
export function isDownTo(
  path: string,
  column: typeof calendarDays.organisationId | typeof calendarPeriods.organisationId,
): SQL {
  return sql`${column} = any(${idsDownTo(sql`${path}`)})`
}

/** What touches the span at all. */
export function isWithin({ startsOn, endsOn }: { startsOn: Day; endsOn: Day }): SQL | undefined {
  return and(
    isNull(calendarPeriods.removedAt),
    lte(calendarPeriods.startsOn, endsOn),
    gte(calendarPeriods.endsOn, startsOn),
  )
}

/** The ids of a path, from the root down. */
export function idsDownTo(path: SQL | { getSQL(): SQL }): SQL {
  return sql`string_to_array(trim('/' from ${path}), '/')::uuid[]`
}
