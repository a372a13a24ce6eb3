import * as z from 'zod'
import { roles } from '../../kernel/actor.ts'
import { Done, defineContract, FileAnswer } from '../../kernel/contract.ts'
import { DaySchema } from '../../kernel/day.ts'

/** What only a demonstration has: a clock that can be moved, and its sample order to try the import with. */
export const demonstrationContract = defineContract({
  moveClock: {
    method: 'PUT',
    path: '/demonstration/clock',
    callers: roles,
    input: z.object({ today: DaySchema }),
    output: Done,
  },
  downloadOrder: {
    method: 'GET',
    path: '/demonstration/order.docx',
    callers: roles,
    input: z.object({}),
    output: FileAnswer,
    download: true,
  },
})
