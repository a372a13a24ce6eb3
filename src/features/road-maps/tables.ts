import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { Parts } from '../../kernel/part.ts'
import type { Period } from '../../kernel/period.ts'
import type { Audience, HeldBy, ProofKind } from '../../kernel/proof.ts'
import { dayColumn, idColumn, momentColumn, rowVersionColumn } from '../../server/columns.ts'
import { declareVisibility } from '../../server/visibility.ts'
import { ownSubtree } from '../organisations/visibility.ts'
import type { ParseAnswer, ParsedExecutors } from './order.ts'
import type { ImportStatus, RevisionStatus } from './road-map.ts'
import type { Understanding } from './understanding.ts'
import { ofActivity, ofRevision, ofRoadMap, ownRoadMap, sentByOwner } from './visibility.ts'

export const roadMaps = pgTable('road_map', {
  id: idColumn<'roadMap'>('id').primaryKey(),
  programmeId: idColumn<'programme'>('programme_id').notNull(),
  ownerId: idColumn<'organisation'>('owner_id').notNull(),
  title: text('title').notNull(),
  createdAt: momentColumn('created_at').notNull(),
  rowVersion: rowVersionColumn(),
})

/** One state of a road map. An approved one is never changed: a correction is a new one. */
export const roadMapRevisions = pgTable('road_map_revision', {
  id: idColumn<'revision'>('id').primaryKey(),
  roadMapId: idColumn<'roadMap'>('road_map_id').notNull(),
  number: integer('number').notNull(),
  status: text('status').$type<RevisionStatus>().notNull(),
  /** Why it replaces the one before; empty for the first. */
  reason: text('reason').notNull().default(''),
  /** What the map was called before, where this revision named it anew. */
  titleBefore: text('title_before'),
  orderNumber: text('order_number'),
  orderDate: dayColumn('order_date'),
  documentId: idColumn<'document'>('document_id'),
  importId: idColumn<'orderImport'>('import_id'),
  createdAt: momentColumn('created_at').notNull(),
  approvedAt: momentColumn('approved_at'),
  approvedBy: idColumn<'person'>('approved_by'),
})

/** What facts hang on. Tasks outside every road map have one too, with `roadMapId` null. */
export const activities = pgTable('activity', {
  id: idColumn<'activity'>('id').primaryKey(),
  ownerId: idColumn<'organisation'>('owner_id').notNull(),
  roadMapId: idColumn<'roadMap'>('road_map_id'),
  createdAt: momentColumn('created_at').notNull(),
})

/** A row of one revision: the signed words beside what we understood of them. */
export const activityRevisions = pgTable('activity_revision', {
  id: idColumn<'activityRevision'>('id').primaryKey(),
  revisionId: idColumn<'revision'>('revision_id').notNull(),
  activityId: idColumn<'activity'>('activity_id').notNull(),
  position: integer('position').notNull(),
  sectionNumber: text('section_number'),
  sectionTitle: text('section_title'),
  audience: text('audience').$type<Audience>().notNull(),
  number: text('number'),
  title: text('title').notNull(),
  /** Its `text` is the order's own; the rest is our understanding. */
  period: jsonb('period').$type<Period>(),
  /** The words by which the coordinator had the period understood («понимать как…»). */
  periodReading: text('period_reading'),
  executors: jsonb('executors').$type<ParsedExecutors>(),
  expectedResult: text('expected_result'),
  targetGroups: text('target_groups').array().notNull(),
  heldBy: text('held_by').$type<HeldBy>().notNull(),
  proof: text('proof').array().$type<ProofKind[]>().notNull(),
  parts: jsonb('parts').$type<Parts>().notNull(),
})

/** A paper on its way to becoming a road map: what was read, what was changed in our understanding, what was decided. */
export const orderImports = pgTable('order_import', {
  id: idColumn<'orderImport'>('id').primaryKey(),
  authorityId: idColumn<'organisation'>('authority_id').notNull(),
  /** Null while nobody has said which project it belongs to: then it makes a new one. */
  roadMapId: idColumn<'roadMap'>('road_map_id'),
  /** Null where the map starts from the built-in template. */
  fileId: idColumn<'file'>('file_id'),
  /** The signed paper beside it, or, where the rows are typed, instead of it. */
  scanId: idColumn<'scan'>('scan_id'),
  /** The road map of an earlier year that it carries on; at most one for each year. */
  rolledFrom: idColumn<'roadMap'>('rolled_from'),
  name: text('name').notNull(),
  contextYear: integer('context_year'),
  status: text('status').$type<ImportStatus>().notNull(),
  /** As read from the paper, never changed. */
  answer: jsonb('answer').$type<ParseAnswer>(),
  understanding: jsonb('understanding').$type<Understanding>(),
  startedBy: idColumn<'person'>('started_by'),
  createdAt: momentColumn('created_at').notNull(),
  rowVersion: rowVersionColumn(),
})

/** «Направить школам»: from then on the organisation sees its own plan. */
export const dispatches = pgTable(
  'dispatch',
  {
    roadMapId: idColumn<'roadMap'>('road_map_id').notNull(),
    organisationId: idColumn<'organisation'>('organisation_id').notNull(),
    /** The revision that was in force when it was sent last. */
    revision: integer('revision').notNull(),
    sentAt: momentColumn('sent_at').notNull(),
    sentBy: idColumn<'person'>('sent_by'),
    /** «Ознакомлен»: when, and who said so. */
    acknowledgedAt: momentColumn('acknowledged_at'),
    acknowledgedBy: idColumn<'person'>('acknowledged_by'),
  },
  (table) => [primaryKey({ columns: [table.roadMapId, table.organisationId] })],
)

// Schools that take part see nothing until it is sent to them.
declareVisibility(roadMaps, ownRoadMap(roadMaps))
declareVisibility(roadMapRevisions, ofRoadMap(roadMapRevisions.roadMapId))
declareVisibility(activities, ofActivity(activities))
declareVisibility(activityRevisions, ofRevision(activityRevisions.revisionId))
declareVisibility(orderImports, ownSubtree(orderImports.authorityId))
declareVisibility(dispatches, sentByOwner(dispatches))
