import { getTableName } from 'drizzle-orm'
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allTables } from '../src/app/tables.ts'
import { identify } from '../src/features/access/identify.service.ts'
import type { Actor } from '../src/kernel/actor.ts'
import { newId } from '../src/kernel/id.ts'
import { scopeSettings } from '../src/server/scope.ts'
import { declaredVisibilities } from '../src/server/visibility.ts'
import { askHouse } from './harness/ask-house.ts'
import type { Stage } from './harness/changes.ts'
import type { Visitor } from './harness/district.ts'
import { changeFor, changing, forgetLimits, makeChange, startStage } from './harness/make-change.ts'

type Told = { row: string }

const PROJECT_CLOSED = 'OP001'

/** What anybody who is signed in may add, with why. */
const OPEN_TO_ADD: Record<string, string> = {
  person: 'a person is there before she has a role',
  audit_value: 'it stands beside an entry of the same change, and nobody reads it by that',
}

/** Of a person who holds a role in either district, or of a school that went from one to the other: both know of it. */
const OF_TWO_DISTRICTS = ['second-factor.draftAtSignIn', 'second-factor.setAtSignIn', 'organisations.moveOrganisation']

let stage: Stage
let client: pg.Client
let scopes: Record<'neighbour' | 'stranger' | 'director', Actor>
let foreign: Record<'neighbour' | 'stranger', string[]>

// Every change that the product knows was made once: every table has rows of the first district.
beforeAll(async () => {
  stage = await startStage()
  for (const [name, route] of changing) {
    if (OF_TWO_DISTRICTS.includes(name)) continue
    await forgetLimits(stage)
    await makeChange(stage, route, await changeFor(stage, name))
  }
  client = new pg.Client({ connectionString: stage.appUrl })
  await client.connect()
  const scopeOf = (visitor: Visitor) =>
    identify(stage.opora.database, stage.district.cookies[visitor] ?? null, stage.clock.now())
  scopes = {
    neighbour: await scopeOf('neighbour'),
    stranger: await scopeOf('stranger'),
    director: await scopeOf('director'),
  }
  const { schools, otherAuthority, otherSchool, authority, people } = stage.district
  const others = schools.filter((_, index) => index !== 1).map(({ id }) => id)
  foreign = {
    neighbour: [...others, otherAuthority.id, otherSchool.id, people.stranger, ...(await peopleOf(others))],
    stranger: [authority.id, ...schools.map(({ id }) => id), ...(await peopleOf([authority.id, ...others]))],
  }
  for (const ids of Object.values(foreign)) ids.push(...(await idsOfCopies()))
}, 120_000)

afterAll(async () => client.end())

/** They belong to the region, which everybody may name. */
async function idsOfCopies(): Promise<string[]> {
  const found = await askHouse<{ id: string }>(
    stage.opora,
    'select id from backup_setting union all select id from backup_run union all select id from mail_setting',
  )
  return found.map(({ id }) => id)
}

async function peopleOf(organisationIds: string[]): Promise<string[]> {
  const found = await askHouse<{ id: string }>(
    stage.opora,
    'select person_id as id from membership where organisation_id = any($1)',
    [organisationIds],
  )
  return found.map(({ id }) => id)
}

/** Everything is undone: what a scope could have done is looked at, nothing more. */
async function within<T>(actor: Actor | null, use: () => Promise<T>): Promise<T> {
  await client.query('begin')
  try {
    if (actor) await client.query(scopeSettings(actor))
    return await use()
  } finally {
    await client.query('rollback')
  }
}

const rowsOf = async (text: string, values: unknown[] = []) => {
  const answered = await client.query<Told>(text, values).catch((error: unknown) => {
    // Whoever has a row of her own in a closed project is refused as a whole: nothing is changed then.
    if (error instanceof pg.DatabaseError && error.code === PROJECT_CLOSED) return { rows: [] }
    throw error
  })
  return answered.rows.map(({ row }) => row)
}
const read = (name: string) => rowsOf(`select to_jsonb(t)::text as row from "${name}" t`)
const naming = (rows: string[], ids: string[]) => rows.filter((row) => ids.some((id) => row.includes(id)))
const mayChange = (name: string, what: 'update' | 'delete') =>
  client
    .query<{ may: boolean }>(`select has_table_privilege($1::text, $2) as may`, [name, what])
    .then(({ rows }) => rows[0]?.may === true)

const tables = allTables.map((table): [string, PgTable] => [getTableName(table), table])

describe.each(tables)('%s', (name, table) => {
  const [column] = getTableConfig(table).columns
  const isReference = declaredVisibilities().get(name)?.visibility.kind === 'reference'

  test.each(['neighbour', 'stranger'] as const)('shows a %s no row of others', async (who) => {
    expect(naming(await within(scopes[who], () => read(name)), foreign[who])).toEqual([])
  })

  test('shows nothing to whoever does not say who asks, or is nobody', async () => {
    expect(await within(null, () => read(name))).toEqual([])
    expect(await within({ kind: 'nobody' }, () => read(name))).toEqual([])
  })

  test.each(['neighbour', 'stranger'] as const)('lets a %s change and remove no row of others', async (who) => {
    const touched = await within(scopes[who], async () => {
      const set = `set "${column?.name}" = t."${column?.name}" returning to_jsonb(t)::text as row`
      return (await mayChange(name, 'update')) ? rowsOf(`update "${name}" t ${set}`) : []
    })
    expect(naming(touched, foreign[who])).toEqual([])
    if (isReference) expect(touched).toEqual([])
    for (const row of await rowsOfOthers(name, foreign[who])) {
      const gone = await within(scopes[who], async () => {
        if (!(await mayChange(name, 'delete'))) return 0
        const same = `to_jsonb(t) = $1::jsonb`
        return (await client.query(`delete from "${name}" t where ${same}`, [row])).rowCount
      })
      expect(gone).toBe(0)
    }
  })

  test.each(['neighbour', 'stranger'] as const)('takes no row of others from a %s', async (who) => {
    for (const row of await rowsOfOthers(name, foreign[who])) {
      const values = JSON.stringify({ ...JSON.parse(row), ...('id' in JSON.parse(row) && { id: newId() }) })
      const adding = within(scopes[who], () =>
        client.query(`insert into "${name}" select * from jsonb_populate_record(null::"${name}", $1::jsonb)`, [values]),
      )
      if (name in OPEN_TO_ADD) await adding.catch(() => undefined)
      else await expect(adding).rejects.toThrow('row-level security')
    }
  })
})

/** At most three are enough to see that the door is shut. */
async function rowsOfOthers(name: string, ids: string[]): Promise<string[]> {
  const all = await askHouse<Told>(stage.opora, `select to_jsonb(t)::text as row from "${name}" t`)
  return naming(
    all.map(({ row }) => row),
    ids,
  ).slice(0, 3)
}

test('most tables of organisations and people had rows of others to hide', async () => {
  const shown = tables.filter(([name]) => {
    const kind = declaredVisibilities().get(name)?.visibility.kind
    return kind !== 'machinery' && kind !== 'reference'
  })
  const counts = await Promise.all(shown.map(async ([name]) => (await rowsOfOthers(name, foreign.stranger)).length))
  expect(counts.filter((count) => count === 0).length).toBeLessThanOrEqual(shown.length / 4)
})

describe('nobody opens a row to herself', () => {
  const refused = (text: string, values: unknown[]) =>
    expect(within(scopes.director, () => client.query(text, values))).rejects.toThrow('row-level security')

  test('by handing herself a file', async () => {
    const [file] = await askHouse<{ id: string }>(stage.opora, 'select id from file where organisation_id = $1', [
      stage.district.authority.id,
    ])
    await refused('insert into file_share values ($1, $2)', [file?.id, stage.district.schools[0]?.id])
  })

  test('by sending herself a road map, or taking part in a project', async () => {
    const school = stage.district.schools[0]?.id
    await refused('insert into dispatch (road_map_id, organisation_id, revision, sent_at) values ($1, $2, 1, now())', [
      newId(),
      school,
    ])
    await refused(`insert into participant (programme_id, organisation_id, joined_at) values ($1, $2, now())`, [
      newId(),
      school,
    ])
  })

  test('by drawing a stranger into her school', async () => {
    const { people, schools } = stage.district
    const values = [newId(), people.stranger, schools[0]?.id]
    await refused(
      `insert into membership (id, person_id, organisation_id, role) values ($1, $2, $3, 'teacher')`,
      values,
    )
  })
})
