import type { Opora } from '../src/app/opora.ts'
import { accessContract } from '../src/features/access/contract.ts'
import { assignmentsContract } from '../src/features/assignments/contract.ts'
import { roadMapsContract } from '../src/features/road-maps/contract.ts'
import { requestOf } from '../src/kernel/contract.ts'
import { makeDistrict } from '../test/harness/district.ts'
import { planYear } from '../test/harness/planned-year.ts'
import { type Crowd, type Place, populate } from './populate.ts'

/** A main screen's request, as its coordinator's browser sends it. */
export type Screen = { name: string; path: string; cookie: string }

export type Settled = { screens: Screen[]; place: Place; activityId: string; cookie: string }

/** The fixture district with six schools and five activities, grown by the crowd; answers the main screens' requests. */
export async function settleDistrict(opora: Opora, crowd: Crowd): Promise<Settled> {
  const district = await makeDistrict(opora)
  const year = await planYear({ opora, district })
  const [school] = district.schools
  const activityId = year.activities['1.2']
  if (!school || !activityId) throw new Error('a district without schools')
  const { programmeId, roadMapId } = year
  const place = {
    authority: district.authority,
    programmeId,
    roadMapId,
    coordinatorId: district.people.coordinator,
    school,
  }
  await populate(opora.database, place, crowd)

  const { loadToday, loadMatrix, loadCell, listTasks } = assignmentsContract
  const asked = [
    { name: 'today', ...requestOf(loadToday, {}) },
    { name: 'matrix', ...requestOf(loadMatrix, { programmeId }) },
    { name: 'cell', ...requestOf(loadCell, { activityId, organisationId: school.id }) },
    { name: 'tasks', ...requestOf(listTasks, {}) },
    { name: 'road map', ...requestOf(roadMapsContract.loadRoadMap, { id: roadMapId }) },
    { name: 'people', ...requestOf(accessContract.listPeople, {}) },
  ]
  const cookie = `opora=${district.cookies.coordinator}`
  return { screens: asked.map(({ name, path }) => ({ name, path, cookie })), place, activityId, cookie }
}
