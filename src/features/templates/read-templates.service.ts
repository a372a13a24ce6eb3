import { and, asc, eq, isNull, type SQL } from 'drizzle-orm'
import { type Id, idOf, type OrganisationId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { loadPlaceCalendar } from '../calendar/place-calendar.service.ts'
import { listOrganisations } from '../organisations/service.ts'
import { organisations } from '../organisations/tables.ts'
import { loadThreshold } from '../thresholds/service.ts'
import { type BuiltIn, builtIns } from './built-in.ts'
import type { DatedTemplate, TemplateSummary } from './contract.ts'
import { type DatedRow, rowsIn } from './in-year.ts'
import { frameOf, type ProjectYear } from './relative-term.ts'
import { templateRevisions, templates } from './tables.ts'
import { canKeepTemplate, rowsOf, type TemplateContent } from './template.ts'
import './words.ts'

export type Template = { summary: TemplateSummary; content: TemplateContent; revision: number }

/** Those that come with Opora, and above them the actor's own ones and those of whoever is above or below, by title. */
export async function listTemplates(work: Work): Promise<{ templates: TemplateSummary[] }> {
  const own = await ownTemplates(work)
  return { templates: [...own.map(viewOwn), ...builtIns.map(viewBuiltIn)].map(({ summary }) => summary) }
}

/** By the id of an organisation's own, or by the name of one that comes with Opora. */
export async function loadTemplate(work: Work, key: string): Promise<Template> {
  const found = await findTemplate(work, key)
  refuseUnless(found, 'missing', 'template.missing')
  return found
}

/** Null where it was removed, or is not for this actor to see. */
export async function findTemplate(work: Work, key: string): Promise<Template | null> {
  const known = builtIns.find((one) => one.key === key)
  if (known) return viewBuiltIn(known)
  const id = ownId(key)
  const [own] = id ? await ownTemplates(work, eq(templates.id, id)) : []
  return own ? viewOwn(own) : null
}

/** What an organisation's own template was before this number was followed by the next. */
export async function findFormerContent(work: Work, key: string, number: number): Promise<TemplateContent | null> {
  const id = ownId(key)
  if (!id) return null
  const [found] = await work.db
    .select({ content: templateRevisions.content })
    .from(templateRevisions)
    .where(
      and(
        eq(templateRevisions.templateId, id),
        eq(templateRevisions.number, number),
        visibleTo(work.actor, templateRevisions),
      ),
    )
  return found?.content ?? null
}

function ownId(key: string): Id<'template'> | null {
  const id = idOf<'template'>().safeParse(key)
  return id.success ? id.data : null
}

type Dating = {
  key: string
  year: number
  yearKind?: 'calendar' | 'school' | undefined
  organisationId?: OrganisationId | undefined
}

export async function dateTemplate(
  work: Work,
  { key, year, yearKind, organisationId }: Dating,
): Promise<DatedTemplate> {
  const { summary, content } = await loadTemplate(work, key)
  const years = { year, isSchoolYear: yearKind ? yearKind === 'school' : content.isSchoolYear }
  const path = await pathOf(work, organisationId)
  const rows = rowsIn(content, years)
  const { dayChanges, periods } = await loadPlaceCalendar(work, { path }, spanOf(rows, years))
  return {
    template: summary,
    ...years,
    rows: rowsOf(content).flatMap(({ section }, place) => {
      const row = rows[place]
      return row ? [{ ...row, section: section.title }] : []
    }),
    calendar: { dayChanges, periods: [...periods] },
    shortDays: await loadShortDays(work),
  }
}

/** Up to how many days an event is short. */
export async function loadShortDays(work: Work): Promise<number> {
  return (await loadThreshold(work, 'rehearsal.short-event-days')).value
}

/** Whose calendar it is: of the place asked for, else of the first one in which the actor has a role. */
async function pathOf(work: Work, organisationId: OrganisationId | undefined): Promise<string> {
  if (!organisationId) return work.actor.kind === 'person' ? (work.actor.memberships[0]?.path ?? '/') : '/'
  const found = (await listOrganisations(work)).find((one) => one.id === organisationId)
  refuseUnless(found, 'missing', 'template.missing')
  return found.path
}

/** The project's year, and beyond it as far as its rows reach. */
function spanOf(rows: readonly DatedRow[], years: ProjectYear) {
  const { startsOn, endsOn } = frameOf(years)
  const days = rows.flatMap(({ period }) => period?.windows.flatMap(({ start, end }) => [start, end]) ?? [])
  const known = days.filter((one) => one !== null).sort()
  const [first = startsOn, last = endsOn] = [known[0], known.at(-1)]
  return { startsOn: first < startsOn ? first : startsOn, endsOn: last > endsOn ? last : endsOn }
}

function ownTemplates(work: Work, which?: SQL) {
  return work.db
    .select({ template: templates, owner: { path: organisations.path, shortName: organisations.shortName } })
    .from(templates)
    .innerJoin(organisations, eq(organisations.id, templates.ownerId))
    .where(and(which, isNull(templates.removedAt), visibleTo(work.actor, templates)))
    .orderBy(asc(templates.title), asc(templates.id))
    .then((found) => found.map((one) => ({ ...one, mayChange: canKeepTemplate(work.actor, one.owner) })))
}

type Own = Awaited<ReturnType<typeof ownTemplates>>[number]

function viewOwn({ template, owner, mayChange }: Own): Template {
  const { id, kind, title, content, revision, createdAt, rowVersion } = template
  const own = { ownerName: owner.shortName, createdAt: createdAt.toISOString(), rowVersion, mayChange }
  return { content, revision, summary: { ...plainly(content), key: id, kind, title, factor: null, own } }
}

function viewBuiltIn({ key, kind, title, factor, content }: BuiltIn): Template {
  // What comes with Opora changes with Opora alone.
  return { content, revision: 1, summary: { ...plainly(content), key, kind, title, factor, own: null } }
}

function plainly(content: TemplateContent) {
  return { isSchoolYear: content.isSchoolYear, rows: rowsOf(content).length }
}
