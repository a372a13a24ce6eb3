import { and, desc, eq } from 'drizzle-orm'
import { personIdOf } from '../../kernel/actor.ts'
import { type Id, newId, type OrganisationId, type RoadMapId } from '../../kernel/id.ts'
import { Refusal, refuseUnless } from '../../kernel/refusal.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { organisations } from '../organisations/tables.ts'
import { canCoordinate } from '../programmes/programme.ts'
import { roadMapRevisions } from '../road-maps/tables.ts'
import { findTemplate } from './read-templates.service.ts'
import { templateUses } from './tables.ts'
import './words.ts'

export type TemplateUse = typeof templateUses.$inferSelect
type Begun = { importId: Id<'orderImport'>; ownerId: OrganisationId; templateKey: string; revision: number }

/** With which template, and at which state of it, an import was begun. */
export async function noteUse(work: Work, begun: Begun): Promise<void> {
  await work.db
    .insert(templateUses)
    .values({ ...begun, id: newId<'templateUse'>(), usedAt: work.now, usedBy: personIdOf(work.actor) })
}

/** What the import was begun with; null where it was begun otherwise. */
export async function findUseOfImport(work: Work, importId: Id<'orderImport'>): Promise<TemplateUse | null> {
  const [found] = await work.db
    .select()
    .from(templateUses)
    .where(and(eq(templateUses.importId, importId), visibleTo(work.actor, templateUses)))
  return found ?? null
}

/** What the road map was begun with, through the latest of its imports that was. */
export async function findUseOfRoadMap(work: Work, roadMapId: RoadMapId): Promise<TemplateUse | null> {
  const [found] = await work.db
    .select({ use: templateUses })
    .from(templateUses)
    .innerJoin(roadMapRevisions, eq(roadMapRevisions.importId, templateUses.importId))
    .where(and(eq(roadMapRevisions.roadMapId, roadMapId), visibleTo(work.actor, templateUses)))
    .orderBy(desc(roadMapRevisions.number))
    .limit(1)
  return found?.use ?? null
}

type Settling = { id: Id<'templateUse'>; rowVersion: number; revision: number }

/** The plan stays as it is: of changes up to this state of the template nothing is said any more. */
export async function settleUse(work: Work, { id, rowVersion, revision }: Settling): Promise<void> {
  const [before] = await work.db
    .select({ use: templateUses, owner: { path: organisations.path } })
    .from(templateUses)
    .innerJoin(organisations, eq(organisations.id, templateUses.ownerId))
    .where(and(eq(templateUses.id, id), visibleTo(work.actor, templateUses)))
  refuseUnless(before, 'missing', 'template.missing')
  refuseUnless(canCoordinate(work.actor, before.owner), 'forbidden', 'template.not-yours')
  const template = await findTemplate(work, before.use.templateKey)
  refuseUnless(template && revision <= template.revision, 'conflict', 'template.row-settled')
  const [after] = await work.db
    .update(templateUses)
    .set({ revision, rowVersion: rowVersion + 1 })
    .where(and(eq(templateUses.id, id), eq(templateUses.rowVersion, rowVersion)))
    .returning({ id: templateUses.id })
  if (!after) throw await changedMeanwhile(work, id)
  await record(work, {
    action: 'template.change-left',
    subjectId: id,
    organisationId: before.use.ownerId,
    before: { revision: before.use.revision },
    after: { revision },
  })
}

async function changedMeanwhile(work: Work, id: Settling['id']): Promise<Refusal> {
  const [current] = await work.db
    .select({ revision: templateUses.revision, rowVersion: templateUses.rowVersion })
    .from(templateUses)
    .where(and(eq(templateUses.id, id), visibleTo(work.actor, templateUses)))
  return new Refusal('stale', 'template.changed-meanwhile', { current })
}
