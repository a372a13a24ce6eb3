import { personIdOf } from '../../kernel/actor.ts'
import type { OrganisationId } from '../../kernel/id.ts'
import { newId } from '../../kernel/id.ts'
import type { Work } from '../../server/work.ts'
import { auditEntries, personReads } from './tables.ts'

export type Trace = {
  /** What happened, in the past tense: `road-map.approved`. */
  action: string
  subjectId: string
  organisationId?: OrganisationId | null
  before?: unknown
  after?: unknown
}

/** Leaves the trace of a change in the change's own transaction. */
export async function record(work: Work, trace: Trace): Promise<void> {
  work.recorded.count++
  await work.db.insert(auditEntries).values({
    id: newId(),
    at: work.now,
    actorKind: work.actor.kind,
    personId: personIdOf(work.actor),
    requestId: work.requestId,
    action: trace.action,
    subjectId: trace.subjectId,
    organisationId: trace.organisationId ?? null,
    before: trace.before ?? null,
    after: trace.after ?? null,
  })
}

/** Leaves the trace of a read of people's cards. */
export async function recordRead(work: Work, route: string, subjectId: string): Promise<void> {
  await work.db.insert(personReads).values({
    id: newId(),
    at: work.now,
    readerId: personIdOf(work.actor),
    readerKind: work.actor.kind,
    route,
    subjectId,
    requestId: work.requestId,
  })
}
