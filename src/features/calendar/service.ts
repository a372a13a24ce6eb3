import type { Service } from '../../server/work.ts'
import type { calendarContract } from './contract.ts'
import { keepCalendarService } from './keep-calendar.service.ts'
import { loadCalendar } from './read-calendar.service.ts'

export const calendarService: Service<typeof calendarContract> = { loadCalendar, ...keepCalendarService }
