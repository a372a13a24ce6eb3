import { and, eq } from 'drizzle-orm'
import type { Id } from '../../kernel/id.ts'
import { actFor } from '../../server/act-for.ts'
import type { Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { loadFile } from '../files/service.ts'
import type { RawSheet } from './columns.ts'
import { planRegistry, previewOf } from './plan-registry.service.ts'
import { countsOf } from './preview.ts'
import { readRows } from './read-rows.ts'
import { registryImports } from './tables.ts'
import { sheetFaultWords } from './words.ts'

export type ReadTable = (path: string) => Promise<{ sheets: RawSheet[] } | { said: string }>

type Outcome = Partial<Pick<typeof registryImports.$inferSelect, 'rows' | 'preview' | 'note'>> & {
  status: 'ready' | 'unreadable'
}

/** Reads the table and leaves what it would do; repeated, it changes nothing. */
export async function readRegistry(work: Work, importId: Id<'registryImport'>, readTable: ReadTable): Promise<void> {
  const [imported] = await work.db
    .select()
    .from(registryImports)
    .where(and(eq(registryImports.id, importId), eq(registryImports.status, 'reading')))
    .for('update')
  if (!imported) return
  const { path } = await loadFile(work, imported.fileId)
  const read = await readTable(path)
  const outcome = await actFor(work, imported.asked, (own) => outcomeOf(own, read))
  await finish(work, imported, outcome)
}

/** For a reading that broke again and again: nobody waits for ever. */
export async function giveUpRegistry(work: Work, importId: Id<'registryImport'>): Promise<void> {
  const [imported] = await work.db.select().from(registryImports).where(eq(registryImports.id, importId))
  if (imported?.status === 'reading') {
    await finish(work, imported, { status: 'unreadable', note: sheetFaultWords.ru.broken })
  }
  if (imported?.status === 'applying') {
    await finish(work, imported, { status: 'ready', note: sheetFaultWords.ru['not-applied'] })
  }
}

async function outcomeOf(work: Work, read: Awaited<ReturnType<ReadTable>>): Promise<Outcome> {
  if ('said' in read) return { status: 'unreadable', note: read.said }
  const found = readRows(read.sheets)
  if ('fault' in found) {
    return { status: 'unreadable', note: sheetFaultWords.ru[found.fault].replace('{{said}}', found.said) }
  }
  const { rows } = found
  return { status: 'ready', note: '', rows, preview: previewOf(await planRegistry(work, { rows, answers: {} })) }
}

async function finish(
  work: Work,
  { id, organisationId, rowVersion }: typeof registryImports.$inferSelect,
  outcome: Outcome,
) {
  await work.db
    .update(registryImports)
    .set({ ...outcome, progress: null, rowVersion: rowVersion + 1 })
    .where(eq(registryImports.id, id))
  const counts = countsOf(outcome.preview ?? [])
  await record(work, {
    action: 'registry.read',
    subjectId: id,
    organisationId,
    after: { status: outcome.status, counts },
  })
}
