import { boolean, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import type { OnBehalf } from '../../kernel/on-behalf.ts'
import type { Period } from '../../kernel/period.ts'
import type { ProofKind } from '../../kernel/proof.ts'
import { dayColumn, idColumn, momentColumn, rowVersionColumn } from '../../server/columns.ts'
import { declareVisibility } from '../../server/visibility.ts'
import type { BasisKind } from '../corrections/correction.ts'
import { ownSubtree } from '../organisations/visibility.ts'
import type { ConsentAnswer, MapStatus } from './school-map.ts'
import { ofSchoolMap } from './visibility.ts'

/** «Карта школы»: one for each school of a project. What it inherits from the authority's map is not stored here. */
export const schoolMaps = pgTable('school_map', {
  id: idColumn<'schoolMap'>('id').primaryKey(),
  programmeId: idColumn<'programme'>('programme_id').notNull(),
  schoolId: idColumn<'organisation'>('school_id').notNull(),
  createdAt: momentColumn('created_at').notNull(),
  rowVersion: rowVersionColumn(),
})

/** One state of a map. An approved one is never changed: a correction is a new one, and at most one is open. */
export const schoolMapRevisions = pgTable('school_map_revision', {
  id: idColumn<'schoolMapRevision'>('id').primaryKey(),
  schoolMapId: idColumn<'schoolMap'>('school_map_id').notNull(),
  number: integer('number').notNull(),
  status: text('status').$type<MapStatus>().notNull(),
  /** The revision that it corrects; null for the first. */
  baseId: idColumn<'schoolMapRevision'>('base_id'),
  /** Why it is corrected and by what paper; empty for the first. */
  reason: text('reason').notNull().default(''),
  /** Null for the first, and where it was not asked yet. */
  basisKind: text('basis_kind').$type<BasisKind>(),
  basis: text('basis').notNull().default(''),
  /** How the school told whoever took the last step for it; null where that was the school itself. */
  onBehalf: text('on_behalf').$type<OnBehalf>(),
  createdAt: momentColumn('created_at').notNull(),
  createdBy: idColumn<'person'>('created_by'),
  submittedAt: momentColumn('submitted_at'),
  submittedBy: idColumn<'person'>('submitted_by'),
  /** The last answer of the authority: agreed or returned. */
  decidedAt: momentColumn('decided_at'),
  decidedBy: idColumn<'person'>('decided_by'),
  returnReason: text('return_reason').notNull().default(''),
  orderNumber: text('order_number'),
  orderDate: dayColumn('order_date'),
  approvedAt: momentColumn('approved_at'),
  approvedBy: idColumn<'person'>('approved_by'),
  /** The authority's revision that was in force when the director approved. */
  inheritedId: idColumn<'revision'>('inherited_id'),
  rowVersion: rowVersionColumn(),
})

/** The school's own row in one revision; facts hang on its activity, which outlives them all. */
export const schoolMapRows = pgTable('school_map_row', {
  id: idColumn<'schoolMapRow'>('id').primaryKey(),
  schoolMapId: idColumn<'schoolMap'>('school_map_id').notNull(),
  revisionId: idColumn<'schoolMapRevision'>('revision_id').notNull(),
  activityId: idColumn<'activity'>('activity_id').notNull(),
  position: integer('position').notNull(),
  cause: text('cause').notNull(),
  title: text('title').notNull(),
  indicator: text('indicator').notNull(),
  responsible: text('responsible').notNull(),
  period: jsonb('period').$type<Period>(),
  expectedResult: text('expected_result').notNull(),
  proof: text('proof').array().$type<ProofKind[]>().notNull(),
  supportsActivityId: idColumn<'activity'>('supports_activity_id'),
  onBehalf: text('on_behalf').$type<OnBehalf>(),
  changedAt: momentColumn('changed_at').notNull(),
  changedBy: idColumn<'person'>('changed_by'),
  /** Taken out of this revision; kept in sight until it is approved. */
  removed: boolean('removed').notNull().default(false),
  rowVersion: rowVersionColumn(),
})

/** Words beside a row, or about the map as a whole. */
export const schoolMapComments = pgTable('school_map_comment', {
  id: idColumn<'schoolMapComment'>('id').primaryKey(),
  schoolMapId: idColumn<'schoolMap'>('school_map_id').notNull(),
  revisionId: idColumn<'schoolMapRevision'>('revision_id').notNull(),
  /** Null where it is about the whole map. */
  activityId: idColumn<'activity'>('activity_id'),
  words: text('words').notNull(),
  authorId: idColumn<'person'>('author_id'),
  at: momentColumn('at').notNull(),
  resolvedAt: momentColumn('resolved_at'),
  resolvedBy: idColumn<'person'>('resolved_by'),
  rowVersion: rowVersionColumn(),
})

/** «Нужно согласие школы», answered: once for each row and each newer revision of the authority's map. */
export const schoolMapConsents = pgTable('school_map_consent', {
  id: idColumn<'schoolMapConsent'>('id').primaryKey(),
  schoolMapId: idColumn<'schoolMap'>('school_map_id').notNull(),
  /** The school's own row. */
  activityId: idColumn<'activity'>('activity_id').notNull(),
  inheritedId: idColumn<'revision'>('inherited_id').notNull(),
  answer: text('answer').$type<ConsentAnswer>().notNull(),
  onBehalf: text('on_behalf').$type<OnBehalf>(),
  givenBy: idColumn<'person'>('given_by'),
  givenAt: momentColumn('given_at').notNull(),
})

declareVisibility(schoolMaps, ownSubtree(schoolMaps.schoolId))
declareVisibility(schoolMapRevisions, ofSchoolMap(schoolMapRevisions.schoolMapId))
declareVisibility(schoolMapRows, ofSchoolMap(schoolMapRows.schoolMapId))
declareVisibility(schoolMapComments, ofSchoolMap(schoolMapComments.schoolMapId))
declareVisibility(schoolMapConsents, ofSchoolMap(schoolMapConsents.schoolMapId))
