import { asc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { organisations } from '../src/features/organisations/tables.ts'
import { newId } from '../src/kernel/id.ts'
import { type Database, openDatabase } from '../src/server/database.ts'
import { withClient } from '../src/server/postgres/with-client.ts'
import { preparedRead, type Reading } from '../src/server/prepared-read.ts'
import { cloneDatabase } from './harness/database.ts'

const [region, school] = [newId<'organisation'>(), newId<'organisation'>()]
let database: Database

beforeAll(async () => {
  const { appUrl, ownerUrl } = await cloneDatabase()
  await withClient(ownerUrl, (client) =>
    client.query(
      `insert into organisation (id, kind, parent_id, path, short_name, full_name, time_zone, created_at) values
         ($1::uuid, 'region', null, '/' || $1::uuid || '/', 'Область', 'Область', 'Asia/Yekaterinburg', now()),
         ($2::uuid, 'school', $1::uuid, '/' || $1::uuid || '/' || $2::uuid || '/', 'Школа', 'Школа', 'Asia/Yekaterinburg', now())`,
      [region, school],
    ),
  )
  database = openDatabase(appUrl, 1)
})
afterAll(() => database.close())

const above = alias(organisations, 'above')

/** A whole table, one that may be missing, one of which a column may be missing, an expression, a number made of text. */
function everyKind({ db }: Pick<Reading<Record<string, never>>, 'db'>) {
  return db
    .select({
      own: organisations,
      above: { id: above.id, name: above.shortName, createdAt: above.createdAt },
      parent: { id: organisations.parentId },
      told: { days: sql<Record<string, boolean>>`'{"2024-04-27": true}'::json`, parentId: organisations.parentId },
      kind: organisations.kind,
      count: sql`count(*) over ()`.mapWith(Number),
      named: sql<string>`upper(${organisations.shortName})`.as('named'),
    })
    .from(organisations)
    .leftJoin(above, eq(above.id, organisations.parentId))
    .orderBy(asc(organisations.path))
}

test('rows made by a plan are those that drizzle makes', async () => {
  const read = preparedRead<Record<string, never>, object>('every-kind', everyKind)
  const now = new Date()
  const { planned, plain } = await database.transaction('read only', { kind: 'operator' }, async ({ db }) => ({
    planned: await read({ db, now, actor: { kind: 'operator' } }, {}),
    plain: await everyKind({ db }),
  }))
  expect(plain).toMatchObject([{ above: null, parent: { id: null }, count: 2 }, { above: { id: region } }])
  expect(planned).toStrictEqual(plain)
})
