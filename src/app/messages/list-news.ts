import { and, eq, inArray } from 'drizzle-orm'
import { submissions, taskRecipients } from '../../features/assignments/tables.ts'
import { auditEntries } from '../../features/audit/tables.ts'
import type { MessageEvent } from '../../features/messages/message.ts'
import { organisations } from '../../features/organisations/tables.ts'
import { activities, dispatches, roadMaps } from '../../features/road-maps/tables.ts'
import type { AuditAction } from '../../kernel/audit-action.ts'
import type { ActivityId, OrganisationId, PersonId, RoadMapId } from '../../kernel/id.ts'
import { onceFor } from '../../kernel/once-for.ts'
import type { Work } from '../../server/work.ts'

/** Which deeds are told to others, and as what. */
const told: Partial<Record<AuditAction, MessageEvent>> = {
  'road-map.sent': 'plan-sent',
  'task.given': 'task-given',
  'submission.made': 'submitted',
  'submission.returned': 'returned',
  'submission.accepted': 'accepted',
  'reminder.sent': 'reminded',
}

/** What the news is about, as the reader is led to it. */
export type Subject =
  | { kind: 'cell'; activityId: ActivityId; organisationId: OrganisationId; comment: string }
  | { kind: 'road-map'; roadMapId: RoadMapId; organisationId: OrganisationId; comment: '' }

/** One thing that is told: of one organisation, however much of it was done at once. */
export type NewsItem = {
  event: MessageEvent
  /** The first of the entries that tell of it: the same news is known by it. */
  entryId: string
  at: Date
  doerId: PersonId | null
  organisation: { id: OrganisationId; path: string; shortName: string }
  /** The path of whose activity it is. */
  ownerPath: string
  subjects: Subject[]
}

export function isNews(action: AuditAction): boolean {
  return told[action] !== undefined
}

/** What these entries of the audit tell, grouped by organisation. */
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
  ]
  const groups = new Map<string, NewsItem>()
  for (const { entry, subject, organisation, ownerPath } of found) {
    const event = Object.entries(told).find(([action]) => action === entry.action)?.[1]
    if (!event) continue
    const item = onceFor(groups, `${event}/${organisation.id}`, (): NewsItem => {
      const { id: entryId, at, personId: doerId } = entry
      return { event, entryId, at, doerId, organisation, ownerPath, subjects: [] }
    })
    item.subjects.push(subject)
  }
  return [...groups.values()]
}

type Entry = typeof auditEntries.$inferSelect
type Found = { entry: Entry; subject: Subject } & Pick<NewsItem, 'organisation' | 'ownerPath'>

const place = { id: organisations.id, path: organisations.path, shortName: organisations.shortName }

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
      .map((entry): Found => {
        const subject = { kind: 'cell' as const, activityId, organisationId, comment: comment ?? '' }
        return { entry, subject, organisation, ownerPath: owners.get(ownerId) ?? '' }
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
      .map((entry): Found => {
        const subject = { kind: 'cell' as const, activityId, organisationId: organisation.id, comment: '' }
        return { entry, subject, organisation, ownerPath: '' }
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
      const subject = { kind: 'road-map' as const, roadMapId, organisationId: organisation.id, comment: '' as const }
      found.push({ entry, subject, organisation, ownerPath: '' })
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
    return [{ entry, subject, organisation, ownerPath: '' }]
  })
}

async function pathsOf(work: Work, ids: OrganisationId[]): Promise<Map<OrganisationId, string>> {
  const rows = await work.db
    .select({ id: organisations.id, path: organisations.path })
    .from(organisations)
    .where(inArray(organisations.id, [...new Set(ids)]))
  return new Map(rows.map(({ id, path }) => [id, path]))
}

function subjectsOf<I extends string>(entries: readonly Entry[], beginning: string): I[] {
  const ids = entries.filter(({ action }) => action.startsWith(beginning)).map(({ subjectId }) => subjectId)
  return [...new Set(ids)] as I[] // the feature whose action it is wrote its own id there
}
