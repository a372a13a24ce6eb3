import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Day } from '../../kernel/day.ts'
import type { OrganisationId } from '../../kernel/id.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Service, Work } from '../../server/work.ts'
import type { organisationsContract } from './contract.ts'
import { loadOrganisation } from './service.ts'
import { organisationCodes, organisationNames, organisationPlaces, organisations } from './tables.ts'
import { inForceOn, inOrderOfTime } from './through-time.ts'

export const historyService: Pick<Service<typeof organisationsContract>, 'loadHistory'> = {
  async loadHistory(work, { id }) {
    const { closedBasis, successorId } = await loadOrganisation(work, id)
    const { names, places, codes } = { names: organisationNames, places: organisationPlaces, codes: organisationCodes }
    const named = await work.db
      .select()
      .from(names)
      .where(and(eq(names.organisationId, id), visibleTo(work.actor, names)))
    const placed = await work.db
      .select({ place: places, parentName: sql<string>`coalesce(${organisations.shortName}, '…')` })
      .from(places)
      .leftJoin(organisations, and(eq(organisations.id, places.parentId), visibleTo(work.actor, organisations)))
      .where(and(eq(places.organisationId, id), visibleTo(work.actor, places)))
    const coded = await work.db
      .select()
      .from(codes)
      .where(and(eq(codes.organisationId, id), visibleTo(work.actor, codes)))
    const [successor] = successorId
      ? await work.db
          .select({ shortName: organisations.shortName })
          .from(organisations)
          .where(and(eq(organisations.id, successorId), visibleTo(work.actor, organisations)))
      : []
    const told = <T extends { recordedAt: Date }>(row: T) => ({ ...row, recordedAt: row.recordedAt.toISOString() })
    return {
      names: inOrderOfTime(named).map(told),
      places: inOrderOfTime(placed.map(({ place, parentName }) => ({ ...told(place), parentName }))),
      codes: inOrderOfTime(coded),
      closedBasis,
      successorName: successor?.shortName ?? null,
    }
  },
}

/** What these organisations were called on that day: for papers, which keep the names of their own time. */
export async function listNamesOn(
  work: Work,
  ids: readonly OrganisationId[],
  on: Day,
): Promise<Map<OrganisationId, { shortName: string; fullName: string }>> {
  if (ids.length === 0) return new Map()
  const rows = await work.db
    .select()
    .from(organisationNames)
    .where(and(inArray(organisationNames.organisationId, [...ids]), visibleTo(work.actor, organisationNames)))
  return new Map(
    ids.flatMap((id) => {
      const name = inForceOn(
        rows.filter((row) => row.organisationId === id),
        on,
      )
      return name ? [[id, name] as const] : []
    }),
  )
}
