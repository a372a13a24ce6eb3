import { eq, sql } from 'drizzle-orm'
import { type Actor, holds } from '../../kernel/actor.ts'
import type { OrganisationId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import { actForHouse } from '../../server/scope.ts'
import type { Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { pathBelow } from './organisation.ts'
import {
  changeRow,
  createOrganisation,
  loadOrganisation,
  type Organisation,
  refuseStale,
  refuseTwin,
} from './service.ts'
import { organisations } from './tables.ts'
import './words.ts'

type Top = { id: OrganisationId; rowVersion: number }
type Wanted = { shortName: string; fullName: string; authorities: readonly Top[] }

/**
 * Makes a region above authorities that nobody stands above; all that is below them goes along. Only whoever administers
 * each of them may: so nobody comes to see what she did not see before. From here on the transaction acts for the house,
 * which alone may put something above everything.
 */
export async function foundRegionAbove(
  work: Work,
  { shortName, fullName, authorities }: Wanted,
): Promise<Organisation> {
  const tops = await loadTops(work, authorities)
  const [first] = tops
  refuseUnless(first, 'unprocessable', 'organisation.no-region')
  await actForHouse(work.db)
  await refuseTwin(work, { parentId: null, fullName })
  const region = await createOrganisation(work, {
    ...{ kind: 'region', parent: null, shortName, fullName, timeZone: first.timeZone },
  })
  for (const top of tops) await placeBelow(work, top, region)
  return region
}

async function loadTops(work: Work, authorities: readonly Top[]): Promise<Organisation[]> {
  const tops: Organisation[] = []
  // In one order, so that two who do it at one moment do not wait for each other for ever.
  for (const { id, rowVersion } of authorities.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    await work.db.select({ id: organisations.id }).from(organisations).where(eq(organisations.id, id)).for('update')
    const top = await loadOrganisation(work, id)
    refuseUnless(mayPutRegionAbove(work.actor, top), 'forbidden', 'organisation.not-yours')
    refuseStale(top, rowVersion)
    refuseUnless(top.kind === 'authority' && top.parentId === null, 'conflict', 'organisation.no-region')
    refuseUnless(top.closedOn === null, 'conflict', 'organisation.closed')
    tops.push(top)
  }
  return tops
}

function mayPutRegionAbove(actor: Actor, top: Organisation): boolean {
  return holds(actor, ['administrator'], top)
}

async function placeBelow(work: Work, top: Organisation, region: Organisation): Promise<void> {
  const path = pathBelow(region.path, top.id)
  const after = await changeRow(work, top, { parentId: region.id, path })
  await work.db
    .update(organisations)
    .set({ path: sql`${path} || substr(${organisations.path}, ${top.path.length + 1})` })
    .where(sql`${organisations.path} like ${`${top.path}%`}`)
  await record(work, { action: 'organisation.moved', subjectId: top.id, organisationId: top.id, before: top, after })
}
