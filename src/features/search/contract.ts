import * as z from 'zod'
import { readers } from '../../kernel/actor.ts'
import { defineContract } from '../../kernel/contract.ts'
import { idOf } from '../../kernel/id.ts'
import { foundKinds } from './found.ts'

const Found = z.object({
  kind: z.enum(foundKinds),
  id: z.string(),
  title: z.string(),
  /** What tells it from its namesakes: the full name, the project, the position. */
  note: z.string(),
  /** Of an activity. */
  programmeId: idOf<'programme'>().nullable(),
})

export const searchContract = defineContract({
  /** Organisations, activities, tasks and people that the caller may see and whose words hold every word typed. */
  find: {
    method: 'GET',
    path: '/search',
    callers: readers,
    input: z.object({ words: z.string().trim().min(2).max(100) }),
    output: z.object({ found: z.array(Found) }),
  },
})

export type Found = z.infer<typeof Found>
