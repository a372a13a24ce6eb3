import { and, eq } from 'drizzle-orm'
import type { Finding } from '../../kernel/finding.ts'
import type { Id } from '../../kernel/id.ts'
import type { Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { loadFile } from '../files/service.ts'
import { listOpenOrganisations } from '../organisations/service.ts'
import { listVariants } from '../programmes/service.ts'
import { carryOver } from './carry-over.ts'
import { findTarget } from './compare-import.service.ts'
import type { OrderImport } from './import-order.service.ts'
import type { ParseAnswer } from './order.ts'
import { findCurrent } from './road-maps.service.ts'
import { roadMapsIn } from './several-maps.ts'
import { orderImports } from './tables.ts'
import { understand, withVariants } from './understand.ts'
import type { Understanding } from './understanding.ts'

export type ReadingTools = {
  /** Reads an office file in a worker; what cannot be read answers with findings and never throws for the paper's sake. */
  readPaper(path: string, options: { year: number | null }): Promise<ParseAnswer>
}

/** Reads the paper and leaves what was understood; repeated, it changes nothing. */
export async function readImport(
  work: Work,
  { importId }: { importId: Id<'orderImport'> },
  { readPaper }: ReadingTools,
): Promise<void> {
  const imported = await findReading(work, importId)
  if (!imported?.fileId) return
  const { path } = await loadFile(work, imported.fileId)
  const answer = await readPaper(path, { year: imported.contextYear })
  if (roadMapsIn(answer).length > 1) {
    await finish(work, imported, { status: 'choosing', answer, understanding: null })
    return
  }
  const understanding = await understandFor(work, imported, answer)
  await finish(work, imported, { status: understanding ? 'ready' : 'failed', answer, understanding })
}

/** For a reading that broke again and again: the coordinator is told, nobody waits for ever. */
export async function giveUpReading(work: Work, { importId }: { importId: Id<'orderImport'> }): Promise<void> {
  const imported = await findReading(work, importId)
  if (!imported) return
  const answer: ParseAnswer = { order: null, roadMap: null, findings: [notReadable] }
  await finish(work, imported, { status: 'failed', answer, understanding: null })
}

/** What is understood of a road map, with what was said before about the one that it revises. */
export async function understandFor(
  work: Work,
  imported: OrderImport,
  answer: ParseAnswer,
): Promise<Understanding | null> {
  const known = await listOpenOrganisations(work)
  const authority = known.find((one) => one.id === imported.authorityId)
  const below = known.filter((one) => authority && one.path.startsWith(authority.path))
  const fresh = understand(answer, below)
  if (!fresh) return null
  const target = await findTarget(work, imported, fresh)
  if (!target) return fresh
  const earlier = await findCurrent(work, target.id)
  const carried = earlier?.understanding
    ? carryOver(fresh, answer, { answer: earlier.answer, understanding: earlier.understanding })
    : fresh
  const variants = await listVariants(work, target.programmeId)
  return { ...carried, participants: withVariants(carried.participants, variants) }
}

async function findReading(work: Work, id: Id<'orderImport'>): Promise<OrderImport | null> {
  const [found] = await work.db
    .select()
    .from(orderImports)
    .where(and(eq(orderImports.id, id), eq(orderImports.status, 'reading')))
    .for('update')
  return found ?? null
}

async function finish(
  work: Work,
  { id, rowVersion, authorityId }: OrderImport,
  outcome: Pick<OrderImport, 'status' | 'answer' | 'understanding'>,
): Promise<void> {
  await work.db
    .update(orderImports)
    .set({ ...outcome, rowVersion: rowVersion + 1 })
    .where(and(eq(orderImports.id, id), eq(orderImports.status, 'reading')))
  await record(work, {
    action: 'import.read',
    subjectId: id,
    organisationId: authorityId,
    after: { status: outcome.status, findings: outcome.answer?.findings.length ?? 0 },
  })
}

const notReadable: Finding = {
  code: 'unsupported-format',
  severity: 'error',
  message: 'Файл не удалось прочесть: чтение прервалось несколько раз подряд.',
  advice: 'Откройте файл в Word, сохраните как .docx и перетащите ещё раз.',
  where: { part: 'table', activity: null, column: null, row: null },
  confidence: null,
}
