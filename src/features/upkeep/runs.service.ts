import { and, desc, eq, gt, inArray, lt, lte, or } from 'drizzle-orm'
import { personIdOf } from '../../kernel/actor.ts'
import { type Id, newId } from '../../kernel/id.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { ABANDONED_AFTER_MS, type BackupFaultKind, isDue, lastMomentOf } from './backup.ts'
import { MAKE_BACKUP } from './jobs.ts'
import { findKeeping, type Keeping, ownBackupsFolder } from './keeping.service.ts'
import { backupRuns } from './tables.ts'

export type RunId = Id<'backupRun'>

/** Leaves a job that makes a copy; null where one is under way already. */
export async function askForBackup(
  work: Work,
  { organisationId }: Pick<Keeping, 'organisationId'>,
  kind: 'scheduled' | 'by-hand',
): Promise<RunId | null> {
  await giveUpAbandoned(work)
  const id: RunId = newId()
  const asked = { askedAt: work.now, askedBy: personIdOf(work.actor), seenAt: work.now }
  const added = await work.db
    .insert(backupRuns)
    .values({ id, organisationId, kind, status: 'waiting', ...asked })
    .onConflictDoNothing()
    .returning({ id: backupRuns.id })
  if (added.length === 0) return null
  await record(work, { action: 'backup.asked', subjectId: id, organisationId, after: { kind } })
  await work.enqueue(MAKE_BACKUP, { runId: id })
  return id
}

/**
 * By the house, every minute: asks for the copy of the night, also for one that was missed. One that was asked for in the
 * future, by a clock that ran ahead, does not count: nobody would make a copy until then.
 */
export async function askWhenDue(work: Work, keeping: Keeping): Promise<void> {
  await giveUpAbandoned(work)
  const [last] = await work.db
    .select({ askedAt: backupRuns.askedAt })
    .from(backupRuns)
    .where(
      and(
        inArray(backupRuns.status, ['waiting', 'running', 'done', 'failed']),
        lte(backupRuns.askedAt, work.now),
        visibleTo(work.actor, backupRuns),
      ),
    )
    .orderBy(desc(backupRuns.askedAt))
    .limit(1)
  const planned = lastMomentOf(keeping.atTime, keeping.timeZone, work.now)
  if (isDue(planned, last?.askedAt ?? null)) await askForBackup(work, keeping, 'scheduled')
}

/** Takes the try up and answers where its copy goes; null when it was taken up before. */
export async function beginRun(work: Work, id: RunId): Promise<{ folder: string } | null> {
  const keeping = await findKeeping(work)
  if (!keeping) return null
  const folder = keeping.folder ?? ownBackupsFolder(work.store)
  const begun = await work.db
    .update(backupRuns)
    .set({ status: 'running', seenAt: work.now, folder })
    .where(and(eq(backupRuns.id, id), eq(backupRuns.status, 'waiting')))
    .returning({ id: backupRuns.id })
  return begun.length > 0 ? { folder } : null
}

/** Says that somebody is at it, and how far. */
export async function noteProgress(work: Work, id: RunId, writtenBytes: number): Promise<void> {
  await work.db
    .update(backupRuns)
    .set({ seenAt: work.now, writtenBytes })
    .where(and(eq(backupRuns.id, id), eq(backupRuns.status, 'running')))
}

export type Finished =
  | { status: 'done'; name: string; bytes: number; missingFiles: number }
  | { status: 'failed'; fault: BackupFaultKind; faultDetail: string }

export async function finishRun(work: Work, id: RunId, finished: Finished): Promise<void> {
  const [run] = await work.db
    .update(backupRuns)
    .set({ ...finished, finishedAt: work.now, seenAt: work.now })
    .where(eq(backupRuns.id, id))
    .returning({ organisationId: backupRuns.organisationId })
  if (!run) return
  const action = finished.status === 'done' ? 'backup.made' : 'backup.failed'
  await record(work, { action, subjectId: id, organisationId: run.organisationId, after: finished })
}

/** Whoever was at it was killed, or the clock has gone back: the way is free for the next try. */
async function giveUpAbandoned(work: Work): Promise<void> {
  const seenWithin = (milliseconds: number) => new Date(work.now.getTime() + milliseconds)
  await work.db
    .update(backupRuns)
    .set({ status: 'interrupted', finishedAt: work.now })
    .where(
      and(
        inArray(backupRuns.status, ['waiting', 'running']),
        or(
          lt(backupRuns.seenAt, seenWithin(-ABANDONED_AFTER_MS)),
          gt(backupRuns.seenAt, seenWithin(ABANDONED_AFTER_MS)),
        ),
      ),
    )
}
