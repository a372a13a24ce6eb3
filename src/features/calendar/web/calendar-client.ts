import { createClient } from '../../../kernel/client.ts'
import { send } from '../../../web/send.ts'
import { calendarContract } from '../contract.ts'

export const calendarClient = createClient(calendarContract, send)
