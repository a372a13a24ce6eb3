import * as z from 'zod'
import { defineContract, FileAnswer } from '../../kernel/contract.ts'

/** What calendar programs ask for again and again. The secret stands in the query, which no log keeps. */
export const calendarContract = defineContract({
  readCalendar: {
    method: 'GET',
    path: '/calendar.ics',
    callers: ['anyone'],
    input: z.object({ token: z.string().min(20).max(200) }),
    output: FileAnswer,
    download: true,
  },
})
