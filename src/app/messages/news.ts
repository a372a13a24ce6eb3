import type { auditEntries } from '../../features/audit/tables.ts'
import type { MessageEvent } from '../../features/messages/message.ts'
import { organisations } from '../../features/organisations/tables.ts'
import type { Role } from '../../kernel/actor.ts'
import type { AuditAction } from '../../kernel/audit-action.ts'
import type { ActivityId, Id, OrganisationId, PersonId, RoadMapId } from '../../kernel/id.ts'

/** What the news is about, as the reader is led to it. */
export type Subject =
  | { kind: 'cell'; activityId: ActivityId; organisationId: OrganisationId; comment: string; day?: string }
  | { kind: 'road-map'; roadMapId: RoadMapId; organisationId: OrganisationId }
  | { kind: 'row'; roadMapId: RoadMapId; number: string | null; title: string }
  | { kind: 'school-map'; mapId: Id<'schoolMap'>; comment: string; remarks: number }

/** Whom it concerns: one person, or whoever holds one of these roles at the place or above it. */
export type Readers = { personId: PersonId } | { roles: readonly Role[]; path: string }

/** One thing that is told: of one organisation, however much of it was done at once. */
export type NewsItem = {
  event: MessageEvent
  /** The first of the entries that tell of it: the same news is known by it. */
  entryId: string
  at: Date
  doerId: PersonId | null
  organisation: { id: OrganisationId; path: string; shortName: string }
  to: Readers
  subjects: Subject[]
}

export type Entry = typeof auditEntries.$inferSelect

export type Found = { entry: Entry; event: MessageEvent; subject: Subject } & Pick<NewsItem, 'organisation' | 'to'>

/** Which deeds of a kind are told, and as what. */
export type Told = Partial<Record<AuditAction, MessageEvent>>

export function eventOf(told: Told, { action }: Pick<Entry, 'action'>): MessageEvent | undefined {
  return Object.entries(told).find(([one]) => one === action)?.[1]
}

export function ofSchool({ path }: { path: string }): Readers {
  return { roles: ['school_head', 'school_team'], path }
}

/** Whoever accepts a school's work. */
export function ofAuthority(path: string): Readers {
  return { roles: ['municipal_coordinator', 'curator'], path }
}

export const place = { id: organisations.id, path: organisations.path, shortName: organisations.shortName }

/** What the entries of these actions are about, each once. */
export function subjectsOf<I extends string>(entries: readonly Entry[], beginning: string): I[] {
  const ids = entries.filter(({ action }) => action.startsWith(beginning)).map(({ subjectId }) => subjectId)
  return [...new Set(ids)] as I[] // the feature whose action it is wrote its own id there
}
