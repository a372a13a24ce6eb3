import { bigint, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { idColumn, momentColumn, rowVersionColumn } from '../../server/columns.ts'
import { declareVisibility } from '../../server/visibility.ts'
import { ownSubtree } from '../organisations/visibility.ts'
import type { BackupFaultKind, BackupStatus } from './backup.ts'

/** One row: where copies go and at what local time. It belongs to the organisation above everything that is in a copy. */
export const backupSettings = pgTable('backup_setting', {
  id: idColumn<'backupSetting'>('id').primaryKey(),
  organisationId: idColumn<'organisation'>('organisation_id').notNull(),
  /** Null: `backups/` in the data folder. */
  folder: text('folder'),
  atTime: text('at_time').notNull().default('03:30'),
  createdAt: momentColumn('created_at').notNull(),
  rowVersion: rowVersionColumn(),
})

/** A try to make a copy; a killed one is `interrupted` once nobody has been seen at it for a while. */
export const backupRuns = pgTable('backup_run', {
  id: idColumn<'backupRun'>('id').primaryKey(),
  organisationId: idColumn<'organisation'>('organisation_id').notNull(),
  kind: text('kind').$type<'scheduled' | 'by-hand'>().notNull(),
  status: text('status').$type<BackupStatus>().notNull(),
  askedAt: momentColumn('asked_at').notNull(),
  askedBy: idColumn<'person'>('asked_by'),
  seenAt: momentColumn('seen_at').notNull(),
  finishedAt: momentColumn('finished_at'),
  writtenBytes: bigint('written_bytes', { mode: 'number' }).notNull().default(0),
  folder: text('folder'),
  name: text('name'),
  bytes: bigint('bytes', { mode: 'number' }),
  missingFiles: integer('missing_files').notNull().default(0),
  fault: text('fault').$type<BackupFaultKind>(),
  /** What the system said, for whoever looks after the computer. */
  faultDetail: text('fault_detail'),
})

declareVisibility(backupSettings, ownSubtree(backupSettings.organisationId))
declareVisibility(backupRuns, ownSubtree(backupRuns.organisationId))
