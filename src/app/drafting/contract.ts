import * as z from 'zod'
import { correctionStatuses } from '../../features/corrections/correction.ts'
import { DocumentView } from '../../features/documents/view.ts'
import { readers } from '../../kernel/actor.ts'
import { defineContract } from '../../kernel/contract.ts'
import { DaySchema } from '../../kernel/day.ts'
import { idOf } from '../../kernel/id.ts'
import { paperLayouts } from './layouts.ts'

/** Each is null where there is none, or where the reader does not see it. */
export const Ground = z.object({
  /** The correction that the order is about; `mayOpen`: it is open, and the reader goes on with it. */
  correction: z
    .object({
      roadMapId: idOf<'roadMap'>(),
      status: z.enum(correctionStatuses),
      reason: z.string(),
      startedOn: DaySchema,
      mayOpen: z.boolean(),
    })
    .nullable(),
  /** The revision of a road map that the order put in force. */
  roadMap: z.object({ id: idOf<'roadMap'>(), title: z.string(), revision: z.int() }).nullable(),
  /** The project from whose records the paper was filled. */
  project: z.object({ id: idOf<'programme'>(), title: z.string() }).nullable(),
})

export const draftingContract = defineContract({
  /** A paper filled from the records of a project, as a draft to be written on. */
  draftFromRecords: {
    method: 'POST',
    path: '/programmes/:programmeId/documents',
    callers: ['municipal_coordinator', 'authority_head'],
    input: z.object({ programmeId: idOf<'programme'>(), layout: z.enum(paperLayouts) }),
    output: DocumentView,
  },
  /** What a paper was made from, and what it put in force. */
  loadGround: {
    method: 'GET',
    path: '/documents/:id/ground',
    callers: readers,
    input: z.object({ id: idOf<'document'>() }),
    output: Ground,
  },
})
