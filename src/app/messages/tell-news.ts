import { listPeopleAround, listReachable, type Reachable } from '../../features/access/person-actors.service.ts'
import { loadCell } from '../../features/assignments/cell.service.ts'
import { TELL_NEWS } from '../../features/messages/jobs.ts'
import type { Said } from '../../features/messages/said.ts'
import { loadRoadMapInForce } from '../../features/road-maps/road-maps.service.ts'
import { beginningOf } from '../../kernel/beginning.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { actFor } from '../../server/act-for.ts'
import type { Work } from '../../server/work.ts'
import { pathOfCell } from './links.ts'
import { isNews, listNews, type NewsItem, type Subject } from './list-news.ts'
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
    const ids = await (item.event === 'submitted'
      ? listPeopleAround(work, item.ownerPath, ['municipal_coordinator', 'curator'])
      : listPeopleAround(work, item.organisation.path, ['school_head', 'school_team']))
    const readers = await listReachable(
      work,
      ids.filter((id) => id !== item.doerId),
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
  const path = subjects.length > 1 ? '/' : seen.path
  const news = { event, at, said, path, key: `${event}:${entryId}`, organisationId: organisation.id }
  const isNew = await tellAndWrite(
    work,
    { ...news, personId: reader.actor.personId },
    { email: reader.email, publicUrl },
  )
  // Windows of those at this place ask again, and the bell with them.
  if (isNew) work.recorded.organisationIds.add(organisation.id)
}

/** The thing as this reader sees it; null where she does not. */
async function findSeen(own: Work, subject: Subject): Promise<{ said: Said; path: string } | null> {
  try {
    return await (subject.kind === 'cell' ? loadSeenCell(own, subject) : loadSeenPlan(own, subject))
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

async function loadSeenCell(own: Work, { activityId, organisationId, comment }: Extract<Subject, { kind: 'cell' }>) {
  const { asked } = await loadCell(own, activityId, organisationId)
  const programmeId = asked.kind === 'activity' ? asked.programmeId : null
  const path = pathOfCell({ activityId, programmeId, organisationId })
  if (asked.kind === 'task') {
    const { text, dueOn } = asked.row
    return { path, said: { title: beginningOf(text, LONGEST_TITLE), day: dueOn, comment } }
  }
  const { number, title } = asked.row
  return { path, said: { ...(number && { number }), title: beginningOf(title, LONGEST_TITLE), comment } }
}

async function loadSeenPlan(own: Work, { roadMapId }: Extract<Subject, { kind: 'road-map' }>) {
  const { roadMap } = await loadRoadMapInForce(own, roadMapId)
  return { path: `/road-map/${roadMapId}/plan`, said: { title: roadMap.title } }
}
