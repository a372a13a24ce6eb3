import { jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { idColumn, momentColumn, rowVersionColumn } from '../../server/columns.ts'
import { declareVisibility } from '../../server/visibility.ts'
import { sharedDown } from '../organisations/visibility.ts'
import type { TemplateContent, TemplateKind } from './template.ts'

/** «Шаблон»: a plan of an organisation without its year, kept for the years after and for everybody below. */
export const templates = pgTable('template', {
  id: idColumn<'template'>('id').primaryKey(),
  ownerId: idColumn<'organisation'>('owner_id').notNull(),
  kind: text('kind').$type<TemplateKind>().notNull(),
  title: text('title').notNull(),
  content: jsonb('content').$type<TemplateContent>().notNull(),
  createdAt: momentColumn('created_at').notNull(),
  createdBy: idColumn<'person'>('created_by'),
  removedAt: momentColumn('removed_at'),
  rowVersion: rowVersionColumn(),
})

declareVisibility(templates, sharedDown(templates.ownerId))
