import { and, eq, inArray, isNull } from 'drizzle-orm'
import { addDays, type Day, dayAt } from '../../kernel/day.ts'
import { newId, type OrganisationId } from '../../kernel/id.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { record, recordAll } from '../audit/service.ts'
import { addPlace } from './change-over-time.service.ts'
import type { CodeScheme } from './code.ts'
import { dueChange } from './come-into-force.service.ts'
import type { OrganisationKind } from './organisation.ts'
import { createOrganisations, loadOrganisation, type Organisation } from './service.ts'
import { organisationCodes, organisations } from './tables.ts'

export type Codes = Partial<Record<CodeScheme, string>>

/** So many rows go into one statement. */
const AT_ONCE = 1000

/** The codes in force of every organisation that the actor sees. */
export async function listCodes(work: Work): Promise<Map<OrganisationId, Codes>> {
  const rows = await work.db
    .select()
    .from(organisationCodes)
    .where(and(isNull(organisationCodes.validTo), visibleTo(work.actor, organisationCodes)))
  const found = new Map<OrganisationId, Codes>()
  for (const { organisationId, scheme, value } of rows) {
    found.set(organisationId, { ...found.get(organisationId), [scheme]: value })
  }
  return found
}

export type NewOne = {
  kind: OrganisationKind
  parent: Organisation
  shortName: string
  fullName: string
  codes: Codes
}

/** Many new ones with their codes, in their order; the caller has checked that the actor may. */
export async function createMany(work: Work, wanted: readonly NewOne[]): Promise<Organisation[]> {
  const made: Organisation[] = []
  for (let at = 0; at < wanted.length; at += AT_ONCE) {
    const some = wanted.slice(at, at + AT_ONCE)
    const created = await createOrganisations(work, some)
    await addCodes(
      work,
      created.flatMap(({ id }, index) => rowsOf(work, id, some[index]?.codes ?? {})),
    )
    made.push(...created)
  }
  return made
}

export type Mend = {
  id: OrganisationId
  parentId: OrganisationId | null
  shortName: string
  fullName: string
  codes: Codes
}

/** Names are mended, a place and a code hold from today on; the caller has checked that the actor may. */
export async function mendOrganisation(
  work: Work,
  { id, parentId, codes, ...names }: Mend,
  basis: string,
): Promise<void> {
  const before = await loadOrganisation(work, id)
  const today = dayAt(work.now, before.timeZone)
  if (parentId !== null && parentId !== before.parentId) {
    await addPlace(work, before, { parentId, validFrom: today, basis })
  }
  const change = { ...names, ...(await dueChange(work, before)), ...names, rowVersion: before.rowVersion + 1 }
  const [after] = await work.db.update(organisations).set(change).where(eq(organisations.id, id)).returning()
  await replaceCodes(work, { id, codes, today })
  await record(work, {
    action: 'organisation.changed',
    subjectId: id,
    organisationId: id,
    before,
    after: { ...after, codes, basis },
  })
}

async function replaceCodes(work: Work, { id, codes, today }: { id: OrganisationId; codes: Codes; today: Day }) {
  const schemes = schemesIn(codes)
  if (schemes.length === 0) return
  const own = and(
    eq(organisationCodes.organisationId, id),
    inArray(organisationCodes.scheme, schemes),
    isNull(organisationCodes.validTo),
  )
  const inForce = await work.db.select().from(organisationCodes).where(own)
  const changed = schemes.filter((scheme) => inForce.find((one) => one.scheme === scheme)?.value !== codes[scheme])
  if (changed.length === 0) return
  const former = inForce.filter((one) => changed.includes(one.scheme))
  // What was said to hold from today or later is mended; older ones end yesterday.
  for (const one of former) {
    const isFresh = one.validFrom !== null && one.validFrom >= today
    const where = eq(organisationCodes.id, one.id)
    if (isFresh) await work.db.delete(organisationCodes).where(where)
    else
      await work.db
        .update(organisationCodes)
        .set({ validTo: addDays(today, -1) })
        .where(where)
  }
  const had = new Set(former.map((one) => one.scheme))
  await addCodes(
    work,
    changed.flatMap((scheme) => rowsOf(work, id, { [scheme]: codes[scheme] }, had.has(scheme) ? today : null)),
  )
}

type CodeRow = typeof organisationCodes.$inferInsert

function rowsOf(work: Work, organisationId: OrganisationId, codes: Codes, validFrom: Day | null = null): CodeRow[] {
  return schemesIn(codes).map((scheme) => ({
    id: newId<'organisationCode'>(),
    organisationId,
    scheme,
    value: codes[scheme] ?? '',
    validFrom,
    recordedAt: work.now,
  }))
}

async function addCodes(work: Work, rows: CodeRow[]): Promise<void> {
  if (rows.length === 0) return
  await work.db.insert(organisationCodes).values(rows)
  await recordAll(
    work,
    rows.map((row) => ({
      action: 'organisation.code-set',
      subjectId: row.organisationId,
      organisationId: row.organisationId,
      after: row,
    })),
  )
}

function schemesIn(codes: Codes): CodeScheme[] {
  return Object.entries(codes).flatMap(([scheme, value]) => (value ? [scheme as CodeScheme] : [])) // keys of Codes
}
