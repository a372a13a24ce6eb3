import type { Change, Stage } from './changes.ts'
import { february, periodOf, planYear } from './planned-year.ts'
import { approvedMap } from './school-map-changes.ts'

let projects = 0

/** A project whose row 1.6 asks the schools for road maps of their own. */
export async function yearAskingForMaps(stage: Pick<Stage, 'opora' | 'district'>) {
  const [school] = stage.district.schools
  if (!school) throw new Error('a district without schools')
  const year = await planYear(stage, {
    title: `Проект с картами школ ${++projects}`,
    rows: [
      {
        number: '1.6',
        title: 'Разработка дорожных карт школ',
        period: periodOf({ text: 'Февраль 2024 года', windows: [february] }),
        parts: { school: 'executes' },
        proof: ['road-map'],
      },
      { number: '1.7', title: 'Участие в вебинарах', period: periodOf({ windows: [february] }) },
    ],
  })
  const [activityId, other] = [year.activities['1.6'], year.activities['1.7']]
  if (!activityId || !other) throw new Error('the year has both rows')
  return { place: { programmeId: year.programmeId, organisationId: school.id }, activityId, other, window: february }
}

/** Examples of changes by which a school's map proves what the authority asked for. */
export const mapOrderChanges: Record<string, (stage: Stage) => Promise<Change>> = {
  'assignments.proveByMapOrder': async (stage) => {
    const { place, activityId, window } = await yearAskingForMaps(stage)
    await approvedMap(stage, place)
    return { as: 'director', input: { activityId, organisationId: place.organisationId, window } }
  },
}
