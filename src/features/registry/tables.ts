import { jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import type { PersonActor } from '../../kernel/actor.ts'
import { idColumn, momentColumn, rowVersionColumn } from '../../server/columns.ts'
import { declareVisibility } from '../../server/visibility.ts'
import { ownSubtree } from '../organisations/visibility.ts'
import type { RegistryRows } from './columns.ts'
import type { Entry, NamesakeAnswers, RegistryStatus } from './preview.ts'

export type Progress = { done: number; total: number }

/** A table of organisations and people on its way in: what was read, what it would do, what was answered. */
export const registryImports = pgTable('registry_import', {
  id: idColumn<'registryImport'>('id').primaryKey(),
  /** Whose register it is: the highest organisation that the importer keeps. */
  organisationId: idColumn<'organisation'>('organisation_id').notNull(),
  fileId: idColumn<'file'>('file_id').notNull(),
  name: text('name').notNull(),
  status: text('status').$type<RegistryStatus>().notNull(),
  /** Why it could not be read, or why it came back from being applied; empty where all is well. */
  note: text('note').notNull().default(''),
  rows: jsonb('rows').$type<RegistryRows>(),
  preview: jsonb('preview').$type<Entry[]>(),
  answers: jsonb('answers').$type<NamesakeAnswers>().notNull(),
  progress: jsonb('progress').$type<Progress>(),
  /** People whom it made: links to sign in are made for these. */
  made: jsonb('made').$type<string[]>(),
  /** Who asked for it, with the roles of that moment: the job acts as this person. */
  asked: jsonb('asked').$type<PersonActor>().notNull(),
  createdAt: momentColumn('created_at').notNull(),
  rowVersion: rowVersionColumn(),
})

declareVisibility(registryImports, ownSubtree(registryImports.organisationId))
