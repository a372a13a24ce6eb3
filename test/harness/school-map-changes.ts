import { participants, programmes } from '../../src/features/programmes/tables.ts'
import { schoolMapsContract } from '../../src/features/school-maps/contract.ts'
import { day } from '../../src/kernel/day.ts'
import { type ActivityId, newId, type OrganisationId, type ProgrammeId, type RoadMapId } from '../../src/kernel/id.ts'
import { askHouse } from './ask-house.ts'
import type { Change, Stage } from './changes.ts'
import { planYear } from './planned-year.ts'

/** A row that may be submitted. */
export const fullRow = {
  cause: 'Низкая учебная мотивация обучающихся',
  title: 'Консультации для девятиклассников по математике',
  indicator: 'Доля посетивших не менее 80 %',
  responsible: 'Завуч',
  periodText: 'март–май 2024',
  expectedResult: 'Все сдали пробный экзамен',
  proof: ['document' as const],
}

/** Examples of changes of schools' own maps. Each has a project of its own, because a school has one map in each. */
export const schoolMapChanges: Record<string, (stage: Stage) => Promise<Change>> = {
  'school-maps.startSchoolMap': async (stage) => ({ as: 'director', input: await freshProject(stage) }),
  'school-maps.startSchoolMaps': async (stage) => {
    const { programmeId, organisationId } = await freshProject(stage)
    return { as: 'coordinator', input: { programmeId, organisationIds: [organisationId], onBehalf: 'letter' } }
  },
  'school-maps.correctSchoolMap': async (stage) => {
    const place = await freshProject(stage)
    await approvedMap(stage, place)
    const { body } = await stage.as('director').call(schoolMapsContract.loadSchoolMap, place)
    return {
      as: 'director',
      input: {
        ...body.map,
        reason: 'итоги собеседования',
        basisKind: 'interview',
        basis: 'протокол № 2',
      },
    }
  },
  'school-maps.abandonMapCorrection': async (stage) => {
    const place = await freshProject(stage)
    await approvedMap(stage, place)
    const { body } = await stage.as('director').call(schoolMapsContract.loadSchoolMap, place)
    const correction = { ...body.map, reason: 'итоги собеседования', basisKind: 'interview', basis: 'протокол № 2' }
    const { body: begun } = await stage.as('director').call(schoolMapsContract.correctSchoolMap, Object(correction))
    return { as: 'director', input: versionOf(begun) }
  },
  'school-maps.addMapRow': async (stage) => {
    const { id } = await begunMap(stage)
    return { as: 'director', input: { id, change: { title: 'Пробный экзамен' } } }
  },
  'school-maps.addMeasures': async (stage) => {
    const { id } = await begunMap(stage)
    return { as: 'director', input: { id, template: 'risk-factor-8', rows: [0, 2] } }
  },
  'school-maps.saveMapAsTemplate': async (stage) => {
    const place = await freshProject(stage)
    const { body } = await stage.as('director').call(schoolMapsContract.startSchoolMap, place)
    await stage.as('director').call(schoolMapsContract.addMapRow, { id: body.id, change: fullRow })
    return { as: 'director', input: { ...place, title: 'Карта нашей школы' } }
  },
  'school-maps.changeMapRow': async (stage) => {
    const { row } = await writtenMap(stage)
    return { as: 'director', input: { id: row.id, rowVersion: row.rowVersion, change: { title: 'Другими словами' } } }
  },
  'school-maps.submitSchoolMap': async (stage) => ({ as: 'director', input: versionOf((await writtenMap(stage)).map) }),
  'school-maps.agreeSchoolMap': async (stage) => ({ as: 'coordinator', input: versionOf(await submittedMap(stage)) }),
  'school-maps.returnSchoolMap': async (stage) => ({
    as: 'coordinator',
    input: { ...versionOf(await submittedMap(stage)), reason: 'не хватает показателей' },
  }),
  'school-maps.approveSchoolMap': async (stage) => ({
    as: 'director',
    input: { ...versionOf(await agreedMap(stage)), orderDate: '2024-02-14', orderNumber: '12-о' },
  }),
  'school-maps.answerForRow': async (stage) => {
    const { id, activityId } = await askedMap(stage)
    return { as: 'director', input: { answer: 'keep', id, activityId } }
  },
  'school-maps.commentSchoolMap': async (stage) => {
    const { map, row } = await writtenMap(stage)
    return { as: 'coordinator', input: { id: map.id, activityId: row.activityId, words: 'Уточните срок' } }
  },
  'school-maps.resolveMapComment': async (stage) => {
    const { map } = await writtenMap(stage)
    const comment = { id: map.id, words: 'Добавьте строку о родителях' }
    const { body } = await stage.as('coordinator').call(schoolMapsContract.commentSchoolMap, comment)
    return { as: 'director', input: versionOf(body) }
  },
}

type Stages = Pick<Stage, 'as' | 'opora' | 'district'>
type Place = { programmeId: ProgrammeId; organisationId: OrganisationId }

let projects = 0

/** A project of its own, in which only the first school takes part. */
export async function freshProject(
  { opora, district }: Pick<Stage, 'opora' | 'district'>,
  year = 2024,
): Promise<Place> {
  const [school] = district.schools
  if (!school) throw new Error('a district without schools')
  const programmeId = newId<'programme'>()
  await opora.perform({ kind: 'operator' }, async ({ db, now }) => {
    const title = `Проект карты школы ${++projects}`
    const days = { startsOn: day(year, 1, 1), endsOn: day(year, 12, 31) }
    const programme = { id: programmeId, authorityId: district.authority.id, title, year, ...days, createdAt: now }
    await db.insert(programmes).values(programme)
    await db.insert(participants).values({ programmeId, organisationId: school.id, joinedAt: now })
  })
  return { programmeId, organisationId: school.id }
}

export async function begunMap(stage: Stages, place?: Place) {
  const where = place ?? (await freshProject(stage))
  return (await stage.as('director').call(schoolMapsContract.startSchoolMap, where)).body
}

export async function writtenMap(stage: Stages, place?: Place) {
  const map = await begunMap(stage, place)
  const { body } = await stage.as('director').call(schoolMapsContract.addMapRow, { id: map.id, change: fullRow })
  return { map, row: body }
}

export async function submittedMap(stage: Stages, place?: Place) {
  const { map } = await writtenMap(stage, place)
  return (await stage.as('director').call(schoolMapsContract.submitSchoolMap, versionOf(map))).body
}

export async function agreedMap(stage: Stages, place?: Place) {
  const map = versionOf(await submittedMap(stage, place))
  return (await stage.as('coordinator').call(schoolMapsContract.agreeSchoolMap, map)).body
}

export async function approvedMap(stage: Stages, place?: Place) {
  const order = { orderNumber: '12-о', orderDate: day(2024, 2, 14) }
  const map = { ...versionOf(await agreedMap(stage, place)), ...order }
  return (await stage.as('director').call(schoolMapsContract.approveSchoolMap, map)).body
}

/** An approved map whose row helped with an activity that the authority has taken out since. */
export async function askedMap(stage: Pick<Stage, 'as' | 'opora' | 'district'>) {
  const year = await planYear(stage, { title: `Проект с поправкой ${++projects}` })
  const [school] = stage.district.schools
  if (!school) throw new Error('a district without schools')
  const place = { programmeId: year.programmeId, organisationId: school.id }
  const supported = year.activities['1.2']
  const { map, row } = await writtenMap(stage, place)
  const change = { ...versionOf(row), change: { supportsActivityId: supported ?? null } }
  await stage.as('director').call(schoolMapsContract.changeMapRow, change)
  const { body: submitted } = await stage.as('director').call(schoolMapsContract.submitSchoolMap, versionOf(map))
  const { body: agreed } = await stage.as('coordinator').call(schoolMapsContract.agreeSchoolMap, versionOf(submitted))
  const order = { orderNumber: '12-о', orderDate: day(2024, 2, 14) }
  await stage.as('director').call(schoolMapsContract.approveSchoolMap, { ...versionOf(agreed), ...order })
  await takeOut(stage, year.roadMapId, supported ?? null)
  const { body } = await stage.as('director').call(schoolMapsContract.loadSchoolMap, place)
  if (!body.map) throw new Error('it was approved')
  return { id: body.map.id, activityId: row.activityId, place, supported, year }
}

/** The authority's next revision, without this activity. */
export async function takeOut(stage: Pick<Stage, 'opora'>, roadMapId: RoadMapId, activityId: ActivityId | null) {
  const [old] = await askHouse<{ id: string; number: number }>(
    stage.opora,
    `update road_map_revision set status = 'superseded' where road_map_id = $1 and status = 'approved'
     returning id, number`,
    [roadMapId],
  )
  const id = newId<'revision'>()
  await askHouse(
    stage.opora,
    `insert into road_map_revision (id, road_map_id, number, status, created_at, approved_at)
     values ($1, $2, $3, 'approved', now(), now())`,
    [id, roadMapId, (old?.number ?? 0) + 1],
  )
  await askHouse(
    stage.opora,
    `insert into activity_revision select (jsonb_populate_record(null::activity_revision,
       to_jsonb(a) || jsonb_build_object('id', gen_random_uuid(), 'revision_id', $2::uuid))).*
     from activity_revision a where a.revision_id = $1 and a.activity_id <> $3`,
    [old?.id, id, activityId],
  )
}

export function versionOf<Row extends { id: unknown; rowVersion: number }>({ id, rowVersion }: Row) {
  return { id, rowVersion } as Pick<Row, 'id' | 'rowVersion'> // the two fields of it
}
