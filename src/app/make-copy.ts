import { join } from 'node:path'
import type { BackupFaultKind } from '../features/upkeep/backup.ts'
import { backupFaultKinds } from '../features/upkeep/backup.ts'
import { MAKE_BACKUP } from '../features/upkeep/jobs.ts'
import { beginRun, finishRun, noteProgress, type RunId } from '../features/upkeep/runs.service.ts'
import type { Actor } from '../kernel/actor.ts'
import { backupNameOf } from '../server/backup/backup-name.ts'
import { openCopiesFolder, pruneCopies } from '../server/backup/copies-folder.ts'
import { BackupFault, faultOf } from '../server/backup/fault.ts'
import { type Installation, makeBackup } from '../server/backup/make-backup.ts'
import { copiesToKeep } from '../server/backup/retention.ts'
import { verifyArchive } from '../server/backup/verify-archive.ts'
import type { Perform } from './perform.ts'

type Ground = { perform: Perform; installation: Installation; now(): Date }

const NOTED_EVERY_MS = 2_000
const actor: Actor = { kind: 'job', name: MAKE_BACKUP }

/**
 * Makes the copy of a try, reads it through, and only then lets old ones go. What went wrong is kept with the try;
 * the next one comes at its own time.
 */
export async function makeCopy({ perform, installation, now }: Ground, runId: RunId): Promise<void> {
  const begun = await perform(actor, (work) => beginRun(work, runId))
  if (!begun) return
  let written = 0
  const noting = setInterval(() => {
    // the next note, or the end, says the same and more
    perform(actor, (work) => noteProgress(work, runId, written)).catch(() => undefined)
  }, NOTED_EVERY_MS)
  try {
    const made = await writeChecked(installation, begun.folder, {
      madeAt: now(),
      onProgress: (bytes) => {
        written = bytes
      },
    })
    await pruneCopies(begun.folder, copiesToKeep, now())
    await perform(actor, (work) => finishRun(work, runId, { status: 'done', ...made }))
  } catch (error) {
    const { fault, faultDetail } = toldOf(error)
    await perform(actor, (work) => finishRun(work, runId, { status: 'failed', fault, faultDetail }))
  } finally {
    clearInterval(noting)
  }
}

type Making = { madeAt: Date; onProgress(bytes: number): void }

async function writeChecked(installation: Installation, folder: string, { madeAt, onProgress }: Making) {
  const name = backupNameOf(madeAt)
  const path = join(folder, name)
  await openCopiesFolder(folder)
  const { bytes, manifest } = await makeBackup(installation, { path, madeAt, onProgress })
  const { problems } = await verifyArchive(path)
  if (problems.length > 0) throw new BackupFault('damaged', problems.join('; '))
  return { name, bytes, missingFiles: manifest.missingFiles.length }
}

function toldOf(error: unknown): { fault: BackupFaultKind; faultDetail: string } {
  const { code, message, cause } = faultOf(error)
  const faultDetail = cause instanceof Error ? cause.message : message // the screen has advice of its own
  return { fault: backupFaultKinds.find((kind) => kind === code) ?? 'broken', faultDetail }
}
