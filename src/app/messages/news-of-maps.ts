import { eq, inArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { organisations } from '../../features/organisations/tables.ts'
import { programmes } from '../../features/programmes/tables.ts'
import { schoolMapComments, schoolMapRevisions, schoolMaps } from '../../features/school-maps/tables.ts'
import type { Id } from '../../kernel/id.ts'
import type { Work } from '../../server/work.ts'
import { type Entry, eventOf, type Found, ofAuthority, ofSchool, place, subjectsOf, type Told } from './news.ts'

const told: Told = {
  'school-map.submitted': 'map-submitted',
  'school-map.returned': 'map-returned',
  'school-map.agreed': 'map-agreed',
  'school-map.approved': 'map-approved',
}

/** A school's map goes to the authority and comes back: each side learns of the other's step. */
export async function newsOfMaps(work: Work, entries: readonly Entry[]): Promise<Found[]> {
  const steps = entries.filter((entry) => eventOf(told, entry))
  const asked = subjectsOf<Id<'schoolMap'>>(steps, 'school-map.')
  if (asked.length === 0) return []
  const authorities = alias(organisations, 'authority')
  const rows = await work.db
    .select({ mapId: schoolMaps.id, organisation: place, ownerPath: authorities.path, remarks })
    .from(schoolMaps)
    .innerJoin(organisations, eq(organisations.id, schoolMaps.schoolId))
    .innerJoin(programmes, eq(programmes.id, schoolMaps.programmeId))
    .innerJoin(authorities, eq(authorities.id, programmes.authorityId))
    .where(inArray(schoolMaps.id, asked))
  const { schoolMapId: mapId, decidedAt: at, returnReason: reason } = schoolMapRevisions
  const reasons = await work.db
    .select({ mapId, at, reason })
    .from(schoolMapRevisions)
    .where(inArray(schoolMapRevisions.schoolMapId, asked))
  return steps.flatMap((entry): Found[] => {
    const event = eventOf(told, entry)
    const row = rows.find(({ mapId }) => mapId === entry.subjectId)
    if (!event || !row) return []
    const { mapId, organisation, ownerPath, remarks } = row
    const returned = reasons.find((one) => one.mapId === mapId && one.at?.getTime() === entry.at.getTime())
    const comment = event === 'map-returned' ? (returned?.reason ?? '') : ''
    const to = event === 'map-submitted' || event === 'map-approved' ? ofAuthority(ownerPath) : ofSchool(organisation)
    return [{ entry, event, subject: { kind: 'school-map', mapId, comment, remarks }, organisation, to }]
  })
}

/** Comments of the authority on the open revision that nobody has resolved yet. */
const remarks = sql<number>`(select count(*)::int from ${schoolMapComments} c
  where c.school_map_id = ${schoolMaps.id} and c.resolved_at is null)`
