import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { personIdOf } from '../../kernel/actor.ts'
import type { OrganisationId, RoadMapId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { people } from '../access/tables.ts'
import { record } from '../audit/service.ts'
import { organisations } from '../organisations/tables.ts'
import { canCoordinate } from '../programmes/programme.ts'
import { listParticipants } from '../programmes/service.ts'
import type { DispatchView, PlanPreview } from './contract.ts'
import { noticeText, planText } from './plan-text.ts'
import { canAcknowledge, planOf, seesWholeRoadMap } from './road-map.ts'
import { activityOf } from './road-map-rows.ts'
import { listRows, loadRoadMapInForce } from './road-maps.service.ts'
import { shareOrders } from './share-orders.service.ts'
import { dispatches } from './tables.ts'

/** What each school will see, before anything is sent. */
export async function previewDispatch(
  work: Work,
  { id }: { id: RoadMapId },
): Promise<{ plans: PlanPreview[]; text: string }> {
  const { roadMap, programme, revision, owner } = await loadRoadMapInForce(work, id)
  refuseUnless(seesWholeRoadMap(work.actor, owner), 'missing', 'road-map.missing')
  const rows = await listRows(work, revision.id)
  const sent = new Map((await sentOf(work, id)).map((one) => [one.organisationId, one]))
  const head = { title: roadMap.title, orderNumber: revision.orderNumber, orderDate: revision.orderDate }
  const forSchools = rows.filter((row) => row.parts.school !== null)
  const plans = (await listParticipants(work, programme.id)).map((school): PlanPreview => {
    const plan = planOf(rows, school.variant)
    const asks = plan.filter((row) => row.parts.school !== 'is-informed').length
    const { organisationId, shortName, fullName, variant } = school
    const activities = plan.map(activityOf)
    return {
      ...{ organisationId, shortName, fullName, variant, asks, activities },
      sentAt: sent.get(organisationId)?.sentAt ?? null,
      isSentAsItStands: sent.get(organisationId)?.revision === revision.number,
      acknowledgedAt: sent.get(organisationId)?.acknowledgedAt ?? null,
      informs: plan.length - asks,
      heldBack: variant === 'undefined' ? forSchools.length - plan.length : 0,
      text: planText(head, { shortName, variant, activities }),
    }
  })
  return { plans, text: noticeText(head) }
}

export async function listDispatches(work: Work, { id }: { id: RoadMapId }): Promise<{ dispatches: DispatchView[] }> {
  await loadRoadMapInForce(work, id)
  return { dispatches: await sentOf(work, id) }
}

/** From now on these schools see their plans. A new revision is acknowledged anew; the same one sent again changes nothing. */
export async function sendToSchools(
  work: Work,
  { id, organisationIds }: { id: RoadMapId; organisationIds: OrganisationId[] },
): Promise<{ dispatches: DispatchView[] }> {
  const { programme, revision, owner } = await loadRoadMapInForce(work, id)
  refuseUnless(canCoordinate(work.actor, owner), 'forbidden', 'road-map.not-yours')
  const known = new Set((await listParticipants(work, programme.id)).map((one) => one.organisationId))
  const wanted = [...new Set(organisationIds)]
  refuseUnless(
    wanted.every((one) => known.has(one)),
    'unprocessable',
    'road-map.not-a-participant',
  )
  const sending = { roadMapId: id, revision: revision.number, sentAt: work.now, sentBy: personIdOf(work.actor) }
  await work.db
    .insert(dispatches)
    .values(wanted.map((organisationId) => ({ ...sending, organisationId })))
    .onConflictDoUpdate({
      target: [dispatches.roadMapId, dispatches.organisationId],
      set: {
        revision: sql`excluded.revision`,
        sentAt: sql`excluded.sent_at`,
        sentBy: sql`excluded.sent_by`,
        acknowledgedAt: null,
        acknowledgedBy: null,
      },
      setWhere: sql`${dispatches.revision} <> excluded.revision`,
    })
  await shareOrders(work, id)
  await record(work, {
    action: 'road-map.sent',
    subjectId: id,
    organisationId: owner.id,
    after: { revision: revision.number, organisationIds: wanted },
  })
  return { dispatches: await sentOf(work, id) }
}

/** «Ознакомлен»: said by the school, or by the coordinator for it. */
export async function acknowledge(
  work: Work,
  { id, organisationId }: { id: RoadMapId; organisationId: OrganisationId },
): Promise<DispatchView> {
  const { owner } = await loadRoadMapInForce(work, id)
  const place = await findPlace(work, organisationId)
  refuseUnless(place && canAcknowledge(work.actor, { owner, school: place }), 'forbidden', 'road-map.not-your-school')
  const [acknowledged] = await work.db
    .update(dispatches)
    .set({ acknowledgedAt: work.now, acknowledgedBy: personIdOf(work.actor) })
    .where(
      and(
        eq(dispatches.roadMapId, id),
        eq(dispatches.organisationId, organisationId),
        isNull(dispatches.acknowledgedAt),
      ),
    )
    .returning({ organisationId: dispatches.organisationId })
  const standing = (await sentOf(work, id)).find((one) => one.organisationId === organisationId)
  refuseUnless(standing, 'conflict', 'road-map.not-sent')
  refuseUnless(acknowledged, 'conflict', 'road-map.already-acknowledged')
  await record(work, { action: 'road-map.acknowledged', subjectId: id, organisationId, after: standing })
  return standing
}

async function sentOf(work: Work, id: RoadMapId): Promise<DispatchView[]> {
  const found = await work.db
    .select({
      organisationId: dispatches.organisationId,
      revision: dispatches.revision,
      sentAt: dispatches.sentAt,
      acknowledgedAt: dispatches.acknowledgedAt,
      acknowledgedBy: people.name,
    })
    .from(dispatches)
    .leftJoin(people, eq(people.id, dispatches.acknowledgedBy))
    .where(and(eq(dispatches.roadMapId, id), visibleTo(work.actor, dispatches)))
    .orderBy(asc(dispatches.organisationId))
  return found.map((one) => ({
    ...one,
    sentAt: one.sentAt.toISOString(),
    acknowledgedAt: one.acknowledgedAt?.toISOString() ?? null,
  }))
}

async function findPlace(work: Work, id: OrganisationId): Promise<{ path: string } | null> {
  const [found] = await work.db
    .select({ path: organisations.path })
    .from(organisations)
    .where(and(eq(organisations.id, id), visibleTo(work.actor, organisations)))
  return found ?? null
}
