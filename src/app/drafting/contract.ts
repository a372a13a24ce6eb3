import * as z from 'zod'
import { DocumentView } from '../../features/documents/view.ts'
import { defineContract } from '../../kernel/contract.ts'
import { idOf } from '../../kernel/id.ts'
import { paperLayouts } from './layouts.ts'

export const draftingContract = defineContract({
  /** A paper filled from the records of a project, as a draft to be written on. */
  draftFromRecords: {
    method: 'POST',
    path: '/programmes/:programmeId/documents',
    callers: ['municipal_coordinator', 'authority_head'],
    input: z.object({ programmeId: idOf<'programme'>(), layout: z.enum(paperLayouts) }),
    output: DocumentView,
  },
})
