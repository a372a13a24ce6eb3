import { eq } from 'drizzle-orm'
import { type Day, dayAt, startOf } from '../../kernel/day.ts'
import type { OrganisationId } from '../../kernel/id.ts'
import type { Work } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { COME_INTO_FORCE } from './jobs.ts'
import { pathBelow } from './organisation.ts'
import { type Change, changeRow, loadOrganisation, type Organisation } from './service.ts'
import { organisationNames, organisationPlaces, organisations } from './tables.ts'
import { inForceOn } from './through-time.ts'

/** Name and place become those of today; where they are already, nothing happens. */
export async function comeIntoForce(work: Work, id: OrganisationId): Promise<void> {
  // Two that come at one moment come one after the other.
  await work.db.select({ id: organisations.id }).from(organisations).where(eq(organisations.id, id)).for('update')
  const before = await loadOrganisation(work, id)
  const change = await dueChange(work, before)
  if (Object.keys(change).length === 0) return
  const after = await changeRow(work, before, change)
  await record(work, { action: 'organisation.came-into-force', subjectId: id, organisationId: id, before, after })
}

/** What of the card differs from what was said to hold today. */
export async function dueChange(work: Work, { id, timeZone, ...card }: Organisation): Promise<Change> {
  const today = dayAt(work.now, timeZone)
  const names = await work.db.select().from(organisationNames).where(eq(organisationNames.organisationId, id))
  const places = await work.db.select().from(organisationPlaces).where(eq(organisationPlaces.organisationId, id))
  const name = inForceOn(names, today)
  const place = inForceOn(places, today)
  const isRenamed = name !== null && (name.shortName !== card.shortName || name.fullName !== card.fullName)
  const isMoved = place !== null && place.parentId !== card.parentId
  return {
    ...(isRenamed && { shortName: name.shortName, fullName: name.fullName }),
    ...(isMoved && (await placeBelow(work, { id, parentId: place.parentId }))),
  }
}

/** What is said for a day to come waits for it in the queue. */
export async function awaitDay(work: Work, { id, timeZone }: Organisation, from: Day): Promise<void> {
  if (from <= dayAt(work.now, timeZone)) return
  await work.enqueue(COME_INTO_FORCE, { organisationId: id, notBefore: startOf(from, timeZone).toISOString() })
}

async function placeBelow(work: Work, { id, parentId }: { id: OrganisationId; parentId: OrganisationId }) {
  const parent = await loadOrganisation(work, parentId)
  return { parentId, path: pathBelow(parent.path, id) }
}
