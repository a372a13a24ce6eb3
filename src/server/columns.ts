import { type Column, type SQL, sql } from 'drizzle-orm'
import { customType, integer, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Day } from '../kernel/day.ts'
import type { Id } from '../kernel/id.ts'

/** A branded id, made by us and never by the database. */
export function idColumn<Kind extends string>(name: string) {
  return uuid(name).$type<Id<Kind>>()
}

/** A moment in UTC. */
export function momentColumn(name: string) {
  return timestamp(name, { withTimezone: true, mode: 'date' })
}

/** The concurrency counter that every change must bring back. */
export function rowVersionColumn() {
  return integer('row_version').notNull().default(1)
}

/** A local calendar day, text in and text out: never shifted by a time zone. */
export const dayColumn = customType<{ data: Day; driverData: string }>({ dataType: () => 'date' })

/** A moment as the wire writes it, where thousands of them go there unread. */
export function isoMoment(column: Column): SQL<string | null> {
  return sql<string | null>`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
}
