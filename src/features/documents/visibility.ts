import { type Column, type SQL, sql } from 'drizzle-orm'
import type { Scope } from '../../server/scope.ts'
import type { Visibility } from '../../server/visibility.ts'
import { subtreeOf } from '../organisations/visibility.ts'

type Columns = Record<'id' | 'organisationId' | 'status' | 'audience', Column>

/** A draft is its own office's alone; what has a number is read above it, and by whom it is addressed to. */
export function issuedToAddressees(table: Columns): Visibility {
  const { id, organisationId, status, audience } = table
  return {
    kind: 'participants of this thing',
    where: (scope) => sql`(
      (${organisationId} in ${subtreeOf(scope)} and (${status} in ('registered', 'signed') or ${organisationId} = any(${scope.above})))
      or (${status} in ('registered', 'signed') and ${audience} = 'everyone' and ${organisationId} = any(${scope.above}))
      or ${id} in ${documentsAddressed(scope)})`,
    writes: (scope) => sql`${organisationId} in ${subtreeOf(scope)}`,
  }
}

/** Rows about a paper: the owner's to write, the addressees' to read. */
export function ofDocument(documentId: Column): Visibility {
  return {
    kind: 'participants of this thing',
    where: (scope) => sql`(${documentId} in ${documentsOwned(scope)} or ${documentId} in ${documentsAddressed(scope)})`,
    writes: (scope) => sql`${documentId} in ${documentsOwned(scope)}`,
  }
}

/** What a paper says of one organisation: read by it and by the paper's owner. */
export function ofAddressee(documentId: Column, organisationId: Column): Visibility {
  return {
    kind: 'participants of this thing',
    where: (scope) => sql`(${documentId} in ${documentsOwned(scope)}
      or (${organisationId} in ${subtreeOf(scope)} and ${documentId} in ${documentsAddressed(scope)}))`,
  }
}

/** Addressed by its owner alone. */
export function addressedByOwner(documentId: Column, organisationId: Column): Visibility {
  return {
    ...ofAddressee(documentId, organisationId),
    writes: (scope) => sql`${documentId} in ${documentsOwned(scope)}`,
  }
}

function documentsOwned(scope: Scope): SQL {
  return scope.ids('documents_owned', sql`select d.id from document d where d.organisation_id in ${subtreeOf(scope)}`)
}

function documentsAddressed(scope: Scope): SQL {
  return scope.ids(
    'documents_addressed',
    sql`select a.document_id from document_addressee a join document d on d.id = a.document_id
      where d.status in ('registered', 'signed') and a.organisation_id in ${subtreeOf(scope)}`,
  )
}
