import * as z from 'zod'
import { sides } from './assignment.ts'

/** Who did something; a school knows the people of the authority by their side only. */
export const Doer = z.object({
  side: z.enum(sides),
  name: z.string().nullable(),
  /** «И. о.»: the absent person in whose place it was done; null where it was done in one's own. */
  insteadOf: z.object({ name: z.string().nullable() }).nullable(),
})

export type Doer = z.infer<typeof Doer>
