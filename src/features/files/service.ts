import { createHash } from 'node:crypto'
import { open, writeFile } from 'node:fs/promises'
import { and, eq, gt, sql } from 'drizzle-orm'
import { personIdOf } from '../../kernel/actor.ts'
import { type FileId, newId, type OrganisationId, type PersonId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import type { uploadContract } from '../../kernel/upload.ts'
import type { Received } from '../../server/file-store.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Service, Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { threshold } from '../thresholds/service.ts'
import type { filesContract } from './contract.ts'
import { mayOpenInPlace, safeFileName, typeByContent } from './file-type.ts'
import { fileShares, files } from './tables.ts'
import './words.ts'

const HOUR_MS = 3_600_000
const BYTES_IN_MB = 1024 * 1024

export type Keeping = { organisationId: OrganisationId; name: string }
export type KeptFile = { id: FileId; name: string; type: string; size: number }
export type LoadedFile = KeptFile & { organisationId: OrganisationId; sha256: string; path: string }
/** One file to one organisation. */
export type Handed = { fileId: FileId; organisationId: OrganisationId }

/** Keeps what was received as a file of the organisation; the caller has checked that the actor may. */
export async function keepFile(work: Work, received: Received, keeping: Keeping): Promise<KeptFile> {
  refuseUnless(received.size > 0, 'invalid', 'file.empty')
  await refuseOverBudget(work, received.size)
  return keep(work, received, { ...keeping, givenBy: personIdOf(work.actor) })
}

async function keep(
  work: Work,
  received: Received,
  keeping: Keeping & { givenBy: PersonId | null },
): Promise<KeptFile> {
  const type = typeByContent(await headOf(received.path), keeping.name)
  await work.store.keep(received)
  const file = { id: newId<'file'>(), name: safeFileName(keeping.name), type, size: received.size }
  await work.db.insert(files).values({
    ...file,
    organisationId: keeping.organisationId,
    sha256: received.sha256,
    givenBy: keeping.givenBy,
    givenAt: work.now,
  })
  await record(work, {
    action: 'file.kept',
    subjectId: file.id,
    organisationId: keeping.organisationId,
    after: { name: file.name, sha256: received.sha256, size: received.size },
  })
  return file
}

/** Keeps what the product itself has made; it is nobody's giving, and counts against nobody. */
export async function keepMade(work: Work, bytes: Uint8Array, keeping: Keeping): Promise<KeptFile> {
  const path = work.store.incoming.freshPlace()
  await writeFile(path, bytes, { mode: 0o600 })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return keep(work, { path, sha256, size: bytes.byteLength }, { ...keeping, givenBy: null })
}

/** From now on these organisations read these files; the caller has checked that the actor may, and records the change. */
export async function shareFiles(work: Work, handed: readonly Handed[]): Promise<void> {
  if (handed.length === 0) return
  await work.db
    .insert(fileShares)
    .values([...handed])
    .onConflictDoNothing()
}

/** The file's row and where its bytes lie; a file of a neighbour is missing. */
export async function loadFile(work: Work, id: FileId): Promise<LoadedFile> {
  const [file] = await work.db
    .select({
      id: files.id,
      organisationId: files.organisationId,
      name: files.name,
      type: files.type,
      size: files.size,
      sha256: files.sha256,
    })
    .from(files)
    .where(and(eq(files.id, id), visibleTo(work.actor, files)))
  refuseUnless(file, 'missing', 'file.missing')
  return { ...file, path: work.store.pathOf(file.sha256) }
}

export const filesService: Service<typeof filesContract> = {
  async openFile(work, { id }) {
    const { name, type, path, size } = await loadFile(work, id)
    return { name, type, path, size, disposition: mayOpenInPlace(type) ? 'inline' : 'attachment' }
  },
}

export const uploadService: Service<typeof uploadContract> = {
  async findUpload({ actor, store }, { key }) {
    const sender = personIdOf(actor)
    return { size: sender === null ? 0 : await store.incoming.settle(store.incoming.placeOf(sender, key)) }
  },
}

/** Within an hour a person gives so much and no more, so that one account cannot fill the disk. */
async function refuseOverBudget(work: Work, size: number): Promise<void> {
  const personId = personIdOf(work.actor)
  if (personId === null) return
  const anHourAgo = new Date(work.now.getTime() - HOUR_MS)
  const [found] = await work.db
    .select({
      given: sql<number>`coalesce(sum(${files.size}), 0)::float8`,
      most: sql<number>`${threshold(work.now, 'file.megabytes-per-person-per-hour')}::float8`,
    })
    .from(files)
    .where(and(eq(files.givenBy, personId), gt(files.givenAt, anHourAgo)))
  const { given = 0, most = 0 } = found ?? {}
  refuseUnless(given + size <= most * BYTES_IN_MB, 'too-many', 'file.over-budget', { params: { limit: most } })
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
