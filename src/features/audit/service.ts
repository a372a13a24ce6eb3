import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { realPersonOf } from '../../kernel/actor.ts'
import type { AuditAction } from '../../kernel/audit-action.ts'
import type { OrganisationId, PersonId } from '../../kernel/id.ts'
import { newId } from '../../kernel/id.ts'
import { onceFor } from '../../kernel/once-for.ts'
import type { Db } from '../../server/database.ts'
import { actForHouse } from '../../server/scope.ts'
import type { Work } from '../../server/work.ts'
import { auditEntries, auditValues, personReads } from './tables.ts'

export type Trace = {
  /** What happened, in the past tense: `road-map.approved`. Its sentence stands in the feature's `deed-words.ts`. */
  action: AuditAction
  subjectId: string
  organisationId?: OrganisationId | null
  before?: unknown
  after?: unknown
  /** «И. о.»: the absent person in whose place it was done; stands beside what became. */
  insteadOf?: PersonId | null
}

export type EntryId = typeof auditEntries.$inferSelect.id
type ValueRow = typeof auditValues.$inferInsert

/** Leaves the trace of a change in the change's own transaction. */
export function record(work: Work, trace: Trace): Promise<void> {
  return recordAll(work, [trace])
}

/** The same for changes that were made together: an entry for each, in one statement, and one for their values. */
export async function recordAll(work: Work, traces: readonly Trace[]): Promise<void> {
  if (traces.length === 0) return
  for (const { organisationId } of traces) if (organisationId) work.recorded.organisationIds.add(organisationId)
  const rows = traces.map((trace) => ({ id: newId<'auditEntry'>(), trace }))
  work.recorded.entries.push(...rows.map(({ id, trace }) => ({ id, action: trace.action })))
  const values = rows.flatMap(({ id, trace }) => valueRowOf(id, withAbsent(trace), randomUUID()) ?? [])
  const hashes = new Map(values.map((value) => [value.entryId, hashOfValue(value)]))
  await work.db.insert(auditEntries).values(
    rows.map(({ id, trace }) => ({
      id,
      at: work.now,
      actorKind: work.actor.kind,
      personId: realPersonOf(work.actor),
      requestId: work.requestId,
      action: trace.action,
      subjectId: trace.subjectId,
      organisationId: trace.organisationId ?? null,
      valueHash: hashes.get(id) ?? null,
    })),
  )
  if (values.length > 0) await work.db.insert(auditValues).values(values)
}

function withAbsent({ before, after, insteadOf = null }: Trace): Pick<Trace, 'before' | 'after'> {
  return insteadOf === null ? { before, after } : { before, after: { ...Object(after), insteadOf } }
}

/** What was before and after as it is stored beside the entry; null where the trace names neither. */
export function valueRowOf(entryId: EntryId, { before, after }: Pick<Trace, 'before' | 'after'>, salt: string) {
  if ((before ?? null) === null && (after ?? null) === null) return null
  const textOf = (value: unknown) => ((value ?? null) === null ? null : JSON.stringify(value))
  return { entryId, before: textOf(before), after: textOf(after), salt }
}

/** What the entry keeps of its values: nobody who has only this can guess a name. */
export function hashOfValue({ salt, before, after }: Pick<ValueRow, 'salt' | 'before' | 'after'>): string {
  return createHash('sha256')
    .update(`${salt}\n${before ?? ''}\n${after ?? ''}`)
    .digest('hex')
}

/** Leaves the trace of a read of people's cards. */
export async function recordRead(work: Work, route: string, subjectId: string): Promise<void> {
  // The last thing that the request does: the trace stands under another name than the one it was read with.
  if (work.actor.kind === 'person' && work.actor.seenBy) await actForHouse(work.db)
  await onceFor(traces, work.db, () => preparedTrace(work.db)).execute({
    id: newId(),
    at: work.now.toISOString(),
    readerId: realPersonOf(work.actor),
    readerKind: work.actor.kind,
    route,
    subjectId,
    requestId: work.requestId,
  })
}

/** Written once for each connection, as what is read is: a list of people leaves one at every look. */
const traces = new WeakMap<Db, ReturnType<typeof preparedTrace>>()

function preparedTrace(db: Db) {
  const { placeholder } = sql
  return db
    .insert(personReads)
    .values({
      id: placeholder('id'),
      at: sql`${placeholder('at')}::timestamptz`,
      readerId: placeholder('readerId'),
      readerKind: placeholder('readerKind'),
      route: placeholder('route'),
      subjectId: placeholder('subjectId'),
      requestId: placeholder('requestId'),
    })
    .prepare('person-read')
}
