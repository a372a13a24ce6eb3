import { and, eq, sql } from 'drizzle-orm'
import { addDays, type Day, dayAt } from '../../kernel/day.ts'
import type { ActivityId, OrganisationId } from '../../kernel/id.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { DEFAULT_TIME_ZONE } from '../organisations/organisation.ts'
import { activityIdsOf, type Board, listPlansSince } from './board.service.ts'
import type { ProofRow } from './cell-rows.service.ts'
import { derivingAt } from './derive-assignments.service.ts'
import { listFacts } from './facts.service.ts'
import { listOwnRows, standingOwnRows } from './own-rows.service.ts'
import type { CellStanding, Place } from './permission.ts'
import type { Standing } from './standing.ts'
import { proofItems } from './tables.ts'

/** What a cell is known by where many of one organisation are looked at together. */
export type KnownCell = {
  place: { organisation: Place['organisation']; authority: Place['authority'] & { id: OrganisationId } }
  standing: Pick<Standing, 'cycles'>
  now: CellStanding
  proofs: ProofRow[]
  today: Day
}

/** Projects that ended longer ago ask nothing more. */
const DAYS_BACK = 400

type Derived = Omit<KnownCell, 'proofs'> & { activityId: ActivityId }

/** What road maps and its own map ask of this organisation in open projects: as many statements for one row as for all. */
export async function listKnownCells(work: Work, organisationId: OrganisationId): Promise<Map<ActivityId, KnownCell>> {
  const since = addDays(dayAt(work.now, DEFAULT_TIME_ZONE), -DAYS_BACK)
  const [plans, rows] = await Promise.all([listPlansSince(work, since), listOwnRows(work, since)])
  const own = rows.filter((one) => one.organisation.id === organisationId)
  const near = plans.filter((one) => one.parties.some((party) => party.organisation.id === organisationId))
  const activityIds = [...near.flatMap(activityIdsOf), ...own.map((one) => one.activityId)]
  if (activityIds.length === 0) return new Map()
  const facts = await listFacts(work, activityIds)
  const decided = (activityId: ActivityId) => {
    const { isReleased, isExempt } = facts.of(activityId, organisationId)
    return { isReleased, isExempt }
  }
  const derived = [
    ...near.flatMap((plan) => askedBy(work, { ...plan, facts }, organisationId)),
    ...standingOwnRows(work, own, facts).map(({ activityId, organisation, authority, standing }): Derived => {
      const now = { state: standing.state, ...decided(activityId) }
      return { activityId, place: { organisation, authority }, standing, now, today: todayOf(work, organisation) }
    }),
  ]
  const proofs = await listProofsOf(work, organisationId, activityIds)
  return new Map(
    derived.map((one) => [
      one.activityId,
      { ...one, proofs: proofs.filter((proof) => proof.activityId === one.activityId) },
    ]),
  )
}

function askedBy(work: Work, board: Board, organisationId: OrganisationId): Derived[] {
  const party = board.parties.find((one) => one.organisation.id === organisationId)
  if (!party) return []
  const { organisation } = party
  const assignments = derivingAt(work.now)(board, board.activities)(party)
  return board.activities.flatMap((activity, index): Derived[] => {
    const found = activity.removedBy === null && assignments[index]
    if (!found || found.isOutsideVariant) return []
    const { standing } = found
    const { isReleased, isExempt } = board.facts.of(activity.activityId, organisationId)
    const now = { state: standing.state, isReleased, isExempt }
    const place = { organisation, authority: board.authority }
    return [{ activityId: activity.activityId, place, standing, now, today: todayOf(work, organisation) }]
  })
}

function todayOf({ now }: Work, { timeZone }: { timeZone: string }): Day {
  return dayAt(now, timeZone)
}

function listProofsOf(
  work: Work,
  organisationId: OrganisationId,
  activityIds: readonly ActivityId[],
): Promise<ProofRow[]> {
  return work.db
    .select()
    .from(proofItems)
    .where(
      and(
        eq(proofItems.organisationId, organisationId),
        sql`${proofItems.activityId} = any(${sql.param([...activityIds])}::uuid[])`,
        visibleTo(work.actor, proofItems),
      ),
    )
}
