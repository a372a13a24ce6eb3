import { Column, getTableName, is, SQL } from 'drizzle-orm'
import type { PgSession } from 'drizzle-orm/pg-core'
import { onceFor } from '../kernel/once-for.ts'

type Field = NonNullable<Parameters<PgSession['prepareQuery']>[1]>[number]
type Read = (value: unknown) => unknown
type Value = { name: string; place: number; read: Read }
/** What stands under one name; where the value in this place is missing, the joined row is. */
type Group = { name: string; values: Value[]; absentWithout: number | null }

/**
 * The prepared statement makes its rows by a plan that is drawn up once. Drizzle finds out at each value of each row
 * where it belongs and how it is read, which takes longer than all else that is done with it; the rows are the same.
 */
export function planRows(prepared: object): void {
  // Private to drizzle, whose version is exact; `test/planned-rows.test.ts` holds both ways against each other.
  const fields: Field[] = Reflect.get(prepared, 'fields')
  const isAlwaysThere: Record<string, boolean> = Reflect.get(prepared, 'joinsNotNullableMap')
  if (fields.some(({ path }) => path.length > 2)) return
  const plan = planOf(fields, isAlwaysThere)
  Reflect.set(prepared, 'customResultMapper', (rows: unknown[][]) => rows.map((row) => rowBy(plan, row)))
}

type Plan = (Value | Group)[]

function rowBy(plan: Plan, row: unknown[]): Record<string, unknown> {
  const made: Record<string, unknown> = {}
  for (const part of plan) {
    if ('read' in part) made[part.name] = readAt(part, row)
    else made[part.name] = groupOf(part, row)
  }
  return made
}

function groupOf({ values, absentWithout }: Group, row: unknown[]): Record<string, unknown> | null {
  if (absentWithout !== null && row[absentWithout] === null) return null
  const made: Record<string, unknown> = {}
  for (const value of values) made[value.name] = readAt(value, row)
  return made
}

function readAt({ place, read }: Value, row: unknown[]): unknown {
  const value = row[place]
  return value === null ? null : read(value)
}

function planOf(fields: Field[], isAlwaysThere: Record<string, boolean>): Plan {
  const plan: Plan = []
  const groups = new Map<string, Group>()
  const groupFor = (name: string): Group => {
    const group = { name, values: [], absentWithout: absenceOf(fields, name, isAlwaysThere) }
    plan.push(group)
    return group
  }
  for (const [place, { path, field }] of fields.entries()) {
    const [name = '', inner] = path
    const read = readerOf(field)
    if (inner === undefined) plan.push({ name, place, read })
    else onceFor(groups, name, () => groupFor(name)).values.push({ name: inner, place, read })
  }
  return plan
}

/** A joined table's columns alone tell whether its row is there; null: the group always is. */
function absenceOf(fields: Field[], name: string, isAlwaysThere: Record<string, boolean>): number | null {
  const columns = fields.flatMap(({ path, field }, place) =>
    path.length > 1 && path[0] === name && is(field, Column) ? [{ place, table: getTableName(field.table) }] : [],
  )
  const [first] = columns
  if (!first || isAlwaysThere[first.table] || columns.some((one) => one.table !== first.table)) return null
  return first.place
}

function readerOf(field: Field['field']): Read {
  const decoder: { mapFromDriverValue: Read } = is(field, Column) ? field : Reflect.get(sqlOf(field), 'decoder')
  return (value) => decoder.mapFromDriverValue(value)
}

function sqlOf(field: Exclude<Field['field'], Column>): SQL {
  if (is(field, SQL)) return field
  return is(field, SQL.Aliased) ? field.sql : field._.sql
}
