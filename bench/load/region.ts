import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { simulateRegion } from '../../src/app/simulate-command.ts'
import { hashOfToken } from '../../src/features/access/identify.service.ts'
import { newId } from '../../src/kernel/id.ts'
import { withClient } from '../../src/server/postgres/with-client.ts'
import type { Worker, WorkerRole } from './worker.ts'

export type Region = { rows: number; schools: number; districts: number; workers: Worker[] }

/** A ministry, district offices and their schools, as «Сколько людей за работой» has them. */
const crew: Record<WorkerRole, number> = { region: 3, head: 5, coordinator: 18, school: 24 }

export const SCHOOLS = 900
export const YEARS = 1

/** The simulated region in an empty database, and people of it who are signed in. */
export async function settleRegion(ownerUrl: string): Promise<Region> {
  return await withClient(ownerUrl, async (client) => {
    const now = new Date()
    const tokenOf = () => randomBytes(32).toString('hex')
    const { counts } = await simulateRegion(client, { schools: SCHOOLS, years: YEARS, seed: 1, now, tokenOf })
    const workers: Worker[] = []
    for (const role of ['region', 'head', 'coordinator', 'school'] as const) {
      for (const place of await listPlaces(client, role, now.getUTCFullYear())) {
        workers.push({ ...place, role, cookie: `opora=${await signIn(client, place.personId)}` })
      }
    }
    return {
      rows: counts.total ?? 0,
      schools: SCHOOLS,
      districts: await count(client, "select count(*)::int as n from organisation where kind = 'authority'"),
      workers,
    }
  })
}

type Place = Omit<Worker, 'role' | 'cookie'> & { personId: string }

const ofRoles: Record<WorkerRole, string[]> = {
  region: ['observer', 'regional_methodist'],
  head: ['authority_head'],
  coordinator: ['municipal_coordinator'],
  school: ['school_head'],
}

/** People of a role, as far from one another as the region is wide; each with the project of this year. */
async function listPlaces(client: pg.Client, role: WorkerRole, year: number): Promise<Place[]> {
  const { rows } = await client.query<Place>(
    `with someone as (
       select m.person_id, o.id, coalesce(p.id, any_project.id) as programme_id
       from membership m join organisation o on o.id = m.organisation_id
       left join participant t on t.organisation_id = o.id
       left join programme p on (p.authority_id = o.id or p.id = t.programme_id) and p.year = $2
       cross join lateral (select id from programme where year = $2 order by id limit 1) any_project
       where m.role = any($1) and (p.id is not null or o.kind in ('region', 'institute'))),
     placed as (
       select s.person_id as "personId", s.id as "organisationId", s.programme_id as "programmeId",
         r.id as "roadMapId", $2::int as year, row_number() over (order by md5(s.id::text || s.person_id)) as n
       from someone s join road_map r on r.programme_id = s.programme_id)
     select "personId", "organisationId", "programmeId", "roadMapId", year from placed order by n limit $3`,
    [ofRoles[role], year, crew[role]],
  )
  // Of the region there are fewer people than windows: somebody has two open.
  return Array.from({ length: crew[role] }, (_, index) => rows[index % rows.length]).flatMap((one) => one ?? [])
}

async function signIn(client: pg.Client, personId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await client.query(
    `insert into session (id, person_id, token_hash, device, created_at, seen_at, expires_at)
     values ($1, $2, $3, 'Chromium, Windows', now(), now(), now() + interval '1 day')`,
    [newId(), personId, hashOfToken(token)],
  )
  return token
}

async function count(client: pg.Client, query: string): Promise<number> {
  const { rows } = await client.query<{ n: number }>(query)
  return rows[0]?.n ?? 0
}
