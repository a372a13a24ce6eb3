import * as z from 'zod'
import { sides } from './assignment.ts'

/** Who did something; a school knows the people of the authority by their side only. */
export const Doer = z.object({ side: z.enum(sides), name: z.string().nullable() })

export type Doer = z.infer<typeof Doer>
