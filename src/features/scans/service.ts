import { readFile } from 'node:fs/promises'
import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { personIdOf } from '../../kernel/actor.ts'
import { type FileId, type Id, newId, type OrganisationId } from '../../kernel/id.ts'
import { Refusal, refuseUnless } from '../../kernel/refusal.ts'
import type { Received } from '../../server/file-store.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Service, Work } from '../../server/work.ts'
import { people } from '../access/tables.ts'
import { record } from '../audit/service.ts'
import { keepFile, shareFiles } from '../files/service.ts'
import { fileShares, files } from '../files/tables.ts'
import { organisations } from '../organisations/tables.ts'
import type { ScanView, scansContract } from './contract.ts'
import { canLayScan, MAX_SCAN_BYTES, MAX_SCAN_PAGES, scanFault } from './scan.ts'
import { scanPages, scans } from './tables.ts'
import './words.ts'

export type ScanId = Id<'scan'>
type Given = { received: Received; name: string }

export const scansService: Service<typeof scansContract> = {
  loadScan: (work, { id }) => loadScan(work, id),
  addScanPage: (work, input, received) => changeScan(work, input, { received, name: input.name }, 'added'),
  replaceScan: (work, input, received) => changeScan(work, input, { received, name: input.name }, 'replaced'),
}

/** Keeps what was received as the first page of a new scan; the caller has checked that the actor may. */
export async function layScan(work: Work, organisationId: OrganisationId, given: Given): Promise<ScanId> {
  await refuseFault(given.received)
  const file = await keepFile(work, given.received, { organisationId, name: given.name })
  return layKept(work, organisationId, file.id)
}

/** The same with a file that is kept already. */
export async function layKept(work: Work, organisationId: OrganisationId, fileId: FileId): Promise<ScanId> {
  const id = newId<'scan'>()
  await work.db.insert(scans).values({ id, organisationId, edition: 1, createdAt: work.now })
  await putPage(work, { scanId: id, edition: 1, position: 1, fileId })
  await record(work, { action: 'scan.laid', subjectId: id, organisationId, after: { fileId } })
  return id
}

/** Somebody was quicker: the scan that stands, for whoever wanted to lay the first. */
export async function alreadyLaid(work: Work, id: ScanId): Promise<Refusal> {
  return new Refusal('stale', 'scan.already-laid', { current: await loadScan(work, id) })
}

/** Every edition that the actor may see, the one in force first. */
export async function loadScan(work: Work, id: ScanId): Promise<ScanView> {
  const { scan, owner } = await loadOwned(work, id)
  const pages = await work.db
    .select({ page: scanPages, file: files, addedBy: people.name })
    .from(scanPages)
    .innerJoin(files, eq(files.id, scanPages.fileId))
    .leftJoin(people, eq(people.id, scanPages.addedBy))
    .where(and(eq(scanPages.scanId, id), visibleTo(work.actor, scanPages)))
    .orderBy(desc(scanPages.edition), asc(scanPages.position))
  const editions = new Map<number, ScanView['editions'][number]>()
  for (const { page, file, addedBy } of pages) {
    const edition = editions.get(page.edition) ?? { edition: page.edition, pages: [] }
    edition.pages.push({
      ...{ id: file.id, name: file.name, type: file.type, size: file.size, sha256: file.sha256, addedBy },
      addedAt: page.addedAt.toISOString(),
    })
    editions.set(page.edition, edition)
  }
  const isYours = canLayScan(work.actor, owner)
  return { id, rowVersion: scan.rowVersion, isYours, editions: [...editions.values()] }
}

type Place = { id: ScanId; rowVersion: number }

/** One more page, or the first of a new edition; whoever saw an older state is shown the one in force. */
async function changeScan(work: Work, { id, rowVersion }: Place, given: Given, how: 'added' | 'replaced') {
  const { scan, owner } = await loadOwned(work, id)
  refuseUnless(canLayScan(work.actor, owner), 'forbidden', 'scan.not-yours')
  if (scan.rowVersion !== rowVersion) throw await changedMeanwhile(work, id)
  const edition = how === 'added' ? scan.edition : scan.edition + 1
  const [changed] = await work.db
    .update(scans)
    .set({ edition, rowVersion: rowVersion + 1 })
    .where(and(eq(scans.id, id), eq(scans.rowVersion, rowVersion)))
    .returning({ id: scans.id })
  if (!changed) throw await changedMeanwhile(work, id)
  await refuseFault(given.received)
  const position = await nextPosition(work, { id, edition, received: given.received })
  const organisationId = scan.organisationId
  const file = await keepFile(work, given.received, { organisationId, name: given.name })
  await putPage(work, { scanId: id, edition, position, fileId: file.id })
  await handOn(work, id, file.id)
  await record(work, {
    action: how === 'added' ? 'scan.page-added' : 'scan.replaced',
    subjectId: id,
    organisationId,
    before: { edition: scan.edition },
    after: { edition, position, fileId: file.id, sha256: given.received.sha256 },
  })
  return loadScan(work, id)
}

/** The place of the next page; the same picture twice, or more than a scan holds, is refused. */
async function nextPosition(
  work: Work,
  { id, edition, received }: { id: ScanId; edition: number; received: Received },
): Promise<number> {
  const [found] = await work.db
    .select({
      count: sql<number>`count(*)::int`,
      bytes: sql<number>`coalesce(sum(${files.size}), 0)::float8`,
      twice: sql<boolean>`coalesce(bool_or(${files.sha256} = ${received.sha256}), false)`,
    })
    .from(scanPages)
    .innerJoin(files, eq(files.id, scanPages.fileId))
    .where(and(eq(scanPages.scanId, id), eq(scanPages.edition, edition), visibleTo(work.actor, scanPages)))
  const { count = 0, bytes = 0, twice = false } = found ?? {}
  refuseUnless(!twice, 'conflict', 'scan.page-twice')
  refuseUnless(count < MAX_SCAN_PAGES, 'unprocessable', 'scan.too-many-pages', { params: { limit: MAX_SCAN_PAGES } })
  const limit = MAX_SCAN_BYTES / 1024 / 1024
  refuseUnless(bytes + received.size <= MAX_SCAN_BYTES, 'unprocessable', 'scan.too-much', { params: { limit } })
  return count + 1
}

/** Whoever was handed this scan is handed the page as well. */
async function handOn(work: Work, scanId: ScanId, fileId: FileId): Promise<void> {
  const holders = await work.db
    .selectDistinct({ organisationId: fileShares.organisationId })
    .from(scanPages)
    .innerJoin(fileShares, eq(fileShares.fileId, scanPages.fileId))
    .where(eq(scanPages.scanId, scanId))
  await shareFiles(
    work,
    holders.map(({ organisationId }) => ({ fileId, organisationId })),
  )
}

async function putPage(
  work: Work,
  page: { scanId: ScanId; edition: number; position: number; fileId: FileId },
): Promise<void> {
  const added = { addedBy: personIdOf(work.actor), addedAt: work.now }
  await work.db.insert(scanPages).values({ ...page, ...added, id: newId() })
}

async function loadOwned(work: Work, id: ScanId) {
  const [found] = await work.db
    .select({ scan: scans, owner: { path: organisations.path } })
    .from(scans)
    .innerJoin(organisations, eq(organisations.id, scans.organisationId))
    .where(and(eq(scans.id, id), visibleTo(work.actor, scans)))
  refuseUnless(found, 'missing', 'scan.missing')
  return found
}

async function changedMeanwhile(work: Work, id: ScanId): Promise<Refusal> {
  return new Refusal('stale', 'scan.changed-meanwhile', { current: await loadScan(work, id) })
}

async function refuseFault({ path }: Received): Promise<void> {
  const fault = scanFault(await readFile(path))
  refuseUnless(fault === null, 'unprocessable', `scan.${fault ?? 'not-a-scan'}`)
}
