import { and, eq, inArray } from 'drizzle-orm'
import { personIdOf } from '../../kernel/actor.ts'
import { dayAt } from '../../kernel/day.ts'
import { type DocumentId, newId, type OrganisationId, type ProgrammeId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { organisations } from '../organisations/tables.ts'
import { isWritten, type WrittenKind } from './document.ts'
import { blankBody, type DocumentBody } from './document-body.ts'
import { changedMeanwhile, loadDocument, loadOffice, loadToChange } from './load-document.service.ts'
import { findSignatory } from './signatory.service.ts'
import { documentAddressees, documents } from './tables.ts'
import type { DocumentText, DocumentView } from './view.ts'

/** A paper filled from the records of other features, to be written on by hand. */
export type NewDraft = {
  ownerId: OrganisationId | undefined
  kind: WrittenKind
  heading: string
  body: DocumentBody
  programmeId: ProgrammeId | null
  organisationIds: readonly OrganisationId[]
}

type Versioned = { id: DocumentId; rowVersion: number }

export async function draftDocument(
  work: Work,
  { ownerId, kind, heading }: { ownerId?: OrganisationId | undefined; kind: WrittenKind; heading: string },
): Promise<DocumentView> {
  const owner = await loadOffice(work, ownerId)
  const signatory = kind === 'protocol' ? null : await findSignatory(work, owner.id, dayAt(work.now, owner.timeZone))
  const body = { ...blankBody(kind, owner.fullName), signatory }
  return createDraft(work, { ownerId: owner.id, kind, heading, body, programmeId: null, organisationIds: [] })
}

export async function createDraft(work: Work, { ownerId, heading, ...wanted }: NewDraft): Promise<DocumentView> {
  const owner = await loadOffice(work, ownerId)
  const { kind, body, programmeId, organisationIds } = wanted
  const id = newId<'document'>()
  await work.db.insert(documents).values({
    ...{ id, kind, body, programmeId, title: heading, organisationId: owner.id },
    ...{ status: 'draft', audience: 'addressees', createdAt: work.now, createdBy: personIdOf(work.actor) },
  })
  await address(work, { id, owner, organisationIds })
  const after = { kind, heading, organisationIds }
  await record(work, { action: 'document.drafted', subjectId: id, organisationId: owner.id, after })
  return loadDocument(work, id)
}

type Rewritten = Versioned & { text: DocumentText; organisationIds: OrganisationId[] }

export async function changeDraft(work: Work, { id, rowVersion, text, organisationIds }: Rewritten) {
  const { document, owner } = await loadToChange(work, { id, rowVersion })
  const body = document.body
  refuseUnless(isWritten(document.status) && body, 'conflict', 'document.not-a-draft')
  const { heading, ...words } = text
  const [changed] = await work.db
    .update(documents)
    .set({ title: heading, body: { ...body, ...words }, rowVersion: rowVersion + 1 })
    .where(inState(id, rowVersion))
    .returning({ id: documents.id })
  if (!changed) throw await changedMeanwhile(work, id)
  await work.db.delete(documentAddressees).where(eq(documentAddressees.documentId, id))
  await address(work, { id, owner, organisationIds })
  await record(work, {
    action: 'document.changed',
    subjectId: id,
    organisationId: owner.id,
    before: { heading: document.title, clauses: body.clauses, preamble: body.preamble },
    after: { heading, clauses: text.clauses, preamble: text.preamble, organisationIds },
  })
  return loadDocument(work, id)
}

/** A draft that is not needed: it stays, marked, and is out of the journal. */
export async function abandonDraft(work: Work, { id, rowVersion }: Versioned): Promise<DocumentView> {
  const { document, owner } = await loadToChange(work, { id, rowVersion })
  refuseUnless(isWritten(document.status), 'conflict', 'document.not-a-draft')
  const [changed] = await work.db
    .update(documents)
    .set({ status: 'abandoned', rowVersion: rowVersion + 1 })
    .where(inState(id, rowVersion))
    .returning({ id: documents.id })
  if (!changed) throw await changedMeanwhile(work, id)
  await record(work, { action: 'document.abandoned', subjectId: id, organisationId: owner.id })
  return loadDocument(work, id)
}

/** Guards the write of a draft: two clicks are two transactions. */
export function inState(id: DocumentId, rowVersion: number) {
  return and(eq(documents.id, id), eq(documents.rowVersion, rowVersion), eq(documents.status, 'draft'))
}

type Addressing = { id: DocumentId; owner: { path: string }; organisationIds: readonly OrganisationId[] }

async function address(work: Work, { id, owner, organisationIds }: Addressing): Promise<void> {
  const wanted = [...new Set(organisationIds)]
  if (wanted.length === 0) return
  const found = await work.db
    .select({ id: organisations.id, path: organisations.path })
    .from(organisations)
    .where(and(inArray(organisations.id, wanted), visibleTo(work.actor, organisations)))
  const below = found.filter((one) => one.path.startsWith(owner.path) && one.path !== owner.path)
  refuseUnless(below.length === wanted.length, 'unprocessable', 'document.unknown-addressee')
  await work.db.insert(documentAddressees).values(below.map((one) => ({ documentId: id, organisationId: one.id })))
}
