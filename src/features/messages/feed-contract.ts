import * as z from 'zod'
import { readers } from '../../kernel/actor.ts'
import { Done, defineContract, Moment } from '../../kernel/contract.ts'

/** The secret link of a person's own calendar. */
export const feedContract = defineContract({
  loadFeed: {
    method: 'GET',
    path: '/calendar-feed',
    callers: readers,
    input: z.object({}),
    output: z.object({ feed: z.object({ token: z.string(), madeAt: Moment }).nullable() }),
  },
  /** A new link; the last one stops working. */
  makeFeed: { method: 'POST', path: '/calendar-feed', callers: readers, input: z.object({}), output: Done },
  endFeed: { method: 'DELETE', path: '/calendar-feed', callers: readers, input: z.object({}), output: Done },
})
