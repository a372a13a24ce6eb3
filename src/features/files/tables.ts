import { type SQL, sql } from 'drizzle-orm'
import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { idColumn, momentColumn } from '../../server/columns.ts'
import type { Scope } from '../../server/scope.ts'
import { declareVisibility } from '../../server/visibility.ts'
import { ownSubtree, subtreeOf } from '../organisations/visibility.ts'

/** A file that somebody gave; its bytes lie on disk under their hash, once however often they are given. */
export const files = pgTable('file', {
  id: idColumn<'file'>('id').primaryKey(),
  /** Whose file it is: the organisation and everything above it see it. */
  organisationId: idColumn<'organisation'>('organisation_id').notNull(),
  sha256: text('sha256').notNull(),
  size: integer('size').notNull(),
  /** By content, never by the name. */
  type: text('type').notNull(),
  name: text('name').notNull(),
  givenBy: idColumn<'person'>('given_by'),
  givenAt: momentColumn('given_at').notNull(),
})

/** To whom a file was handed: the letter of a task to its recipients, the signed order to the schools it was sent to. */
export const fileShares = pgTable(
  'file_share',
  {
    fileId: idColumn<'file'>('file_id').notNull(),
    organisationId: idColumn<'organisation'>('organisation_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.fileId, table.organisationId] })],
)

/** Nobody hands herself the file of another: it is of her organisations, or she gave it herself. */
function ownFiles(scope: Scope): SQL {
  return scope.ids(
    'files_owned',
    sql`select f.id from file f where f.organisation_id in ${subtreeOf(scope)} or f.given_by = ${scope.personId}`,
  )
}

/** What others handed to the actor's organisations. */
export function handedTo(scope: Scope): SQL {
  return scope.ids(
    'files_handed',
    sql`select s.file_id from file_share s where s.organisation_id in ${subtreeOf(scope)}`,
  )
}

const own = ownSubtree(files.organisationId)

declareVisibility(
  files,
  {
    kind: 'participants of this thing',
    where: (scope) => sql`(${own.where(scope)} or ${files.id} in ${handedTo(scope)})`,
    writes: own.where,
  },
  {
    because: 'the coordinator keeps a file for the institute, which stands beside her',
    reads: (scope) => sql`${files.givenBy} = ${scope.personId}`,
    adds: (scope) => sql`${files.givenBy} = ${scope.personId}`,
  },
)
declareVisibility(fileShares, {
  ...ownSubtree(fileShares.organisationId),
  adds: (scope) =>
    sql`((${fileShares.organisationId} in ${subtreeOf(scope)} or ${fileShares.organisationId} = any(${scope.above}))
      and ${fileShares.fileId} in ${ownFiles(scope)})`,
})
