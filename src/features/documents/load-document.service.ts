import { and, asc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { membershipsOf } from '../../kernel/actor.ts'
import { type Day, dayAt } from '../../kernel/day.ts'
import type { DocumentId, OrganisationId } from '../../kernel/id.ts'
import { Refusal, refuseUnless } from '../../kernel/refusal.ts'
import type { WrittenBlock } from '../../paper/written.ts'
import { inRussianOrder } from '../../server/russian-order.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { people } from '../access/tables.ts'
import { files } from '../files/tables.ts'
import { loadOrganisation } from '../organisations/service.ts'
import { organisations } from '../organisations/tables.ts'
import { asksToBeRead, canBeAcquainted, canKeepDocuments } from './document.ts'
import { listPapers } from './kept-papers.service.ts'
import { documentAcquaintances, documentAddressees, documentSignatures, documents } from './tables.ts'
import { textOf } from './text.ts'
import type { DocumentView } from './view.ts'
import './words.ts'

export type DocumentRow = typeof documents.$inferSelect

/** A paper with its owner; one that the actor may not see is missing. */
export async function loadOwned(work: Work, id: DocumentId) {
  const [found] = await work.db
    .select({ document: documents, owner: organisations, createdBy: people.name })
    .from(documents)
    .innerJoin(organisations, eq(organisations.id, documents.organisationId))
    .leftJoin(people, eq(people.id, documents.createdBy))
    .where(and(eq(documents.id, id), visibleTo(work.actor, documents)))
  refuseUnless(found, 'missing', 'document.missing')
  return found
}

/** The same for whoever changes it: she keeps the papers of this office, and has seen the version in force. */
export async function loadToChange(work: Work, { id, rowVersion }: { id: DocumentId; rowVersion: number }) {
  const found = await loadOwned(work, id)
  refuseUnless(canKeepDocuments(work.actor, found.owner), 'forbidden', 'document.not-yours')
  if (found.document.rowVersion !== rowVersion) throw await changedMeanwhile(work, id)
  return found
}

export async function changedMeanwhile(work: Work, id: DocumentId): Promise<Refusal> {
  return new Refusal('stale', 'document.changed-meanwhile', { current: await loadDocument(work, id) })
}

/** The office in whose name the actor writes; she names it only where she has several. */
export async function loadOffice(work: Work, ownerId: OrganisationId | undefined) {
  const own = membershipsOf(work.actor).filter((one) => canKeepDocuments(work.actor, one))
  const ids = [...new Set(own.map((one) => one.organisationId))]
  const id = ownerId ?? (ids.length === 1 ? ids[0] : undefined)
  refuseUnless(id, 'unprocessable', 'document.no-office')
  const owner = await loadOrganisation(work, id)
  refuseUnless(canKeepDocuments(work.actor, owner), 'forbidden', 'document.not-yours')
  return owner
}

/** No paper is of a day to come, where its office is; the refusal names the field in which the day was written. */
export function refuseAhead(
  work: Work,
  { timeZone }: { timeZone: string },
  named: Record<string, Day | undefined>,
): void {
  const today = dayAt(work.now, timeZone)
  const ahead = Object.entries(named).filter(([, day]) => day !== undefined && day > today)
  const fields = ahead.map(([path]) => ({ path, message: '' }))
  refuseUnless(fields.length === 0, 'unprocessable', 'document.date-in-future', { fields })
}

/** Everything about a paper that the actor may see. */
export async function loadDocument(work: Work, id: DocumentId): Promise<DocumentView> {
  const { document, owner, createdBy } = await loadOwned(work, id)
  const addressees = await listAddressees(work, id)
  const { body, createdAt, ...row } = document
  const asks = asksToBeRead(document.status)
  return {
    ...row,
    createdAt: createdAt.toISOString(),
    organisation: owner.shortName,
    createdBy,
    text: body && textOf(document.title, body),
    annexes: (body?.annexes ?? []).map(({ orientation, title, blocks }) => ({
      orientation,
      title: title ?? headingIn(blocks),
      rows: blocks.reduce((sum, block) => sum + ('headRows' in block ? block.rows.length : 0), 0),
    })),
    papers: await listPapers(work, id),
    signatures: await listSignatures(work, id),
    addressees: addressees.map(({ path: _path, ...shown }) => shown),
    mayKeep: canKeepDocuments(work.actor, owner),
    mayBeAcquaintedFor: addressees
      .filter((one) => asks && canBeAcquainted(work.actor, one))
      .map(({ organisationId }) => organisationId),
  }
}

/** An annex that the records filled says itself what it is, in its own bold line. */
function headingIn(blocks: readonly WrittenBlock[]): string | null {
  const heading = blocks.find((one) => !('headRows' in one) && one.isBold && one.text.trim() !== '')
  return heading && !('headRows' in heading) ? heading.text.replace(/\s+/g, ' ').trim() : null
}

export async function listAddressees(work: Work, documentId: DocumentId) {
  const found = await work.db
    .select({ organisationId: organisations.id, shortName: organisations.shortName, path: organisations.path })
    .from(documentAddressees)
    .innerJoin(organisations, eq(organisations.id, documentAddressees.organisationId))
    .where(and(eq(documentAddressees.documentId, documentId), visibleTo(work.actor, documentAddressees)))
    .orderBy(inRussianOrder(organisations.shortName))
  const recorders = alias(people, 'recorder')
  const marks = await work.db
    .select({ mark: documentAcquaintances, recordedBy: recorders.name })
    .from(documentAcquaintances)
    .leftJoin(recorders, eq(recorders.id, documentAcquaintances.recordedBy))
    .where(and(eq(documentAcquaintances.documentId, documentId), visibleTo(work.actor, documentAcquaintances)))
    .orderBy(asc(documentAcquaintances.acquaintedOn), asc(documentAcquaintances.id))
  return found.map((one) => ({
    ...one,
    acquaintances: marks
      .filter(({ mark }) => mark.organisationId === one.organisationId)
      .map(({ mark: { name, acquaintedOn, onBehalf }, recordedBy }) => ({ name, acquaintedOn, onBehalf, recordedBy })),
  }))
}

async function listSignatures(work: Work, documentId: DocumentId): Promise<DocumentView['signatures']> {
  const found = await work.db
    .select({ signature: documentSignatures, file: files, addedBy: people.name })
    .from(documentSignatures)
    .innerJoin(files, eq(files.id, documentSignatures.fileId))
    .leftJoin(people, eq(people.id, documentSignatures.addedBy))
    .where(and(eq(documentSignatures.documentId, documentId), visibleTo(work.actor, documentSignatures)))
    .orderBy(asc(documentSignatures.addedAt), asc(documentSignatures.id))
  return found.map(({ signature, file: { id, name, type, size, sha256 }, addedBy }) => ({
    ...signature,
    addedAt: signature.addedAt.toISOString(),
    addedBy,
    file: { id, name, type, size, sha256 },
  }))
}
