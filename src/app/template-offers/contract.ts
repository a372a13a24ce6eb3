import * as z from 'zod'
import { comparedFields } from '../../features/road-maps/compare-revisions.ts'
import { UnderstandingSchema } from '../../features/road-maps/understanding.ts'
import { Done, defineContract, RowVersion } from '../../kernel/contract.ts'
import { idOf } from '../../kernel/id.ts'

const callers = ['municipal_coordinator'] as const
const ImportId = idOf<'orderImport'>()
const CorrectionId = idOf<'correction'>()
const UseId = idOf<'templateUse'>()
const Revision = z.int().min(1)
/** A row by its name in one state of the template. */
const RowName = z.string().min(1).max(20)

const OfferedRowView = z.object({
  row: RowName,
  kind: z.enum(['changed', 'added', 'removed']),
  number: z.string().nullable(),
  title: z.string(),
  /** The plan has said something else of the same. */
  isBoth: z.boolean(),
  changes: z.array(z.object({ field: z.enum(comparedFields), before: z.string(), after: z.string() })),
  /** Of the row in the correction into which it is taken; 1 while nobody has changed it there. */
  rowVersion: z.int(),
})

/** What a template says otherwise since the plan was begun with it. */
const OfferView = z.object({
  useId: UseId,
  rowVersion: z.int(),
  title: z.string(),
  revision: z.int(),
  rows: z.array(OfferedRowView),
})

const Offered = z.object({ offer: OfferView.nullable() })

export const templateOffersContract = defineContract({
  findForImport: {
    method: 'GET',
    path: '/imports/:id/template-offer',
    callers,
    input: z.object({ id: ImportId }),
    output: Offered,
  },
  findForCorrection: {
    method: 'GET',
    path: '/corrections/:id/template-offer',
    callers,
    input: z.object({ id: CorrectionId }),
    output: Offered,
  },
  takeIntoImport: {
    method: 'POST',
    path: '/imports/:id/template-offer/rows',
    callers,
    input: z.object({ id: ImportId, rowVersion: RowVersion, revision: Revision, row: RowName }),
    output: z.object({ rowVersion: z.int(), understanding: UnderstandingSchema }),
  },
  /** `rowVersion` is that of the row in the correction. */
  takeIntoCorrection: {
    method: 'POST',
    path: '/corrections/:id/template-offer/rows',
    callers,
    input: z.object({ id: CorrectionId, rowVersion: RowVersion, revision: Revision, row: RowName }),
    output: Done,
  },
  /** The plan stays as it is; a later change of the template is told again. */
  leaveOffer: {
    method: 'POST',
    path: '/template-uses/:useId/settlement',
    callers,
    input: z.object({ useId: UseId, rowVersion: RowVersion, revision: Revision }),
    output: Done,
  },
})

export type OfferView = z.infer<typeof OfferView>
export type OfferedRowView = z.infer<typeof OfferedRowView>
