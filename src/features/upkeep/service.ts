import { stat } from 'node:fs/promises'
import { isAbsolute, join, normalize } from 'node:path'
import { and, eq } from 'drizzle-orm'
import { done } from '../../kernel/contract.ts'
import { Refusal, refuseUnless } from '../../kernel/refusal.ts'
import { listCopies, openCopiesFolder } from '../../server/backup/copies-folder.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Service, Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { canKeepBackups, nextMomentOf, warningOf } from './backup.ts'
import type { BackupsView, upkeepContract } from './contract.ts'
import { findKeeping, type Keeping, listRuns, ownBackupsFolder } from './keeping.service.ts'
import { askForBackup } from './runs.service.ts'
import { backupSettings } from './tables.ts'
import './words.ts'

export const upkeepService: Service<typeof upkeepContract> = {
  async loadBackups(work) {
    return viewOf(work, await loadKeeping(work))
  },

  async loadBackupWarning(work) {
    const keeping = await findKeeping(work)
    if (!keeping || !canKeepBackups(work.actor, keeping)) return { warning: 'none', goodAt: null }
    const { warning, good } = await viewOf(work, keeping)
    return { warning, goodAt: good?.madeAt ?? null }
  },

  async startBackup(work) {
    const id = await askForBackup(work, await loadKeeping(work), 'by-hand')
    refuseUnless(id, 'conflict', 'upkeep.under-way')
    return { id }
  },

  async changeBackupSettings(work, { rowVersion, folder, atTime }) {
    const before = await loadKeeping(work)
    const wanted = { folder: folder ? normalize(folder) : null, atTime }
    if (before.rowVersion !== rowVersion) throw changedMeanwhile(before)
    if (wanted.folder !== null) await refuseClosed(wanted.folder)
    const [after] = await work.db
      .update(backupSettings)
      .set({ ...wanted, rowVersion: rowVersion + 1 })
      .where(
        and(
          eq(backupSettings.id, before.id),
          eq(backupSettings.rowVersion, rowVersion),
          visibleTo(work.actor, backupSettings),
        ),
      )
      .returning()
    if (!after) throw changedMeanwhile(await loadKeeping(work))
    const { organisationId } = after
    await record(work, { action: 'backup.settings-changed', subjectId: before.id, organisationId, before, after })
    return done
  },

  async downloadBackup(work, { name }) {
    const keeping = await loadKeeping(work)
    const path = join(keeping.folder ?? ownBackupsFolder(work.store), name)
    const found = await stat(path).catch(() => null)
    refuseUnless(found, 'missing', 'upkeep.missing')
    return { name, type: 'application/gzip', path, size: found.size, disposition: 'attachment' }
  },
}

async function loadKeeping(work: Work): Promise<Keeping> {
  const keeping = await findKeeping(work)
  refuseUnless(keeping && canKeepBackups(work.actor, keeping), 'forbidden', 'upkeep.not-yours')
  return keeping
}

async function viewOf(work: Work, keeping: Keeping): Promise<BackupsView> {
  const folder = keeping.folder ?? ownBackupsFolder(work.store)
  const [runs, copies] = await Promise.all([listRuns(work, keeping.organisationId), listCopies(folder)])
  const present = new Set(copies.map(({ name }) => name))
  const made = runs.find(({ status, name }) => status === 'done' && name !== null && present.has(name))
  const copy = copies.find(({ name }) => name === made?.name)
  const last = runs.find(({ status }) => status === 'done' || status === 'failed')
  const running = runs.find(({ status }) => status === 'waiting' || status === 'running')
  const lastFailed = last?.status === 'failed'
  return {
    settings: { folder: keeping.folder, atTime: keeping.atTime, rowVersion: keeping.rowVersion },
    timeZone: keeping.timeZone,
    folder,
    nextAt: nextMomentOf(keeping.atTime, keeping.timeZone, work.now).toISOString(),
    warning: warningOf(work.now, { goodAt: copy?.madeAt ?? null, lastFailed, since: keeping.createdAt }),
    good:
      copy && made
        ? {
            ...onWire(copy),
            checkedAt: (made.finishedAt ?? made.askedAt).toISOString(),
            missingFiles: made.missingFiles,
          }
        : null,
    failed: lastFailed
      ? {
          at: (last.finishedAt ?? last.askedAt).toISOString(),
          fault: last.fault ?? 'broken',
          detail: last.faultDetail ?? '',
        }
      : null,
    underWay: running ? { since: running.askedAt.toISOString(), writtenBytes: running.writtenBytes } : null,
    copies: copies.map(onWire),
  }
}

function onWire({ name, madeAt, bytes }: { name: string; madeAt: Date; bytes: number }) {
  return { name, madeAt: madeAt.toISOString(), bytes }
}

async function refuseClosed(folder: string): Promise<void> {
  refuseUnless(isAbsolute(folder), 'unprocessable', 'upkeep.folder-relative')
  const isOpen = await openCopiesFolder(folder).then(
    () => true,
    () => false,
  )
  refuseUnless(isOpen, 'unprocessable', 'upkeep.folder-closed')
}

function changedMeanwhile({ folder, atTime, rowVersion }: Keeping): Refusal {
  return new Refusal('stale', 'upkeep.changed-meanwhile', { current: { folder, atTime, rowVersion } })
}
