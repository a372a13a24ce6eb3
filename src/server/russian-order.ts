import { type Column, type SQL, sql } from 'drizzle-orm'

/** Text in the order of a Russian dictionary: Ё beside Е, whatever the database's own order is. */
export function inRussianOrder(column: Column | SQL): SQL {
  return sql`${column} collate "ru-x-icu"`
}
