import * as z from 'zod'
import { isDay } from '../../../kernel/day.ts'

const text = z.string().optional().catch(undefined)
const day = z.string().refine(isDay).optional().catch(undefined)
/** What is chosen in the journal, as it stands in the address. */
export const JournalUrl = z.object({ person: text, organisation: text, kind: text, from: day, to: day })
