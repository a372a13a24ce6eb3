import { newId } from '../../kernel/id.ts'
import type { Work } from '../../server/work.ts'
import { comparableRows } from '../road-maps/comparable-rows.ts'
import type { ComparableRow } from '../road-maps/compare-revisions.ts'
import { understandingIn } from './in-year.ts'
import { findFormerContent, findTemplate } from './read-templates.service.ts'
import type { ProjectYear } from './relative-term.ts'
import type { TemplateContent } from './template.ts'
import { type OfferedRow, offeredRows } from './template-difference.ts'
import type { TemplateUse } from './uses.service.ts'

/** What a template says otherwise since a plan was begun with it. */
export type Offer<Own> = { use: TemplateUse; title: string; revision: number; rows: OfferedRow<Own>[] }

/** Null where the plan was begun otherwise, where the template is gone, and where nothing is otherwise. */
export async function findOffer<Own extends ComparableRow>(
  work: Work,
  use: TemplateUse | null,
  { years, own }: { years: ProjectYear; own: readonly Own[] },
): Promise<Offer<Own> | null> {
  const template = use && (await findTemplate(work, use.templateKey))
  if (!template || template.revision <= use.revision) return null
  const begun = await findFormerContent(work, use.templateKey, use.revision)
  if (!begun) return null
  const rowsIn = (content: TemplateContent) => comparableRows(understandingIn(content, [], { years, shortDays: 0 }))
  const sides = { begun: rowsIn(begun), latest: rowsIn(template.content), own }
  const rows = offeredRows({ ...sides, nameRow: () => newId<'activity'>() })
  if (rows.length === 0) return null
  return { use, title: template.summary.title, revision: template.revision, rows }
}
