import { and, eq, inArray } from 'drizzle-orm'
import { submissions, taskRecipients } from '../../features/assignments/tables.ts'
import { auditEntries } from '../../features/audit/tables.ts'
import { organisations } from '../../features/organisations/tables.ts'
import { activities, dispatches, roadMaps } from '../../features/road-maps/tables.ts'
import type { AuditAction } from '../../kernel/audit-action.ts'
import type { ActivityId, OrganisationId, RoadMapId } from '../../kernel/id.ts'
import { onceFor } from '../../kernel/once-for.ts'
import type { Work } from '../../server/work.ts'
import {
  type Entry,
  eventOf,
  type Found,
  type NewsItem,
  ofAuthority,
  ofSchool,
  place,
  subjectsOf,
  type Told,
} from './news.ts'
import { newsOfMaps } from './news-of-maps.ts'
import { newsOfMoves } from './news-of-moves.ts'
import { newsOfRevisions } from './news-of-revisions.ts'

/** Deeds that are told to others as they are, and as what. */
const told: Told = {
  'road-map.sent': 'plan-sent',
  'task.given': 'task-given',
  'submission.made': 'submitted',
  'submission.returned': 'returned',
  'submission.accepted': 'accepted',
  'reminder.sent': 'reminded',
}

/** Those of which it takes a look into what was changed to know who is told what. */
const looked: readonly AuditAction[] = [
  'school-map.submitted',
  'school-map.returned',
  'school-map.agreed',
  'school-map.approved',
  'deadline-move.asked',
  'deadline-move.granted',
  'deadline-move.declined',
  'road-map.approved',
]

export function isNews(action: AuditAction): boolean {
  return told[action] !== undefined || looked.includes(action)
}

/** What these entries of the audit tell, grouped by organisation and reader. */
export async function listNews(work: Work, entryIds: readonly string[]): Promise<NewsItem[]> {
  const entries = await work.db
    .select()
    .from(auditEntries)
    .where(inArray(auditEntries.id, [...entryIds] as Entry['id'][])) // the change that enqueued them wrote them there
    .orderBy(auditEntries.id)
  const found = [
    ...(await ofSubmissions(work, entries)),
    ...(await ofTasks(work, entries)),
    ...(await ofRoadMaps(work, entries)),
    ...(await ofReminders(work, entries)),
    ...(await newsOfMaps(work, entries)),
    ...(await newsOfMoves(work, entries)),
    ...(await newsOfRevisions(work, entries)),
  ]
  const groups = new Map<string, NewsItem>()
  for (const { entry, event, subject, organisation, to } of found) {
    const item = onceFor(groups, `${event}/${organisation.id}/${'personId' in to ? to.personId : ''}`, (): NewsItem => {
      const { id: entryId, at, personId: doerId } = entry
      return { event, entryId, at, doerId, organisation, to, subjects: [] }
    })
    item.subjects.push(subject)
  }
  return [...groups.values()]
}

function as(entry: Entry, found: Pick<Found, 'subject' | 'organisation'> & Partial<Found>): Found[] {
  const event = eventOf(told, entry)
  return event ? [{ to: ofSchool(found.organisation), ...found, entry, event }] : []
}

async function ofSubmissions(work: Work, entries: readonly Entry[]): Promise<Found[]> {
  const asked = subjectsOf<(typeof submissions.$inferSelect)['id']>(entries, 'submission.')
  if (asked.length === 0) return []
  const rows = await work.db
    .select({ row: submissions, organisation: place, ownerId: activities.ownerId })
    .from(submissions)
    .innerJoin(activities, eq(activities.id, submissions.activityId))
    .innerJoin(organisations, eq(organisations.id, submissions.organisationId))
    .where(inArray(submissions.id, asked))
  const owners = await pathsOf(
    work,
    rows.map(({ ownerId }) => ownerId),
  )
  return rows.flatMap(({ row: { id, activityId, organisationId, comment }, organisation, ownerId }) =>
    entries
      .filter(({ subjectId }) => subjectId === id)
      .flatMap((entry) => {
        const subject = { kind: 'cell' as const, activityId, organisationId, comment: comment ?? '' }
        const to = entry.action === 'submission.made' ? ofAuthority(owners.get(ownerId) ?? '') : ofSchool(organisation)
        return as(entry, { subject, organisation, to })
      }),
  )
}

async function ofTasks(work: Work, entries: readonly Entry[]): Promise<Found[]> {
  const asked = subjectsOf<ActivityId>(entries, 'task.')
  if (asked.length === 0) return []
  const rows = await work.db
    .select({ activityId: taskRecipients.activityId, organisation: place })
    .from(taskRecipients)
    .innerJoin(organisations, eq(organisations.id, taskRecipients.organisationId))
    .where(inArray(taskRecipients.activityId, asked))
  return rows.flatMap(({ activityId, organisation }) =>
    entries
      .filter(({ subjectId }) => subjectId === activityId)
      .flatMap((entry) => {
        const subject = { kind: 'cell' as const, activityId, organisationId: organisation.id, comment: '' }
        return as(entry, { subject, organisation })
      }),
  )
}

/** Only schools that were sent something new at that moment. */
async function ofRoadMaps(work: Work, entries: readonly Entry[]): Promise<Found[]> {
  const found: Found[] = []
  for (const entry of entries.filter(({ action }) => action === 'road-map.sent')) {
    const rows = await work.db
      .select({ roadMapId: roadMaps.id, organisation: place })
      .from(dispatches)
      .innerJoin(roadMaps, eq(roadMaps.id, dispatches.roadMapId))
      .innerJoin(organisations, eq(organisations.id, dispatches.organisationId))
      .where(and(eq(roadMaps.id, entry.subjectId as RoadMapId), eq(dispatches.sentAt, entry.at))) // its own entry says so
    for (const { roadMapId, organisation } of rows) {
      const subject = { kind: 'road-map' as const, roadMapId, organisationId: organisation.id }
      found.push(...as(entry, { subject, organisation }))
    }
  }
  return found
}

/** Each entry names the cell itself. */
async function ofReminders(work: Work, entries: readonly Entry[]): Promise<Found[]> {
  const reminders = entries.filter(({ action }) => action === 'reminder.sent')
  const ids = reminders.flatMap(({ organisationId }) => organisationId ?? [])
  if (ids.length === 0) return []
  const rows = await work.db.select(place).from(organisations).where(inArray(organisations.id, ids))
  const known = new Map(rows.map((row) => [row.id, row]))
  return reminders.flatMap((entry): Found[] => {
    const organisation = entry.organisationId && known.get(entry.organisationId)
    if (!organisation) return []
    const activityId = entry.subjectId as ActivityId // the reminder wrote the activity's own id there
    const subject = { kind: 'cell' as const, activityId, organisationId: organisation.id, comment: '' }
    return as(entry, { subject, organisation })
  })
}

async function pathsOf(work: Work, ids: OrganisationId[]): Promise<Map<OrganisationId, string>> {
  const rows = await work.db
    .select({ id: organisations.id, path: organisations.path })
    .from(organisations)
    .where(inArray(organisations.id, [...new Set(ids)]))
  return new Map(rows.map(({ id, path }) => [id, path]))
}
