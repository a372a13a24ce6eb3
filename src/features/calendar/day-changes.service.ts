import { type SQL, sql, type Table } from 'drizzle-orm'
import { calendarDays } from './tables.ts'
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

/** The ids of a path, from the root down. */
export function idsDownTo(path: SQL | { getSQL(): SQL }): SQL {
  return sql`string_to_array(trim('/' from ${path}), '/')::uuid[]`
}
