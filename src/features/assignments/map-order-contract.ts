import * as z from 'zod'
import { defineContract } from '../../kernel/contract.ts'
import { DaySchema } from '../../kernel/day.ts'
import { idOf } from '../../kernel/id.ts'
import { onBehalfWays } from '../../kernel/on-behalf.ts'
import { WindowSchema } from '../../kernel/period.ts'
import { CellView } from './cell-view.ts'

const doers = ['municipal_coordinator', 'curator', 'school_head', 'school_team'] as const
const OrganisationId = idOf<'organisation'>()

/** A row that the order of the school's own map proves. */
const MapOrderRow = z.object({
  activityId: idOf<'activity'>(),
  number: z.string().nullable(),
  title: z.string(),
  window: WindowSchema,
  order: z.object({ number: z.string(), date: DaySchema }),
})

/** The school's own map, approved by order, proves the row of the authority's map that asks for it. */
export const mapOrderEndpoints = defineContract({
  /** What its order would prove now: one window for each row, the one that is due first. */
  listMapOrderRows: {
    method: 'GET',
    path: '/programmes/:programmeId/organisations/:organisationId/map-order-rows',
    callers: doers,
    input: z.object({ programmeId: idOf<'programme'>(), organisationId: OrganisationId }),
    output: z.object({ rows: z.array(MapOrderRow) }),
  },
  /** The order is recorded as the proof and handed in; it is accepted as everything is. */
  proveByMapOrder: {
    method: 'POST',
    path: '/activities/:activityId/organisations/:organisationId/map-order-proofs',
    callers: doers,
    input: z.object({
      activityId: idOf<'activity'>(),
      organisationId: OrganisationId,
      window: WindowSchema,
      onBehalf: z.enum(onBehalfWays).nullable().default(null),
    }),
    output: CellView,
  },
})

export type MapOrderRow = z.infer<typeof MapOrderRow>
