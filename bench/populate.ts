import type { Database } from '../src/server/database.ts'
import { askHouse } from '../test/harness/ask-house.ts'

/** Where the rows are added: one authority with one road map in force. */
export type Place = {
  authority: { id: string; path: string }
  programmeId: string
  roadMapId: string
  coordinatorId: string
  /** Whose cell, sessions and history grow with the rest. */
  school: { id: string }
}

export type Crowd = {
  schools: number
  activities: number
  tasks: number
  others: number
  /** Of each school's own map in force; none where nothing is said. */
  ownRows?: number
}

/**
 * Adds schools with their heads and invitations, rows of the road map, facts in two cells of three, tasks, and `others`:
 * projects, imports, revisions, substitutions, sessions, changes of a variant. A statement for each table, however many rows.
 */
export async function populate(database: Database, place: Place, crowd: Crowd): Promise<void> {
  const query: Queries['query'] = (text, values) => askHouse({ database }, text, values)
  const { authority, programmeId, roadMapId, coordinatorId, school } = place
  await query(
    `insert into organisation (id, kind, parent_id, path, short_name, full_name, time_zone, created_at)
     select id, 'school', $1::uuid, $2 || id || '/', 'МБОУ «Школа № ' || n || '»', 'Школа № ' || n, 'Asia/Yekaterinburg', now()
     from (select gen_random_uuid() as id, n + (select count(*) from organisation) as n from generate_series(1, $3::int) n) made`,
    [authority.id, authority.path, crowd.schools],
  )
  await query(
    `insert into participant (programme_id, organisation_id, variant, joined_at)
     select $1, id, case when right(short_name, 2) < '5»' then 'first-or-repeated' else 'persistent-or-signs' end, now()
     from organisation where parent_id = $2 and kind = 'school' on conflict do nothing`,
    [programmeId, authority.id],
  )
  await query(
    `insert into dispatch (road_map_id, organisation_id, revision, sent_at)
     select $1, organisation_id, 1, now() from participant where programme_id = $2 on conflict do nothing`,
    [roadMapId, programmeId],
  )
  await addPeople({ query }, authority.id)
  await addActivities({ query }, place, crowd.activities)
  await addOwnRows({ query }, place, crowd.ownRows ?? 0)
  await addFacts({ query }, place)
  await addTasks({ query }, place, crowd.tasks)
  await addOthers({ query }, { authorityId: authority.id, programmeId, roadMapId, coordinatorId, school }, crowd.others)
}

type Queries = Pick<Database, 'query'>

async function addPeople({ query }: Queries, authorityId: string) {
  await query(
    `with headless as (
       select id, short_name from organisation o where parent_id = $1 and kind = 'school'
         and not exists (select from membership m where m.organisation_id = o.id)),
     made as (
       insert into person (id, name, position, created_at)
       select id, 'Директор ' || short_name, 'директор', now() from headless returning id)
     insert into membership (id, person_id, organisation_id, role)
     select gen_random_uuid(), id, id, 'school_head' from made`,
    [authorityId],
  )
  await query(
    `insert into invitation (id, kind, person_id, token_hash, created_at, expires_at)
     select gen_random_uuid(), 'invitation', id, gen_random_uuid(), now(), '2100-01-01' from person p
     where login is null and not exists (select from invitation i where i.person_id = p.id)`,
  )
}

async function addActivities({ query }: Queries, { authority, roadMapId }: Place, count: number) {
  await query(
    `with revision as (select id from road_map_revision where road_map_id = $1 and status = 'approved'),
     made as (
       insert into activity (id, owner_id, road_map_id, created_at)
       select gen_random_uuid(), $2, $1, now() from generate_series(1, $3::int) returning id),
     numbered as (select id, row_number() over () as n from made)
     insert into activity_revision (id, revision_id, activity_id, position, section_number, section_title, audience,
       number, title, period, target_groups, held_by, proof, parts)
     select gen_random_uuid(), revision.id, numbered.id, 100 + n, '4', 'Ещё', 'all', '4.' || n, 'Мероприятие ' || n,
       jsonb_build_object('text', 'Март – май 2024 года', 'kind', 'windows', 'recurrence', null, 'dueDay', null,
         'open', false, 'findings', '[]'::jsonb,
         'windows', '[{"start":"2024-03-01","end":"2024-05-31"}]'::jsonb),
       '{}', 'us', '{file}', '{"authority":"executes","institute":null,"school":"takes-part"}'
     from numbered, revision`,
    [roadMapId, authority.id, count],
  )
}

/** Maps in force of the schools that have begun none. */
async function addOwnRows({ query }: Queries, { programmeId }: Place, count: number) {
  if (count === 0) return
  await query(
    `with map as (
       insert into school_map (id, programme_id, school_id, created_at)
       select gen_random_uuid(), programme_id, organisation_id, now() from participant where programme_id = $1
       on conflict do nothing returning id, school_id),
     revision as (
       insert into school_map_revision (id, school_map_id, number, status, order_number, order_date, created_at, approved_at)
       select gen_random_uuid(), id, 1, 'approved', '1-о', '2024-02-14', now(), now() from map returning id, school_map_id),
     wanted as (
       select gen_random_uuid() as id, map.school_id, map.id as map_id, revision.id as revision_id, n
       from map join revision on revision.school_map_id = map.id cross join generate_series(1, $2::int) n),
     activity as (
       insert into activity (id, owner_id, created_at) select id, school_id, now() from wanted returning id)
     insert into school_map_row (id, school_map_id, revision_id, activity_id, position, cause, title, indicator,
       responsible, period, expected_result, proof, changed_at)
     select gen_random_uuid(), map_id, revision_id, activity.id, n, 'Причина', 'Своё мероприятие ' || n, '', 'Завуч',
       jsonb_build_object('text', 'Март – май 2024 года', 'kind', 'windows', 'recurrence', null, 'dueDay', null,
         'open', false, 'findings', '[]'::jsonb,
         'windows', '[{"start":"2024-03-01","end":"2024-05-31"}]'::jsonb),
       '', '{file}', now()
     from wanted join activity on activity.id = wanted.id`,
    [programmeId, count],
  )
}

const CELLS = `
  select a.id as activity_id, p.organisation_id, $2::uuid as person_id, hashtext(a.id::text || p.organisation_id) as mix
  from activity a cross join participant p where a.road_map_id = $1 and p.programme_id = $3`

async function addFacts({ query }: Queries, { roadMapId, programmeId, coordinatorId }: Place) {
  const values = [roadMapId, coordinatorId, programmeId]
  const window = `'2024-03-01'::date, '2024-05-31'::date`
  await query(
    `insert into proof_item (id, activity_id, organisation_id, window_start, window_end, form, note, recorded_by, recorded_at)
     select gen_random_uuid(), activity_id, organisation_id, ${window}, 'words', 'Сделано', person_id, now()
     from (${CELLS}) cell where mix % 3 <> 0`,
    values,
  )
  await query(
    `insert into submission (id, activity_id, organisation_id, window_start, window_end, attempt, status, submitted_by,
       submitted_at, decided_by, decided_at)
     select gen_random_uuid(), activity_id, organisation_id, ${window}, 1,
       case when mix % 2 = 0 then 'accepted' else 'waiting' end, person_id, now(),
       case when mix % 2 = 0 then person_id end, case when mix % 2 = 0 then now() end
     from (${CELLS}) cell where mix % 3 <> 0 on conflict do nothing`,
    values,
  )
  await query(
    `insert into control_release (id, activity_id, organisation_id, released_by, released_at)
     select gen_random_uuid(), activity_id, organisation_id, person_id, now()
     from (${CELLS}) cell where mix % 12 = 4 on conflict do nothing`,
    values,
  )
}

async function addTasks({ query }: Queries, { authority, coordinatorId }: Place, count: number) {
  await query(
    `with made as (
       insert into activity (id, owner_id, created_at)
       select gen_random_uuid(), $1::uuid, now() from generate_series(1, $3::int) returning id),
     given as (
       insert into task (activity_id, owner_id, text, due_on, due_time, given_by, given_at)
       select id, $1, 'Сообщите число слушателей', '2024-06-20', '16:00', $2, now() from made returning activity_id)
     insert into task_recipient (activity_id, organisation_id)
     select given.activity_id, school.id from given
     cross join (select id from organisation where parent_id = $1 and kind = 'school' order by path limit 6) school`,
    [authority.id, coordinatorId, count],
  )
}

type Owner = Pick<Place, 'programmeId' | 'roadMapId' | 'coordinatorId' | 'school'> & { authorityId: string }

async function addOthers({ query }: Queries, owner: Owner, count: number) {
  const { authorityId, programmeId, roadMapId, coordinatorId, school } = owner
  await query(
    `with made as (
       insert into programme (id, authority_id, title, year, starts_on, ends_on, created_at)
       select gen_random_uuid(), $1::uuid, 'Проект ' || gen_random_uuid(), 2023, '2023-01-01', '2023-12-31', now()
       from generate_series(1, $2::int) returning id)
     insert into road_map (id, programme_id, owner_id, title, created_at)
     select gen_random_uuid(), id, $1, 'Карта', now() from made`,
    [authorityId, count],
  )
  await query(
    `insert into order_import (id, authority_id, name, status, created_at)
     select gen_random_uuid(), $1::uuid, 'Приказ.docx', 'ready', now() from generate_series(1, $2::int)`,
    [authorityId, count],
  )
  await query(
    `insert into road_map_revision (id, road_map_id, number, status, created_at)
     select gen_random_uuid(), $1::uuid, n + (select max(number) from road_map_revision where road_map_id = $1), 'superseded', now()
     from generate_series(1, $2::int) n`,
    [roadMapId, count],
  )
  await query(
    `insert into variant_change (id, programme_id, organisation_id, variant, reason, changed_at)
     select gen_random_uuid(), $1::uuid, $2::uuid, 'undefined', 'проба', now() from generate_series(1, $3::int)`,
    [programmeId, school.id, count],
  )
  await query(
    `insert into session (id, person_id, token_hash, device, created_at, seen_at, expires_at)
     select gen_random_uuid(), $1::uuid, gen_random_uuid(), 'проба', now(), now(), '2100-01-01' from generate_series(1, $2::int)`,
    [coordinatorId, count],
  )
  await query(
    `insert into substitution (id, absent_id, substitute_id, starts_on, ends_on, basis)
     select gen_random_uuid(), $1::uuid, p.id, '2023-03-01', '2023-03-20', 'проба'
     from person p where p.id <> $1 and p.login is null limit $2::int`,
    [coordinatorId, count],
  )
}
