import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { organisations } from '../src/features/organisations/tables.ts'
import type { PersonActor } from '../src/kernel/actor.ts'
import { newId } from '../src/kernel/id.ts'
import { type Database, openDatabase } from '../src/server/database.ts'
import { withClient } from '../src/server/postgres/with-client.ts'
import { cloneDatabase } from './harness/database.ts'

const schools = ['Школа № 27', 'Школа № 3'].map((name) => ({ id: newId<'organisation'>(), name }))
let database: Database

beforeAll(async () => {
  const { appUrl, ownerUrl } = await cloneDatabase()
  await withClient(ownerUrl, async (client) => {
    for (const { id, name } of schools) {
      await client.query(
        `insert into organisation (id, kind, path, short_name, full_name, time_zone, created_at)
         values ($1::uuid, 'school', '/' || $1::uuid || '/', $2, $2, 'Asia/Yekaterinburg', now())`,
        [id, name],
      )
    }
  })
  database = openDatabase(appUrl, 1)
})
afterAll(() => database.close())

test('a statement that is planned once shows each who asks it only her own rows', async () => {
  for (let times = 0; times < 8; times++) {
    for (const { id, name } of schools) expect([times, await namesSeenBy(headOf(id))]).toEqual([times, [name]])
  }
  const plans = await database.transaction('read only', { kind: 'operator' }, ({ client }) =>
    client.query(
      `select generic_plans::int as generic from pg_prepared_statements where statement like '%"organisation"%'`,
    ),
  )
  expect(plans.rows).toHaveLength(1)
  expect(plans.rows[0].generic).toBeGreaterThan(0)
})

/** Without a `where` of ours: what the database itself lets through. */
function namesSeenBy(actor: PersonActor): Promise<string[]> {
  return database.transaction('read only', actor, async ({ db }) => {
    const found = await db.select({ name: organisations.shortName }).from(organisations).where(sql`${1}::int = 1`)
    return found.map((one) => one.name)
  })
}

function headOf(organisationId: (typeof schools)[number]['id']): PersonActor {
  const membership = { role: 'school_head' as const, organisationId, path: `/${organisationId}/`, substitutesFor: null }
  return {
    kind: 'person',
    personId: newId<'person'>(),
    name: 'Директор',
    sessionId: newId<'session'>(),
    memberships: [membership],
  }
}
