import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { idColumn, momentColumn, rowVersionColumn } from '../../server/columns.ts'
import { declareVisibility } from '../../server/visibility.ts'
import { ownSubtree, sharedDown } from '../organisations/visibility.ts'
import type { TemplateContent, TemplateKind } from './template.ts'

/** «Шаблон»: a plan of an organisation without its year, kept for the years after and for everybody below. */
export const templates = pgTable('template', {
  id: idColumn<'template'>('id').primaryKey(),
  ownerId: idColumn<'organisation'>('owner_id').notNull(),
  kind: text('kind').$type<TemplateKind>().notNull(),
  title: text('title').notNull(),
  content: jsonb('content').$type<TemplateContent>().notNull(),
  /** Grows when another content takes the place of this one. */
  revision: integer('revision').notNull().default(1),
  createdAt: momentColumn('created_at').notNull(),
  createdBy: idColumn<'person'>('created_by'),
  removedAt: momentColumn('removed_at'),
  rowVersion: rowVersionColumn(),
})

/** What a template was before another content took its place. */
export const templateRevisions = pgTable(
  'template_revision',
  {
    templateId: idColumn<'template'>('template_id').notNull(),
    number: integer('number').notNull(),
    ownerId: idColumn<'organisation'>('owner_id').notNull(),
    content: jsonb('content').$type<TemplateContent>().notNull(),
    replacedAt: momentColumn('replaced_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.templateId, table.number] })],
)

/** With which template an import was begun, and up to which state of it the plan has been held against it. */
export const templateUses = pgTable('template_use', {
  id: idColumn<'templateUse'>('id').primaryKey(),
  ownerId: idColumn<'organisation'>('owner_id').notNull(),
  importId: idColumn<'orderImport'>('import_id').notNull(),
  /** The id of an organisation's own template, or the name of one that comes with Opora. */
  templateKey: text('template_key').notNull(),
  revision: integer('revision').notNull(),
  usedAt: momentColumn('used_at').notNull(),
  usedBy: idColumn<'person'>('used_by'),
  rowVersion: rowVersionColumn(),
})

declareVisibility(templates, sharedDown(templates.ownerId))
declareVisibility(templateRevisions, sharedDown(templateRevisions.ownerId))
declareVisibility(templateUses, ownSubtree(templateUses.ownerId))
