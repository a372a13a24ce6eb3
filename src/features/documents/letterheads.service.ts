import { readFile } from 'node:fs/promises'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { personIdOf } from '../../kernel/actor.ts'
import { type Id, newId, type OrganisationId } from '../../kernel/id.ts'
import { Refusal, refuseUnless } from '../../kernel/refusal.ts'
import type { LetterheadFilling } from '../../paper/fill-letterhead.ts'
import type { LetterheadFault } from '../../paper/letterhead.ts'
import type { Received } from '../../server/file-store.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { keepFile, loadFile } from '../files/service.ts'
import { organisations } from '../organisations/tables.ts'
import { canKeepDocuments } from './document.ts'
import { sayFault } from './letterhead-words.ts'
import { loadOffice } from './load-document.service.ts'
import { letterheads } from './tables.ts'
import type { LetterheadView } from './view.ts'

export type LetterheadId = Id<'letterhead'>

/** Reads a letterhead in a place where it can do no harm, and fills it; null where it cannot be opened safely. */
export type ReadLetterhead = (request: {
  bytes: Uint8Array
  filling: LetterheadFilling | null
}) => Promise<{ faults: LetterheadFault[]; filled: Uint8Array | null } | null>

export async function listLetterheads(work: Work): Promise<{ letterheads: LetterheadView[] }> {
  const found = await work.db
    .select({ letterhead: letterheads, organisation: organisations.shortName })
    .from(letterheads)
    .innerJoin(organisations, eq(organisations.id, letterheads.organisationId))
    .where(and(isNull(letterheads.retiredAt), visibleTo(work.actor, letterheads)))
    .orderBy(asc(letterheads.name), asc(letterheads.id))
  return {
    letterheads: found.map(({ letterhead: { id, name, fileId, rowVersion, organisationId }, organisation }) => ({
      ...{ id, name, fileId, rowVersion, organisationId, organisation },
    })),
  }
}

type Given = { ownerId?: OrganisationId | undefined; name: string }

/** A letterhead that cannot be filled is refused with every fault and its place. */
export async function addLetterhead(
  work: Work,
  { ownerId, name }: Given,
  { received, read }: { received: Received; read: ReadLetterhead },
) {
  const owner = await loadOffice(work, ownerId)
  const answer = await read({ bytes: await readFile(received.path), filling: null })
  refuseUnless(answer, 'unprocessable', 'letterhead.not-opened')
  if (answer.faults.length > 0) {
    const fields = answer.faults.slice(0, 20).map((one) => ({ path: 'name', message: sayFault(one, work.language) }))
    const list = fields.map(({ message }) => message).join('\n')
    throw new Refusal('unprocessable', 'letterhead.faulty', { fields, params: { list } })
  }
  const file = await keepFile(work, received, { organisationId: owner.id, name })
  const row = { id: newId<'letterhead'>(), organisationId: owner.id, name: file.name, fileId: file.id }
  await work.db.insert(letterheads).values({ ...row, addedBy: personIdOf(work.actor), addedAt: work.now })
  await record(work, { action: 'letterhead.added', subjectId: row.id, organisationId: owner.id, after: row })
  return listLetterheads(work)
}

/** Papers are no longer printed on it. */
export async function retireLetterhead(work: Work, { id, rowVersion }: { id: LetterheadId; rowVersion: number }) {
  const { letterhead, owner } = await loadLetterhead(work, id)
  refuseUnless(canKeepDocuments(work.actor, owner), 'forbidden', 'document.not-yours')
  const [retired] = await work.db
    .update(letterheads)
    .set({ retiredAt: work.now, rowVersion: rowVersion + 1 })
    .where(and(eq(letterheads.id, id), eq(letterheads.rowVersion, rowVersion), isNull(letterheads.retiredAt)))
    .returning({ id: letterheads.id })
  if (!retired) {
    const { letterhead: current } = await loadLetterhead(work, id)
    throw new Refusal('stale', 'letterhead.changed-meanwhile', {
      current: { id, name: current.name, rowVersion: current.rowVersion },
    })
  }
  await record(work, {
    action: 'letterhead.retired',
    subjectId: id,
    organisationId: letterhead.organisationId,
    before: { name: letterhead.name },
  })
  return listLetterheads(work)
}

/** A letterhead as it was read: where its file lies, and at which version. */
export type LaidLetterhead = { id: LetterheadId; rowVersion: number; path: string }

/** The letterhead to print on, if papers are still printed on it. */
export async function loadToPrintOn(work: Work, id: LetterheadId): Promise<LaidLetterhead> {
  const { letterhead } = await loadLetterhead(work, id)
  refuseUnless(letterhead.retiredAt === null, 'stale', 'letterhead.changed-meanwhile')
  const { path } = await loadFile(work, letterhead.fileId)
  return { id, rowVersion: letterhead.rowVersion, path }
}

/** The paper on this letterhead; its file, once laid, never changes. */
export async function printOn({ path }: LaidLetterhead, filling: LetterheadFilling, read: ReadLetterhead) {
  const answer = await read({ bytes: await readFile(path), filling })
  refuseUnless(answer?.filled, 'unprocessable', 'letterhead.not-opened')
  return answer.filled
}

async function loadLetterhead(work: Work, id: LetterheadId) {
  const [found] = await work.db
    .select({ letterhead: letterheads, owner: { path: organisations.path } })
    .from(letterheads)
    .innerJoin(organisations, eq(organisations.id, letterheads.organisationId))
    .where(and(eq(letterheads.id, id), visibleTo(work.actor, letterheads)))
  refuseUnless(found, 'missing', 'letterhead.missing')
  return found
}
