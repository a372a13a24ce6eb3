import { refuseUnless } from '../../kernel/refusal.ts'
import type { Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import type { ImportSummary } from '../road-maps/import-contract.ts'
import { beginRows } from '../road-maps/import-order.service.ts'
import { areMovesKnown, type Move, withMoves } from './dated-row.ts'
import { type DatedRow, rowsIn, understandingIn } from './in-year.ts'
import { loadShortDays, loadTemplate } from './read-templates.service.ts'
import type { ProjectYear } from './relative-term.ts'
import { noteUse } from './uses.service.ts'

/** The road map that a template makes of a year, with the days that were moved, ready to be looked over. */
export async function adoptTemplate(
  work: Work,
  { key, year, moves }: { key: string; year: number; moves: readonly Move[] },
): Promise<ImportSummary> {
  const { summary, content, revision } = await loadTemplate(work, key)
  refuseUnless(summary.kind === 'road-map', 'unprocessable', 'template.not-a-road-map')
  const years = { year, isSchoolYear: content.isSchoolYear }
  refuseUnless(areMovesKnown(rowsIn(content, years), moves), 'unprocessable', 'template.no-such-window')
  const shortDays = await loadShortDays(work)
  const { imported, authorityId } = await beginRows(work, {
    name: `${summary.title}, ${years.isSchoolYear ? `${year}/${year + 1}` : year} год`,
    year,
    understanding: understandingIn(content, moves, { years, shortDays }),
  })
  await noteUse(work, { importId: imported.id, ownerId: authorityId, templateKey: key, revision })
  await record(work, {
    action: 'template.adopted',
    subjectId: imported.id,
    organisationId: authorityId,
    after: { template: summary.title, revision, year, moved: moves.length },
  })
  return imported
}

/** The rows of a template for a school's map in the year of its project, with the days that were moved. */
export async function measuresIn(
  work: Work,
  { key, years, moves }: { key: string; years: ProjectYear; moves: readonly Move[] },
): Promise<{ rows: DatedRow[]; title: string }> {
  const { summary, content } = await loadTemplate(work, key)
  refuseUnless(summary.kind === 'school-map', 'unprocessable', 'template.not-a-school-map')
  const rows = rowsIn(content, years)
  refuseUnless(areMovesKnown(rows, moves), 'unprocessable', 'template.no-such-window')
  const shortDays = await loadShortDays(work)
  return { rows: withMoves(rows, moves, { years, shortDays }), title: summary.title }
}
