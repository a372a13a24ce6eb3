import { type SQL, sql } from 'drizzle-orm'
import { integer, pgTable } from 'drizzle-orm/pg-core'
import { idColumn, momentColumn, rowVersionColumn } from '../../server/columns.ts'
import type { Scope } from '../../server/scope.ts'
import { declareVisibility } from '../../server/visibility.ts'
import { handedTo } from '../files/tables.ts'
import { ownSubtree, subtreeOf } from '../organisations/visibility.ts'

/** The signed original of an order: what was scanned or photographed. */
export const scans = pgTable('scan', {
  id: idColumn<'scan'>('id').primaryKey(),
  organisationId: idColumn<'organisation'>('organisation_id').notNull(),
  /** The edition in force; the former ones stay to be read. */
  edition: integer('edition').notNull(),
  createdAt: momentColumn('created_at').notNull(),
  rowVersion: rowVersionColumn(),
})

/** One file of one edition: a photograph of a sheet, or a .pdf of all of them. Written once. */
export const scanPages = pgTable('scan_page', {
  id: idColumn<'scanPage'>('id').primaryKey(),
  scanId: idColumn<'scan'>('scan_id').notNull(),
  edition: integer('edition').notNull(),
  position: integer('position').notNull(),
  fileId: idColumn<'file'>('file_id').notNull(),
  addedBy: idColumn<'person'>('added_by'),
  addedAt: momentColumn('added_at').notNull(),
})

const own = ownSubtree(scans.organisationId)

function ownScans(scope: Scope): SQL {
  return scope.ids('scans_owned', sql`select c.id from scan c where c.organisation_id in ${subtreeOf(scope)}`)
}

function scansHanded(scope: Scope): SQL {
  return scope.ids('scans_handed', sql`select p.scan_id from scan_page p where p.file_id in ${handedTo(scope)}`)
}

// Whoever was handed a page sees that page; the rest of the scan only its owner.
declareVisibility(scans, {
  kind: 'participants of this thing',
  where: (scope) => sql`(${own.where(scope)} or ${scans.id} in ${scansHanded(scope)})`,
  writes: own.where,
})
declareVisibility(scanPages, {
  kind: 'participants of this thing',
  where: (scope) => sql`(${scanPages.scanId} in ${ownScans(scope)} or ${scanPages.fileId} in ${handedTo(scope)})`,
  writes: (scope) => sql`${scanPages.scanId} in ${ownScans(scope)}`,
})
