import * as z from 'zod'
import { readers } from '../../kernel/actor.ts'
import { Done, defineContract, RowVersion } from '../../kernel/contract.ts'
import { DaySchema } from '../../kernel/day.ts'
import { idOf } from '../../kernel/id.ts'
import { dayOffRules, organisationKinds } from '../organisations/organisation.ts'
import { calendarPeriodKinds } from './calendar.ts'

const MOST_AT_ONCE = 12
const keepers = ['administrator', 'municipal_coordinator'] as const
const Year = z.coerce.number().int().min(2000).max(2100)
const Reason = z.string().trim().min(2).max(400)

const Period = z.object({
  kind: z.enum(calendarPeriodKinds),
  title: z.string().trim().min(2).max(200),
  startsOn: DaySchema,
  endsOn: DaySchema,
})

export const CalendarView = z.object({
  /** Whose calendar this is, and whose else can be looked at. */
  place: z.object({
    id: idOf<'organisation'>(),
    shortName: z.string(),
    dayOffRule: z.enum(dayOffRules),
    rowVersion: z.int(),
  }),
  places: z.array(z.object({ id: idOf<'organisation'>(), kind: z.enum(organisationKinds), shortName: z.string() })),
  mayChange: z.boolean(),
  year: z.int(),
  today: DaySchema,
  /** Otherwise than the country, or null: nothing any more; what was set above this place comes with the name of whose it is. */
  days: z.array(
    z.object({
      id: idOf<'calendarDay'>(),
      day: DaySchema,
      isWorking: z.boolean().nullable(),
      reason: z.string(),
      rowVersion: z.int(),
      /** Null: this place's own. */
      setBy: z.string().nullable(),
    }),
  ),
  periods: z.array(
    z.object({
      ...Period.shape,
      id: idOf<'calendarPeriod'>(),
      rowVersion: z.int(),
      setBy: z.string().nullable(),
    }),
  ),
})

const OnePeriod = z.object({ id: idOf<'calendarPeriod'>(), rowVersion: RowVersion })

export const calendarContract = defineContract({
  loadCalendar: {
    method: 'GET',
    path: '/calendar',
    callers: readers,
    input: z.object({ year: Year, organisationId: idOf<'organisation'>().optional() }),
    output: CalendarView,
  },
  /** This day is worked, or is off, whatever the country does. */
  addCalendarDay: {
    method: 'POST',
    path: '/organisations/:organisationId/calendar/days',
    callers: keepers,
    input: z.object({
      organisationId: idOf<'organisation'>(),
      day: DaySchema,
      isWorking: z.boolean(),
      reason: Reason,
    }),
    output: z.object({ id: idOf<'calendarDay'>() }),
  },
  changeCalendarDay: {
    method: 'PUT',
    path: '/calendar/days/:id',
    callers: keepers,
    input: z.object({
      id: idOf<'calendarDay'>(),
      rowVersion: RowVersion,
      /** Null: nothing of its own any more; what is above it holds, or the country. */
      isWorking: z.boolean().nullable(),
      reason: Reason,
    }),
    output: Done,
  },
  addCalendarPeriods: {
    method: 'POST',
    path: '/organisations/:organisationId/calendar/periods',
    callers: keepers,
    input: z.object({
      organisationId: idOf<'organisation'>(),
      periods: z.array(Period).min(1).max(MOST_AT_ONCE),
    }),
    output: z.object({ ids: z.array(idOf<'calendarPeriod'>()) }),
  },
  changeCalendarPeriod: {
    method: 'PUT',
    path: '/calendar/periods/:id',
    callers: keepers,
    input: z.object({ ...OnePeriod.shape, ...Period.shape }),
    output: Done,
  },
  removeCalendarPeriod: {
    method: 'DELETE',
    path: '/calendar/periods/:id',
    callers: keepers,
    input: OnePeriod,
    output: Done,
  },
  /** Where a deadline on a day off is shown. */
  setDayOffRule: {
    method: 'PUT',
    path: '/organisations/:organisationId/calendar/rule',
    callers: keepers,
    input: z.object({ organisationId: idOf<'organisation'>(), rowVersion: RowVersion, rule: z.enum(dayOffRules) }),
    output: Done,
  },
})

export type CalendarView = z.infer<typeof CalendarView>
