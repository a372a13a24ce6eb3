import { and, eq } from 'drizzle-orm'
import { personIdOf } from '../../kernel/actor.ts'
import { type Day, dayAt } from '../../kernel/day.ts'
import { type DocumentId, newId, type OrganisationId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { organisations } from '../organisations/tables.ts'
import { asksToBeRead, canBeAcquainted, canKeepDocuments, type OnBehalf } from './document.ts'
import { loadDocument, loadOwned } from './load-document.service.ts'
import { documentAcquaintances, documentAddressees } from './tables.ts'
import type { DocumentView } from './view.ts'

type Acquainted = {
  id: DocumentId
  organisationId: OrganisationId
  name: string
  acquaintedOn?: Day | undefined
  onBehalf: OnBehalf | null
}

/** «Ознакомлен»: the person herself today, or whoever the office was told of, with the day and the way. */
export async function acquaint(work: Work, wanted: Acquainted): Promise<DocumentView> {
  const { id, organisationId } = wanted
  const { document, owner } = await loadOwned(work, id)
  refuseUnless(asksToBeRead(document.status), 'conflict', 'document.not-registered')
  const addressee = await loadAddressee(work, id, organisationId)
  const isOwn = work.actor.kind === 'person' && canBeAcquainted(work.actor, addressee)
  refuseUnless(isOwn || canKeepDocuments(work.actor, owner), 'forbidden', 'document.not-yours')
  if (!isOwn) refuseUnless(wanted.onBehalf && wanted.name, 'unprocessable', 'document.on-behalf-how')
  const today = dayAt(work.now, addressee.timeZone)
  const personId = isOwn ? personIdOf(work.actor) : null
  const mark = {
    ...{ documentId: id, organisationId, personId },
    name: isOwn && work.actor.kind === 'person' ? work.actor.name : wanted.name,
    acquaintedOn: isOwn ? today : (wanted.acquaintedOn ?? today),
    onBehalf: isOwn ? null : wanted.onBehalf,
  }
  await refuseTwin(work, mark)
  const recorded = { recordedBy: personIdOf(work.actor), recordedAt: work.now }
  const [added] = await work.db
    .insert(documentAcquaintances)
    .values({ ...mark, ...recorded, id: newId() })
    .onConflictDoNothing()
    .returning({ id: documentAcquaintances.id })
  refuseUnless(added, 'conflict', 'document.acquainted-already')
  await record(work, { action: 'document.acquainted', subjectId: id, organisationId, after: mark })
  return loadDocument(work, id)
}

async function loadAddressee(work: Work, documentId: DocumentId, organisationId: OrganisationId) {
  const [found] = await work.db
    .select({ id: organisations.id, path: organisations.path, timeZone: organisations.timeZone })
    .from(documentAddressees)
    .innerJoin(organisations, eq(organisations.id, documentAddressees.organisationId))
    .where(
      and(
        eq(documentAddressees.documentId, documentId),
        eq(documentAddressees.organisationId, organisationId),
        visibleTo(work.actor, documentAddressees),
      ),
    )
  refuseUnless(found, 'unprocessable', 'document.not-an-addressee')
  return found
}

async function refuseTwin(
  work: Work,
  { documentId, organisationId, name }: { documentId: DocumentId; organisationId: OrganisationId; name: string },
): Promise<void> {
  const [twin] = await work.db
    .select({ id: documentAcquaintances.id })
    .from(documentAcquaintances)
    .where(
      and(
        eq(documentAcquaintances.documentId, documentId),
        eq(documentAcquaintances.organisationId, organisationId),
        eq(documentAcquaintances.name, name),
        visibleTo(work.actor, documentAcquaintances),
      ),
    )
  refuseUnless(!twin, 'conflict', 'document.acquainted-already')
}
