import { listPeopleAround, listReachable, type Reachable } from '../../features/access/person-actors.service.ts'
import { loadCell } from '../../features/assignments/cell.service.ts'
import { TELL_NEWS } from '../../features/messages/jobs.ts'
import type { Said } from '../../features/messages/said.ts'
import { loadRoadMapInForce } from '../../features/road-maps/road-maps.service.ts'
import { loadSpotOfMap } from '../../features/school-maps/load-map.service.ts'
import { beginningOf } from '../../kernel/beginning.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { actFor } from '../../server/act-for.ts'
import type { Work } from '../../server/work.ts'
import { pathOfCell } from './links.ts'
import { isNews, listNews } from './list-news.ts'
import type { NewsItem, Subject } from './news.ts'
import { tellAndWrite } from './tell-and-write.ts'

const LONGEST_TITLE = 200

/** Leaves a job that tells others what this change has done, if it is of a kind that is told. */
export async function leaveNews(work: Work): Promise<void> {
  const entryIds = work.recorded.entries.filter(({ action }) => isNews(action)).map(({ id }) => id)
  if (entryIds.length > 0) await work.enqueue(TELL_NEWS, { entryIds: entryIds.join(',') })
}

/** Tells everybody whom it concerns, each of what she may see and once; whoever did it knows. */
export async function tellNews(work: Work, entryIds: string[], publicUrl: string): Promise<void> {
  for (const item of await listNews(work, entryIds)) {
    const { to, doerId } = item
    const ids = 'personId' in to ? [to.personId] : await listPeopleAround(work, to.path, to.roles)
    const readers = await listReachable(
      work,
      ids.filter((id) => id !== doerId),
    )
    for (const reader of readers) await tellReader(work, { item, reader, publicUrl })
  }
}

async function tellReader(work: Work, telling: { item: NewsItem; reader: Reachable; publicUrl: string }) {
  const { item, reader, publicUrl } = telling
  const { event, entryId, at, organisation, subjects } = item
  const [first] = subjects
  const seen = first && (await actFor(work, reader.actor, (own) => findSeen(own, first)))
  if (!seen) return
  const said: Said = { ...seen.said, organisation: organisation.shortName, count: subjects.length }
  const path = subjects.length > 1 && first.kind === 'cell' ? '/' : seen.path
  const news = { event, at, said, path, key: `${event}:${entryId}`, organisationId: organisation.id }
  const { email, language } = reader
  const isNew = await tellAndWrite(work, { ...news, personId: reader.actor.personId }, { email, language, publicUrl })
  // Windows of those at this place ask again, and the bell with them.
  if (isNew) work.recorded.organisationIds.add(organisation.id)
}

/** The thing as this reader sees it; null where she does not. */
async function findSeen(own: Work, subject: Subject): Promise<{ said: Said; path: string } | null> {
  try {
    if (subject.kind === 'cell') return await loadSeenCell(own, subject)
    if (subject.kind === 'school-map') return await loadSeenMap(own, subject)
    return await loadSeenPlan(own, subject)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

type About<Kind extends Subject['kind']> = Extract<Subject, { kind: Kind }>

async function loadSeenCell(own: Work, { activityId, organisationId, comment, day }: About<'cell'>) {
  const { asked } = await loadCell(own, activityId, organisationId)
  const programmeId = asked.kind === 'activity' ? asked.programmeId : null
  const path = pathOfCell({ activityId, programmeId, organisationId })
  if (asked.kind === 'task') {
    const { text, dueOn } = asked.row
    return { path, said: { title: beginningOf(text, LONGEST_TITLE), day: day ?? dueOn, comment } }
  }
  const { number, title } = asked.row
  return {
    path,
    said: { ...(number && { number }), title: beginningOf(title, LONGEST_TITLE), ...(day && { day }), comment },
  }
}

async function loadSeenPlan(own: Work, subject: About<'road-map' | 'row'>) {
  const { roadMap } = await loadRoadMapInForce(own, subject.roadMapId)
  const path = `/road-map/${subject.roadMapId}/plan`
  if (subject.kind === 'road-map') return { path, said: { title: roadMap.title } }
  const { number, title } = subject
  return { path, said: { ...(number && { number }), title: beginningOf(title, LONGEST_TITLE) } }
}

async function loadSeenMap(own: Work, { mapId, comment, remarks }: About<'school-map'>) {
  const { programme, school } = await loadSpotOfMap(own, mapId)
  return { path: `/school-maps/${programme.id}/${school.id}`, said: { title: programme.title, comment, remarks } }
}
