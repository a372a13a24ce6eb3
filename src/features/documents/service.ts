import { and, eq, isNull, ne } from 'drizzle-orm'
import { personIdOf } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import { type DocumentId, type FileId, type Id, newId, type OrganisationId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { shareFiles } from '../files/service.ts'
import type { Audience, DocumentKind } from './document.ts'
import { documentAddressees, documents } from './tables.ts'
import './words.ts'

export type NewDocument = {
  organisationId: OrganisationId
  kind: DocumentKind
  number: string | null
  signedOn: Day | null
  title: string
  sender?: string | null
  fileId?: FileId | null
  scanId?: Id<'scan'> | null
  audience?: Audience
  dueOn?: Day | null
  dueTime?: string | null
}

/** Registers a paper of the organisation under the number of its own journal; the caller has checked that the actor may. */
export async function registerDocument(work: Work, wanted: NewDocument): Promise<{ id: DocumentId }> {
  const createdBy = personIdOf(work.actor)
  const document = { ...wanted, id: newId<'document'>(), createdAt: work.now, createdBy }
  await work.db.insert(documents).values(document)
  await record(work, {
    action: 'document.registered',
    subjectId: document.id,
    organisationId: wanted.organisationId,
    after: document,
  })
  return { id: document.id }
}

/** The signed paper of a document that has none yet; false where it has one. The caller has checked that the actor may. */
export async function laySigned(work: Work, id: DocumentId, scanId: Id<'scan'>): Promise<boolean> {
  const [laid] = await work.db
    .update(documents)
    .set({ scanId })
    .where(and(eq(documents.id, id), isNull(documents.scanId)))
    .returning({ organisationId: documents.organisationId })
  if (!laid) return false
  await record(work, { action: 'document.scan-laid', subjectId: id, ...laid, after: { scanId } })
  return true
}

type Handing = { owner: { id: OrganisationId }; recipients: readonly { id: OrganisationId }[] }

/** A letter of the journal goes on to whoever is given a task by it; the caller has checked that the actor may. */
export async function handLetterOn(work: Work, id: DocumentId, { owner, recipients }: Handing): Promise<DocumentId> {
  const [letter] = await work.db
    .select({ fileId: documents.fileId })
    .from(documents)
    .where(
      and(
        eq(documents.id, id),
        eq(documents.organisationId, owner.id),
        eq(documents.kind, 'incoming-letter'),
        ne(documents.status, 'abandoned'),
        visibleTo(work.actor, documents),
      ),
    )
  refuseUnless(letter, 'missing', 'document.missing')
  const organisationIds = recipients.map((one) => one.id)
  await work.db
    .insert(documentAddressees)
    .values(organisationIds.map((organisationId) => ({ documentId: id, organisationId })))
    .onConflictDoNothing()
  const { fileId } = letter
  if (fileId)
    await shareFiles(
      work,
      organisationIds.map((organisationId) => ({ fileId, organisationId })),
    )
  await record(work, {
    action: 'document.addressed',
    subjectId: id,
    organisationId: owner.id,
    after: { organisationIds },
  })
  return id
}
