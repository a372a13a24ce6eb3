import * as z from 'zod'
import { Done, defineContract } from '../../kernel/contract.ts'
import { idOf } from '../../kernel/id.ts'

/** «Посмотреть глазами…»: an administrator sees what another person sees, and changes nothing. */
export const viewAsContract = defineContract({
  viewAs: {
    method: 'POST',
    path: '/view',
    callers: ['administrator'],
    input: z.object({ personId: idOf<'person'>() }),
    output: Done,
  },
  comeBack: {
    method: 'DELETE',
    path: '/view',
    callers: ['anyone'],
    leavesView: true,
    input: z.object({}),
    output: Done,
  },
})
