import { type Placeholder, type SQL, sql, type Table } from 'drizzle-orm'
import { onceFor } from '../kernel/once-for.ts'
import type { Db } from './database.ts'
import { planRows } from './planned-rows.ts'
import { scopeOfPlaceholders, scopeValues } from './scope.ts'
import { visibleAs } from './visibility.ts'
import type { Work } from './work.ts'

/** What a read is built with: names instead of values, for whoever will ask. */
export type Reading<Asked> = {
  db: Db
  /** The moment of the call. */
  now: Placeholder
  asked(name: keyof Asked & string): Placeholder
  /** The `where` of every read. */
  visible(table: Table): SQL
}

type Built<Row> = { prepare(name: string): Prepared<Row> }
type Prepared<Row> = { execute(values: Record<string, unknown>): Promise<Row[]> }

/**
 * A read whose statement is written once for each connection, not at every call: worth it on the main screens, where
 * writing it takes longer than reading its rows. The name is this read's alone.
 */
export function preparedRead<Asked extends Record<string, unknown>, Row>(
  name: string,
  build: (reading: Reading<Asked>) => Built<Row>,
): (work: Pick<Work, 'db' | 'actor' | 'now'>, asked: Asked) => Promise<Row[]> {
  const known = new WeakMap<Db, Map<string, Prepared<Row>>>()
  return ({ db, actor, now }, asked) => {
    const ofActors = onceFor(known, db, () => new Map<string, Prepared<Row>>())
    const read = onceFor(ofActors, actor.kind, () =>
      planned(
        build({
          db,
          now: sql.placeholder('call.now'),
          asked: (one) => sql.placeholder(one),
          visible: (table) => visibleAs(actor.kind, table, scopeOfPlaceholders),
        }).prepare(`${name}.${actor.kind}`),
      ),
    )
    return read.execute({ ...asked, ...scopeValues(actor), 'call.now': now.toISOString() })
  }
}

function planned<Row>(prepared: Prepared<Row>): Prepared<Row> {
  planRows(prepared)
  return prepared
}
