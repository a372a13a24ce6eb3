import { jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { dayColumn, idColumn, momentColumn, rowVersionColumn } from '../../server/columns.ts'
import { declareVisibility } from '../../server/visibility.ts'
import { ownSubtree } from '../organisations/visibility.ts'
import type { RowChange } from '../road-maps/row-difference.ts'
import type { BasisKind, CorrectionStatus, MapRow } from './correction.ts'

/** A correction of a road map on its way to the next revision: its reason, its basis, and afterwards its order. */
export const corrections = pgTable('correction', {
  id: idColumn<'correction'>('id').primaryKey(),
  roadMapId: idColumn<'roadMap'>('road_map_id').notNull(),
  ownerId: idColumn<'organisation'>('owner_id').notNull(),
  status: text('status').$type<CorrectionStatus>().notNull(),
  reason: text('reason').notNull(),
  basisKind: text('basis_kind').$type<BasisKind>().notNull(),
  /** The basis in words: which interview, which letter, of which day. */
  basis: text('basis').notNull().default(''),
  /** What the map is to be called; null: as it is. */
  newTitle: text('new_title'),
  orderNumber: text('order_number'),
  orderDate: dayColumn('order_date'),
  /** The amending order that put it in force. */
  orderId: idColumn<'document'>('order_id'),
  /** The revision that it became. */
  revisionId: idColumn<'revision'>('revision_id'),
  startedBy: idColumn<'person'>('started_by'),
  startedAt: momentColumn('started_at').notNull(),
  decidedBy: idColumn<'person'>('decided_by'),
  decidedAt: momentColumn('decided_at'),
  rowVersion: rowVersionColumn(),
})

/** What it does to one row. A row without one of these stays as it is; its version counts as 1. */
export const correctionRows = pgTable('correction_row', {
  id: idColumn<'correctionRow'>('id').primaryKey(),
  correctionId: idColumn<'correction'>('correction_id').notNull(),
  ownerId: idColumn<'organisation'>('owner_id').notNull(),
  /** Of a row of the map, or made beforehand for an added one. */
  activityId: idColumn<'activity'>('activity_id').notNull(),
  kind: text('kind').$type<RowChange<MapRow>['kind']>().notNull(),
  /** The row as it stood when it was changed first. */
  before: jsonb('before').$type<MapRow>(),
  after: jsonb('after').$type<MapRow>(),
  /** Which row an added one stands below; null: the first of all. */
  above: idColumn<'activity'>('above'),
  changedBy: idColumn<'person'>('changed_by'),
  changedAt: momentColumn('changed_at').notNull(),
  rowVersion: rowVersionColumn(),
})

/** An order about a correction: drafted here, or noted when it approved. Written once. */
export const correctionOrders = pgTable('correction_order', {
  documentId: idColumn<'document'>('document_id').primaryKey(),
  correctionId: idColumn<'correction'>('correction_id').notNull(),
  ownerId: idColumn<'organisation'>('owner_id').notNull(),
  /** A mark of the changes that it was written of. */
  changes: text('changes').notNull(),
  writtenAt: momentColumn('written_at').notNull(),
})

declareVisibility(corrections, ownSubtree(corrections.ownerId))
declareVisibility(correctionRows, ownSubtree(correctionRows.ownerId))
declareVisibility(correctionOrders, ownSubtree(correctionOrders.ownerId))
