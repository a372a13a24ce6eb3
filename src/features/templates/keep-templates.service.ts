import { and, eq, isNull } from 'drizzle-orm'
import { personIdOf } from '../../kernel/actor.ts'
import { done } from '../../kernel/contract.ts'
import { type Id, newId, type OrganisationId, type RoadMapId } from '../../kernel/id.ts'
import { Refusal, refuseUnless } from '../../kernel/refusal.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { listOrganisations } from '../organisations/service.ts'
import { organisations } from '../organisations/tables.ts'
import { loadEnding } from '../road-maps/next-year.service.ts'
import { sectionsOf } from '../road-maps/road-map-rows.ts'
import { listRows } from '../road-maps/road-maps.service.ts'
import type { TemplateSummary } from './contract.ts'
import { contentOf } from './from-road-map.ts'
import { loadTemplate } from './read-templates.service.ts'
import { templateRevisions, templates } from './tables.ts'
import { canKeepTemplate, rowsOf, type TemplateContent, type TemplateKind } from './template.ts'
import './words.ts'

type TemplateId = Id<'template'>

/** What would be kept of the road map in force. */
export async function previewTemplate(work: Work, { roadMapId }: { roadMapId: RoadMapId }): Promise<TemplateContent> {
  return (await contentOfRoadMap(work, roadMapId)).content
}

export async function saveAsTemplate(
  work: Work,
  { roadMapId, title }: { roadMapId: RoadMapId; title: string },
): Promise<TemplateSummary> {
  const { content, ownerId } = await contentOfRoadMap(work, roadMapId)
  return keepTemplate(work, { ownerId, kind: 'road-map', title, content })
}

type Keeping = { ownerId: OrganisationId; kind: TemplateKind; title: string; content: TemplateContent }

/** A fresh template; the caller has checked that the actor may keep one there. */
export async function keepTemplate(work: Work, { ownerId, kind, title, content }: Keeping): Promise<TemplateSummary> {
  refuseUnless(rowsOf(content).length > 0, 'unprocessable', 'template.no-rows')
  const id = newId<'template'>()
  await work.db
    .insert(templates)
    .values({ id, ownerId, kind, title, content, createdAt: work.now, createdBy: personIdOf(work.actor) })
  await record(work, {
    action: 'template.saved',
    subjectId: id,
    organisationId: ownerId,
    after: { kind, title, rows: rowsOf(content).length },
  })
  return (await loadTemplate(work, id)).summary
}

type Versioned = { key: TemplateId; rowVersion: number }

/** What the template was stays beside it: whoever began a plan with that is shown what is otherwise. */
export async function renewTemplate(
  work: Work,
  { key, rowVersion, roadMapId }: Versioned & { roadMapId: RoadMapId },
): Promise<TemplateSummary> {
  const before = await loadToKeep(work, key)
  refuseUnless(before.kind === 'road-map', 'unprocessable', 'template.not-the-same')
  const { content } = await contentOfRoadMap(work, roadMapId)
  refuseUnless(rowsOf(content).length > 0, 'unprocessable', 'template.no-rows')
  const revision = before.revision + 1
  await change(work, { key, rowVersion }, { content, revision })
  const { ownerId, revision: number } = before
  await work.db
    .insert(templateRevisions)
    .values({ templateId: key, number, ownerId, content: before.content, replacedAt: work.now })
  await record(work, {
    action: 'template.renewed',
    subjectId: key,
    organisationId: ownerId,
    before: { revision: number, rows: rowsOf(before.content).length },
    after: { revision, rows: rowsOf(content).length },
  })
  return (await loadTemplate(work, key)).summary
}

export async function renameTemplate(
  work: Work,
  { key, rowVersion, title }: Versioned & { title: string },
): Promise<TemplateSummary> {
  const before = await loadToKeep(work, key)
  await change(work, { key, rowVersion }, { title })
  await record(work, {
    action: 'template.renamed',
    subjectId: key,
    organisationId: before.ownerId,
    before: { title: before.title },
    after: { title },
  })
  return (await loadTemplate(work, key)).summary
}

/** Road maps that were made of it stay as they are. */
export async function removeTemplate(work: Work, { key, rowVersion }: Versioned): Promise<typeof done> {
  const before = await loadToKeep(work, key)
  await change(work, { key, rowVersion }, { removedAt: work.now })
  await record(work, {
    action: 'template.removed',
    subjectId: key,
    organisationId: before.ownerId,
    before: { title: before.title },
  })
  return done
}

async function contentOfRoadMap(work: Work, roadMapId: RoadMapId) {
  const { owner, roadMap, programme, revision } = await loadEnding(work, roadMapId)
  const content = contentOf({
    title: roadMap.title,
    sections: sectionsOf(await listRows(work, revision.id)),
    years: programme,
    known: await listOrganisations(work),
  })
  return { content, ownerId: owner.id }
}

/** A removed one as well: whoever was late is told so by the guard of the write. */
async function loadToKeep(work: Work, key: TemplateId) {
  const [found] = await work.db
    .select({ template: templates, owner: { path: organisations.path } })
    .from(templates)
    .innerJoin(organisations, eq(organisations.id, templates.ownerId))
    .where(and(eq(templates.id, key), visibleTo(work.actor, templates)))
  refuseUnless(found, 'missing', 'template.missing')
  refuseUnless(canKeepTemplate(work.actor, found.owner), 'forbidden', 'template.not-yours')
  return found.template
}

async function change(
  work: Work,
  { key, rowVersion }: Versioned,
  values: Partial<Pick<typeof templates.$inferInsert, 'title' | 'content' | 'revision' | 'removedAt'>>,
): Promise<void> {
  const [changed] = await work.db
    .update(templates)
    .set({ ...values, rowVersion: rowVersion + 1 })
    .where(and(eq(templates.id, key), eq(templates.rowVersion, rowVersion), isNull(templates.removedAt)))
    .returning({ id: templates.id })
  if (!changed) throw await changedMeanwhile(work, key)
}

/** Somebody was quicker: what stands now, also of a template that was removed. */
async function changedMeanwhile(work: Work, key: TemplateId): Promise<Refusal> {
  const [current] = await work.db
    .select({ title: templates.title, rowVersion: templates.rowVersion })
    .from(templates)
    .where(and(eq(templates.id, key), visibleTo(work.actor, templates)))
  return new Refusal('stale', 'template.changed-meanwhile', { current })
}
