import { and, asc, eq, gte, inArray, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Day } from '../../kernel/day.ts'
import { preparedRead, type Reading } from '../../server/prepared-read.ts'
import type { Work } from '../../server/work.ts'
import { organisations } from '../organisations/tables.ts'
import { programmes } from '../programmes/tables.ts'
import { canApprove, guides, isOfSchool, type MapStatus, type Place } from './school-map.ts'
import { schoolMapRevisions, schoolMaps } from './tables.ts'

/** What only this reader can do with a map now: agree or return, correct what was returned, record the order. */
export type MapStep = 'agree' | 'correct' | 'approve'

/** Maps that wait for the reader, in projects that were still running on this day: one statement for all of them. */
export async function listWaitingMaps(work: Work, since: Day) {
  const found = await mapsUnderway(work, { since })
  return found.flatMap(({ status, school, authority, ...map }) => {
    const step = stepOf(work, status, { school, authority })
    return step ? [{ ...map, step }] : []
  })
}

const authorities = alias(organisations, 'authority')

function underway({ db, asked, visible }: Reading<{ since: Day }>) {
  return db
    .select({
      programmeId: programmes.id,
      programmeTitle: programmes.title,
      organisationId: organisations.id,
      status: schoolMapRevisions.status,
      school: { path: organisations.path },
      authority: { path: authorities.path },
    })
    .from(schoolMapRevisions)
    .innerJoin(schoolMaps, eq(schoolMaps.id, schoolMapRevisions.schoolMapId))
    .innerJoin(programmes, eq(programmes.id, schoolMaps.programmeId))
    .innerJoin(organisations, eq(organisations.id, schoolMaps.schoolId))
    .innerJoin(authorities, eq(authorities.id, programmes.authorityId))
    .where(
      and(
        inArray(schoolMapRevisions.status, ['submitted', 'returned', 'agreed']),
        gte(programmes.endsOn, asked('since')),
        isNull(programmes.closedAt),
        visible(schoolMapRevisions),
        visible(organisations),
      ),
    )
    .orderBy(asc(programmes.title), asc(organisations.shortName))
}

type MapUnderway = Awaited<ReturnType<typeof underway>>[number]
const mapsUnderway = preparedRead<{ since: Day }, MapUnderway>('maps-underway', underway)

function stepOf({ actor }: Work, status: MapStatus, place: Place): MapStep | null {
  if (status === 'submitted') return guides(actor, place) ? 'agree' : null
  if (!isOfSchool(actor, place)) return null
  if (status === 'returned') return 'correct'
  return canApprove(actor, place) ? 'approve' : null
}
