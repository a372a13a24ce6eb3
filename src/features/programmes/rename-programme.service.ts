import { and, eq, isNull } from 'drizzle-orm'
import type { ProgrammeId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import type { Work } from '../../server/work.ts'
import { loadCoordinated, told } from './close-programme.service.ts'
import type { ProgrammeView } from './contract.ts'
import { findProgramme } from './found-programme.service.ts'
import { programmes } from './tables.ts'

/** From now on screens, letters and papers say the new title; papers that have their number stay as they are. */
export async function renameProgramme(
  work: Work,
  { id, rowVersion, title }: { id: ProgrammeId; rowVersion: number; title: string },
): Promise<ProgrammeView> {
  const { programme } = await loadCoordinated(work, id)
  refuseUnless(programme.closedAt === null, 'conflict', 'server.project-closed')
  refuseUnless(programme.rowVersion !== rowVersion || programme.title !== title, 'conflict', 'programme.same-title')
  const twin = await findProgramme(work, { ...programme, title })
  refuseUnless(!twin || twin.id === id, 'conflict', 'programme.title-taken')
  const [renamed] = await work.db
    .update(programmes)
    .set({ title, firstTitle: programme.firstTitle ?? programme.title, rowVersion: rowVersion + 1 })
    .where(and(eq(programmes.id, id), eq(programmes.rowVersion, rowVersion), isNull(programmes.closedAt)))
    .returning()
  return told(work, id, {
    action: 'programme.renamed',
    row: renamed,
    before: { title: programme.title },
    after: { title },
  })
}
