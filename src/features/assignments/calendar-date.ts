import type { Day } from '../../kernel/day.ts'
import type { ActivityId, OrganisationId, ProgrammeId } from '../../kernel/id.ts'

/** A day of somebody's calendar: something begins, or is due. */
export type CalendarDate = {
  kind: 'begins' | 'due'
  activityId: ActivityId
  /** Which of its windows, so that a date that moves stays the same date. */
  window: number
  programmeId: ProgrammeId | null
  number: string | null
  title: string
  day: Day
  /** «16:00» on the organisation's wall; null for the whole day. */
  time: string | null
  timeZone: string
  /** Grows whenever the text or the day of it is changed. */
  revision: number
  /** Of the organisations that the reader sees: how many are asked, and how many have not finished. */
  asked: number
  /** The only one of them; null where there are several. */
  organisationId: OrganisationId | null
  unfinished: number
}
