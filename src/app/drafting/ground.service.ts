import { and, desc, eq } from 'drizzle-orm'
import type * as z from 'zod'
import { canCorrect } from '../../features/corrections/correction.ts'
import { correctionOrders, corrections } from '../../features/corrections/tables.ts'
import { canKeepDocuments } from '../../features/documents/document.ts'
import { loadOwned } from '../../features/documents/load-document.service.ts'
import { programmes } from '../../features/programmes/tables.ts'
import { roadMapRevisions, roadMaps } from '../../features/road-maps/tables.ts'
import { dayAt } from '../../kernel/day.ts'
import type { DocumentId, ProgrammeId } from '../../kernel/id.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import type { Ground } from './contract.ts'

type GroundView = z.infer<typeof Ground>

/** What a paper was made from or put in force, as far as the reader may see it: the way back to it. */
export async function loadGround(work: Work, { id }: { id: DocumentId }): Promise<GroundView> {
  const { document, owner } = await loadOwned(work, id)
  const mayCorrect = canCorrect(work.actor, owner)
  const found = await findCorrection(work, id)
  return {
    correction: found && correctionView(found, owner.timeZone, mayCorrect),
    roadMap: await findRevision(work, id),
    project: canKeepDocuments(work.actor, owner) ? await findProject(work, document.programmeId) : null,
  }
}

async function findCorrection(work: Work, id: DocumentId) {
  const [found] = await work.db
    .select({
      roadMapId: corrections.roadMapId,
      status: corrections.status,
      reason: corrections.reason,
      startedAt: corrections.startedAt,
    })
    .from(correctionOrders)
    .innerJoin(corrections, eq(corrections.id, correctionOrders.correctionId))
    .where(and(eq(correctionOrders.documentId, id), visibleTo(work.actor, correctionOrders)))
  return found ?? null
}

type Found = NonNullable<Awaited<ReturnType<typeof findCorrection>>>

function correctionView({ startedAt, ...correction }: Found, timeZone: string, mayCorrect: boolean) {
  const mayOpen = mayCorrect && correction.status === 'draft'
  return { ...correction, startedOn: dayAt(startedAt, timeZone), mayOpen }
}

/** Of several revisions by one order the newest: a clarified understanding keeps its order. */
async function findRevision(work: Work, id: DocumentId) {
  const [found] = await work.db
    .select({ id: roadMaps.id, title: roadMaps.title, revision: roadMapRevisions.number })
    .from(roadMapRevisions)
    .innerJoin(roadMaps, eq(roadMaps.id, roadMapRevisions.roadMapId))
    .where(and(eq(roadMapRevisions.documentId, id), visibleTo(work.actor, roadMapRevisions)))
    .orderBy(desc(roadMapRevisions.number))
    .limit(1)
  return found ?? null
}

async function findProject(work: Work, id: ProgrammeId | null) {
  if (id === null) return null
  const [found] = await work.db
    .select({ id: programmes.id, title: programmes.title })
    .from(programmes)
    .where(and(eq(programmes.id, id), visibleTo(work.actor, programmes)))
  return found ?? null
}
