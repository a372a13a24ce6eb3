import { and, eq, inArray, sql } from 'drizzle-orm'
import { dayAt, dotted } from '../../kernel/day.ts'
import type { Id, OrganisationId, PersonId } from '../../kernel/id.ts'
import { actFor } from '../../server/act-for.ts'
import type { Work } from '../../server/work.ts'
import { createPeople, mendPerson, type NewPerson } from '../access/import-people.service.ts'
import { record } from '../audit/service.ts'
import { createMany, mendOrganisation } from '../organisations/import-organisations.service.ts'
import { loadOrganisation, type Organisation } from '../organisations/service.ts'
import { organisations } from '../organisations/tables.ts'
import type { PlannedOrganisation } from './plan-organisations.ts'
import type { PlaceOf, PlannedPerson } from './plan-people.ts'
import { planRegistry, previewOf, type RegistryPlan } from './plan-registry.service.ts'
import { countsOf, isReadyToApply } from './preview.ts'
import { type Progress, registryImports } from './tables.ts'
import { sheetFaultWords } from './words.ts'

/** Tells how far it is, outside the one transaction; so many rows lie between two tellings. */
export type Tell = (progress: Progress) => Promise<void>
const TELL_EVERY = 500

/** All of the table or nothing, in this one transaction. Where the register has moved on since, it is shown anew instead. */
export async function applyRegistry(work: Work, importId: Id<'registryImport'>, tell: Tell): Promise<void> {
  await work.db.execute(sql`select pg_advisory_xact_lock(hashtext(${importId}))`)
  const [imported] = await work.db
    .select()
    .from(registryImports)
    .where(and(eq(registryImports.id, importId), eq(registryImports.status, 'applying')))
  if (!imported?.rows) return
  const { id, asked, rows, answers, rowVersion, organisationId } = imported
  const { preview, made } = await actFor(work, asked, async (own) => {
    const plan = await planRegistry(own, { rows, answers })
    const now = previewOf(plan)
    const isAsShown = isReadyToApply(countsOf(now)) && isSame(now, imported.preview)
    return { preview: now, made: isAsShown ? await carryOut(own, plan, { name: imported.name, tell }) : null }
  })
  const outcome = made
    ? { status: 'applied' as const, note: '', made }
    : { status: 'ready' as const, note: sheetFaultWords.ru.moved, preview }
  await work.db
    .update(registryImports)
    .set({ ...outcome, progress: null, rowVersion: rowVersion + 1 })
    .where(eq(registryImports.id, id))
  const after = { status: outcome.status, counts: countsOf(preview) }
  await record({ ...work, actor: asked }, { action: 'registry.applied', subjectId: id, organisationId, after })
}

/** Seen by whoever waits while the one transaction is still at work. */
export async function noteProgress(work: Work, id: Id<'registryImport'>, progress: Progress): Promise<void> {
  await work.db.update(registryImports).set({ progress }).where(eq(registryImports.id, id))
}

function isSame(one: unknown, other: unknown): boolean {
  // As the database gives it back: keys of jsonb come in an order of its own.
  const plain = (value: unknown): unknown =>
    JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    )
  return plain(one) === plain(other)
}

type Doing = { name: string; tell: Tell }

/** Answers the people whom it made. */
async function carryOut(work: Work, plan: RegistryPlan, { name, tell }: Doing): Promise<PersonId[]> {
  const changing = [...plan.organisations, ...plan.people].filter((one) => one.verdict !== 'same')
  let done = 0
  const step = async (count: number) => {
    const isTime = Math.floor((done + count) / TELL_EVERY) > Math.floor(done / TELL_EVERY)
    done += count
    if (isTime) await tell({ done, total: changing.length })
  }
  const placed = await addOrganisations(work, plan.organisations, step)
  for (const one of plan.organisations.filter(({ verdict }) => verdict === 'changed')) {
    await mend(work, one, { placed, basis: basisOf(work, name) })
    await step(1)
  }
  const made = await addPeople(work, plan.people, placed)
  await step(made.length)
  for (const one of plan.people.filter(({ verdict }) => verdict === 'changed')) {
    await mendOne(work, one, placed)
    await step(1)
  }
  return made
}

type Placed = Map<number, OrganisationId>

/** Authorities before their schools: whatever stands below a row of the file waits for it. */
async function addOrganisations(
  work: Work,
  planned: readonly PlannedOrganisation[],
  step: (count: number) => Promise<void>,
) {
  const placed: Placed = new Map(planned.flatMap((one) => (one.target ? [[one.row, one.target.id] as const] : [])))
  let waiting = planned.filter((one) => one.verdict === 'added')
  while (waiting.length > 0) {
    const ready = waiting.filter(({ parent }) => parent && ('id' in parent || placed.has(parent.row)))
    if (ready.length === 0) throw new Error('rows of a register stand below one another in a circle')
    const parents = await loadParents(work, ready, placed)
    const created = await createMany(
      work,
      ready.map(({ kind, parent, shortName, fullName, codes }) => {
        const above = parents.get(idOf(parent, placed) ?? '')
        if (!above) throw new Error('a row of a register has lost its parent')
        return { kind, parent: above, shortName, fullName, codes }
      }),
    )
    for (const [index, { id }] of created.entries()) placed.set(ready[index]?.row ?? 0, id)
    waiting = waiting.filter((one) => !ready.includes(one))
    await step(created.length)
  }
  return placed
}

async function loadParents(work: Work, rows: readonly PlannedOrganisation[], placed: Placed) {
  const ids = [...new Set(rows.flatMap(({ parent }) => idOf(parent, placed) ?? []))]
  const found = ids.length > 0 ? await work.db.select().from(organisations).where(inArray(organisations.id, ids)) : []
  return new Map<string, Organisation>(found.map((one) => [one.id, one]))
}

async function mend(work: Work, one: PlannedOrganisation, { placed, basis }: { placed: Placed; basis: string }) {
  const { target, shortName, fullName, codes, parent } = one
  if (!target) return
  await mendOrganisation(work, { id: target.id, parentId: idOf(parent, placed), shortName, fullName, codes }, basis)
}

/** A person whom several rows name is made once, with all her roles. */
async function addPeople(work: Work, planned: readonly PlannedPerson[], placed: Placed): Promise<PersonId[]> {
  const fresh = planned.filter((one) => one.verdict === 'added')
  const byRow = new Map<number, NewPerson>()
  for (const one of fresh) {
    const organisationId = idOf(one.place, placed)
    if (!one.role || !organisationId) throw new Error('a row of a register has lost its organisation')
    const role = { role: one.role, organisationId }
    const first = one.sameAsRow === null ? undefined : byRow.get(one.sameAsRow)
    if (first) first.roles.push(role)
    const { fullName: name, position, email, login } = one
    byRow.set(one.row, first ?? { name, position, email, login, roles: [role] })
  }
  return createPeople(work, [...new Set(byRow.values())])
}

async function mendOne(work: Work, one: PlannedPerson, placed: Placed): Promise<void> {
  const { target, role, place, fullName: name, position, email, login, changes } = one
  if (!target) return
  const organisationId = idOf(place, placed)
  const isNewRole = changes.some(({ column }) => column === 'role')
  const given = isNewRole && role && organisationId ? { role, organisationId } : null
  if (given) await loadOrganisation(work, given.organisationId)
  await mendPerson(work, { id: target.id, name, position, email, login, role: given })
}

function idOf(place: PlaceOf | null, placed: Placed): OrganisationId | null {
  if (place === null) return null
  return 'id' in place ? place.id : (placed.get(place.row) ?? null)
}

function basisOf(work: Work, name: string): string {
  return `таблица «${name}» от ${dotted(dayAt(work.now, 'UTC'))}`
}
