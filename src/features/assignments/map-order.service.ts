import { and, eq, sql } from 'drizzle-orm'
import type { ActivityId, OrganisationId, ProgrammeId } from '../../kernel/id.ts'
import { refuseUnless } from '../../kernel/refusal.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { loadOrganisation } from '../organisations/service.ts'
import { activityRevisions, roadMapRevisions, roadMaps } from '../road-maps/tables.ts'
import { schoolMapRevisions, schoolMaps } from '../school-maps/tables.ts'
import type { Recording } from './add-event.service.ts'
import { loadCell } from './cell.service.ts'
import { asksForMap, type MapOrder, mapOrderWords } from './map-order.ts'
import type { MapOrderRow } from './map-order-contract.ts'
import { listOpenCells } from './open-cells.service.ts'
import { recordProof } from './record-proof.service.ts'
import { submitWindow } from './submit.service.ts'
import './words.ts'

type InProject = { programmeId: ProgrammeId; organisationId: OrganisationId }

/** Nothing while the school's map has no order of its own, or where every such row is proved already. */
export async function listMapOrderRows(work: Work, where: InProject): Promise<{ rows: MapOrderRow[] }> {
  await loadOrganisation(work, where.organisationId)
  const order = await findMapOrder(work, where)
  if (!order) return { rows: [] }
  const asking = await listRowsAskingForMap(work, where.programmeId)
  if (asking.size === 0) return { rows: [] }
  const { cells } = await listOpenCells(work, where.organisationId)
  const open = cells.filter((one) => asking.has(one.activityId) && one.state !== 'ahead')
  const first = new Map([...open].reverse().map((one) => [one.activityId, one]))
  return {
    rows: [...first.values()].map(({ activityId, number, title, window }) => ({
      ...{ activityId, number, title, window, order },
    })),
  }
}

/** The coordinator who records it for a school accepts it with the same press; a school's own waits for her. */
export async function proveByMapOrder(work: Work, recording: Recording): Promise<void> {
  const { activityId, organisationId, window, onBehalf } = recording
  const { asked } = await loadCell(work, activityId, organisationId)
  const isAsking = asked.kind === 'activity' && asksForMap(asked.row)
  refuseUnless(isAsking, 'conflict', 'assignment.asks-no-map')
  const order = await findMapOrder(work, { programmeId: asked.programmeId, organisationId })
  refuseUnless(order, 'conflict', 'assignment.map-not-approved')
  await recordProof(work, recording, { form: 'words', note: mapOrderWords(order) })
  if (!onBehalf) await submitWindow(work, { activityId, organisationId, window, note: '' })
}

/** The order of the school's map in force. */
async function findMapOrder(work: Work, { programmeId, organisationId }: InProject): Promise<MapOrder | null> {
  const [found] = await work.db
    .select({ number: schoolMapRevisions.orderNumber, date: schoolMapRevisions.orderDate })
    .from(schoolMapRevisions)
    .innerJoin(schoolMaps, eq(schoolMaps.id, schoolMapRevisions.schoolMapId))
    .where(
      and(
        eq(schoolMaps.programmeId, programmeId),
        eq(schoolMaps.schoolId, organisationId),
        eq(schoolMapRevisions.status, 'approved'),
        visibleTo(work.actor, schoolMapRevisions),
      ),
    )
  const { number, date } = found ?? {}
  return number && date ? { number, date } : null
}

async function listRowsAskingForMap(work: Work, programmeId: ProgrammeId): Promise<Set<ActivityId>> {
  const found = await work.db
    .select({ activityId: activityRevisions.activityId })
    .from(activityRevisions)
    .innerJoin(roadMapRevisions, eq(roadMapRevisions.id, activityRevisions.revisionId))
    .innerJoin(roadMaps, eq(roadMaps.id, roadMapRevisions.roadMapId))
    .where(
      and(
        eq(roadMaps.programmeId, programmeId),
        eq(roadMapRevisions.status, 'approved'),
        sql`'road-map' = any(${activityRevisions.proof})`,
        visibleTo(work.actor, activityRevisions),
      ),
    )
  return new Set(found.map((one) => one.activityId))
}
