import * as z from 'zod'
import { Done, defineContract, FileAnswer, Moment, RowVersion } from '../../kernel/contract.ts'
import { idOf } from '../../kernel/id.ts'
import { backupFaultKinds } from './backup.ts'

const callers = ['administrator'] as const

const BackupName = z.string().regex(/^opora-\d{8}-\d{6}Z\.tar\.gz$/)

/** Where copies go and when. */
const Settings = z.object({
  /** Null: `backups/` in the data folder. */
  folder: z.string().nullable(),
  atTime: z.string(),
  rowVersion: z.int(),
})

const Copy = z.object({ name: BackupName, madeAt: Moment, bytes: z.int() })

const BackupsView = z.object({
  settings: Settings,
  timeZone: z.string(),
  /** The folder in force. */
  folder: z.string(),
  nextAt: Moment,
  warning: z.enum(['none', 'old', 'failed']),
  /** The last copy that was made, read through, and still lies there. */
  good: Copy.extend({ checkedAt: Moment, missingFiles: z.int() }).nullable(),
  failed: z.object({ at: Moment, fault: z.enum(backupFaultKinds), detail: z.string() }).nullable(),
  underWay: z.object({ since: Moment, writtenBytes: z.int() }).nullable(),
  copies: z.array(Copy),
})

export const upkeepContract = defineContract({
  loadBackups: { method: 'GET', path: '/backups', callers, input: z.object({}), output: BackupsView },
  /** For «Сегодня»: whether copies need care. */
  loadBackupWarning: {
    method: 'GET',
    path: '/backups/warning',
    callers,
    input: z.object({}),
    output: z.object({ warning: BackupsView.shape.warning, goodAt: Moment.nullable() }),
  },
  startBackup: {
    method: 'POST',
    path: '/backups',
    callers,
    input: z.object({}),
    output: z.object({ id: idOf<'backupRun'>() }),
  },
  changeBackupSettings: {
    method: 'PUT',
    path: '/backups/settings',
    callers,
    input: z.object({
      rowVersion: RowVersion,
      folder: z.string().trim().max(500).nullable(),
      atTime: z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/),
    }),
    output: Done,
  },
  /** The whole installation in one file: people are in it, so the read log knows who took it. */
  downloadBackup: {
    method: 'GET',
    path: '/backups/:name/content',
    callers,
    reads: 'person',
    input: z.object({ name: BackupName }),
    output: FileAnswer,
    download: true,
  },
})

export type BackupsView = z.infer<typeof BackupsView>
