import { createContext, use, useMemo } from 'react'
import type { OrganisationId } from '../../../kernel/id.ts'
import { useCall } from '../../../web/query.ts'
import { bareCalendar, type PlaceCalendar } from '../../calendar/place-calendar.ts'
import { calendarClient } from '../../calendar/web/calendar-client.ts'
import { changesOf } from '../../calendar/year-days.ts'

/** The days of the authority whose months are shown; until they are known, those of the country. */
export const PlaceDays = createContext<PlaceCalendar>(bareCalendar)

export function usePlaceDays(): PlaceCalendar {
  return use(PlaceDays)
}

/** A year of the one authority that is shown; of several at once the country's days hold. */
export function useYearOf(authorities: readonly OrganisationId[], year: number): PlaceCalendar {
  const [organisationId, ...others] = [...new Set(authorities)]
  const isOne = organisationId !== undefined && others.length === 0
  const { data } = useCall(calendarClient.loadCalendar, { year, organisationId }, { enabled: isOne })
  return useMemo(
    () => (data && isOne ? { dayChanges: changesOf(data.days), periods: data.periods } : bareCalendar),
    [data, isOne],
  )
}
