import * as z from 'zod'
import { roles } from '../../kernel/actor.ts'
import { defineContract } from '../../kernel/contract.ts'

/** That something has changed among what one sees; what it is, the screen asks for as always. */
export const liveContract = defineContract({
  followChanges: {
    method: 'GET',
    path: '/changes',
    callers: roles,
    input: z.object({}),
    /** The number of the request that changed it; null: anything may have changed while nobody listened. */
    output: z.object({ by: z.string().nullable() }),
    stream: true,
  },
})
