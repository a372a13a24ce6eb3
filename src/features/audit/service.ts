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
export function record(work: Work, trace: Trace): Promise<void> {
  return recordAll(work, [trace])
}

/** The same for changes that were made together: an entry for each, in one statement. */
export async function recordAll(work: Work, traces: readonly Trace[]): Promise<void> {
  if (traces.length === 0) return
  work.recorded.count += traces.length
  await work.db.insert(auditEntries).values(
    traces.map((trace) => ({
      id: newId<'auditEntry'>(),
      at: work.now,
      actorKind: work.actor.kind,
      personId: personIdOf(work.actor),
      requestId: work.requestId,
      action: trace.action,
      subjectId: trace.subjectId,
      organisationId: trace.organisationId ?? null,
      before: trace.before ?? null,
      after: trace.after ?? null,
    })),
  )
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
