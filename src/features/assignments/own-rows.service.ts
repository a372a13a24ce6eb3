import { and, asc, eq, gte, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Day } from '../../kernel/day.ts'
import { preparedRead, type Reading } from '../../server/prepared-read.ts'
import type { Work } from '../../server/work.ts'
import { dayChanges } from '../calendar/day-changes.service.ts'
import { organisations } from '../organisations/tables.ts'
import { programmes } from '../programmes/tables.ts'
import { schoolMapRevisions, schoolMapRows, schoolMaps } from '../school-maps/tables.ts'
import { clocksAt } from './deadline.ts'
import type { FactsOfCells } from './facts.service.ts'
import { type Standing, standingIn, timedOf } from './standing.ts'
import { dueSoonDays } from './threshold.service.ts'

const authorities = alias(organisations, 'authority')

/** Rows of schools' own maps in force, without facts: for whoever asks for the facts of everything together. */
export function listOwnRows(work: Work, since: Day): Promise<OwnRow[]> {
  return rowsSince(work, { since })
}

/** Which own row of its map it is, from 1: «Ш.1». */
export const placeInRevision = sql<number>`(row_number() over (partition by ${schoolMapRows.revisionId}
  order by ${schoolMapRows.position}, ${schoolMapRows.activityId}))::int`

function ownRows({ db, now, asked, visible }: Reading<{ since: Day }>) {
  const { id, kind, path, shortName, timeZone } = organisations
  return db
    .select({
      activityId: schoolMapRows.activityId,
      place: placeInRevision,
      title: schoolMapRows.title,
      period: schoolMapRows.period,
      proof: schoolMapRows.proof,
      programme: {
        ...{ id: programmes.id, title: programmes.title },
        ...{ startsOn: programmes.startsOn, endsOn: programmes.endsOn },
      },
      organisation: { id, kind, path, shortName, timeZone },
      authority: { id: authorities.id, path: authorities.path, dayOffRule: authorities.dayOffRule },
      dayChanges: dayChanges(visible, authorities.path),
      dueSoonDays: dueSoonDays(now),
    })
    .from(schoolMapRows)
    .innerJoin(schoolMapRevisions, eq(schoolMapRevisions.id, schoolMapRows.revisionId))
    .innerJoin(schoolMaps, eq(schoolMaps.id, schoolMapRows.schoolMapId))
    .innerJoin(programmes, eq(programmes.id, schoolMaps.programmeId))
    .innerJoin(organisations, eq(organisations.id, schoolMaps.schoolId))
    .innerJoin(authorities, eq(authorities.id, programmes.authorityId))
    .where(
      and(
        eq(schoolMapRevisions.status, 'approved'),
        eq(schoolMapRows.removed, false),
        gte(programmes.endsOn, asked('since')),
        isNull(programmes.closedAt),
        visible(schoolMapRows),
        visible(organisations),
      ),
    )
    .orderBy(asc(programmes.title), asc(organisations.shortName), asc(schoolMapRows.position))
}

type OwnRow = Awaited<ReturnType<typeof ownRows>>[number]
const rowsSince = preparedRead<{ since: Day }, OwnRow>('own-rows', ownRows)

export type StandingOwnRow = OwnRow & { standing: Standing }

/** Where each of these rows stands: derived as a row of the authority's map is. */
export function standingOwnRows(work: Work, rows: readonly OwnRow[], facts: FactsOfCells): StandingOwnRow[] {
  const clocks = clocksAt(work.now)
  return rows.map((row): StandingOwnRow => {
    const { period, programme, authority, organisation } = row
    const demand = {
      period,
      frame: programme,
      dayOffRule: authority.dayOffRule,
      dayChanges: row.dayChanges,
      dueTime: null,
    }
    const timed = timedOf(demand, { clock: clocks(organisation.timeZone), dueSoonDays: row.dueSoonDays })
    return { ...row, standing: standingIn(timed, facts.of(row.activityId, organisation.id)) }
  })
}

/** «Ш.1»: its place among the school's own rows. */
export function numberOfOwnRow(place: number): string {
  return `Ш.${place}`
}
