import { and, eq } from 'drizzle-orm'
import type { Id } from '../../kernel/id.ts'
import { Refusal, refuseUnless } from '../../kernel/refusal.ts'
import type { Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import type { ImportSummary } from './import-contract.ts'
import { begin, loadCoordinatedImport, type OrderImport, summaryOf } from './import-order.service.ts'
import type { ParseAnswer } from './order.ts'
import { understandFor } from './read-import.service.ts'
import { answerOfMap, keepApart } from './several-maps.ts'
import { orderImports } from './tables.ts'
import type { Understanding } from './understanding.ts'

type Choice = { id: Id<'orderImport'>; rowVersion: number; maps: number[] }
type Chosen = { map: number; answer: ParseAnswer; understanding: Understanding }

/** Each chosen road map becomes an import of its own over the same file: the first of them goes on here. */
export async function chooseRoadMaps(
  work: Work,
  { id, rowVersion, maps }: Choice,
): Promise<{ imports: ImportSummary[] }> {
  const { imported } = await loadCoordinatedImport(work, id)
  if (imported.rowVersion !== rowVersion) throw changedMeanwhile(imported)
  refuseUnless(imported.status === 'choosing', 'conflict', 'import.not-choosing')
  const [first, ...others] = await understandChosen(work, imported, maps)
  refuseUnless(first, 'unprocessable', 'import.no-such-map')
  const nameOf = ({ map }: Chosen) => (others.length > 0 ? `${imported.name} (карта ${map + 1})` : imported.name)
  const { answer, understanding } = first
  const [here] = await work.db
    .update(orderImports)
    .set({ status: 'ready', name: nameOf(first), answer, understanding, rowVersion: rowVersion + 1 })
    .where(and(eq(orderImports.id, id), eq(orderImports.rowVersion, rowVersion), eq(orderImports.status, 'choosing')))
    .returning()
  if (!here) throw changedMeanwhile((await loadCoordinatedImport(work, id)).imported)
  await record(work, {
    action: 'import.road-maps-chosen',
    subjectId: id,
    organisationId: imported.authorityId,
    after: { maps: [first, ...others].map(({ map }) => map + 1) },
  })
  const started: OrderImport[] = [here]
  const { fileId, contextYear } = imported
  for (const one of others) {
    const beside = { name: nameOf(one), status: 'ready' as const, fileId, contextYear }
    const { answer: itsAnswer, understanding: its } = one
    started.push(await begin(work, imported.authorityId, { ...beside, answer: itsAnswer, understanding: its }))
  }
  return { imports: started.map(summaryOf) }
}

async function understandChosen(work: Work, imported: OrderImport, maps: number[]): Promise<Chosen[]> {
  const chosen: Chosen[] = []
  for (const map of [...new Set(maps)].sort((one, other) => one - other)) {
    const answer = imported.answer && answerOfMap(imported.answer, map)
    refuseUnless(answer, 'unprocessable', 'import.no-such-map')
    // Only one of them can be the new revision of the road map that was named.
    const target = { ...imported, roadMapId: chosen.length === 0 ? imported.roadMapId : null }
    const understanding = await understandFor(work, target, answer)
    if (understanding) chosen.push({ map, answer, understanding })
  }
  const apart = keepApart(chosen.map(({ understanding }) => understanding))
  return chosen.map((one, place) => ({ ...one, understanding: apart[place] ?? one.understanding }))
}

function changedMeanwhile(imported: OrderImport): Refusal {
  return new Refusal('stale', 'import.changed-meanwhile', { current: summaryOf(imported) })
}
