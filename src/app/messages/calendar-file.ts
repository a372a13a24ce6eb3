import ical, { ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import type { CalendarDate } from '../../features/assignments/calendar-date.ts'
import { startOf } from '../../kernel/day.ts'
import type { Language } from '../../kernel/words.ts'
import { sentencesOf } from '../../server/sentences.ts'
import { calendarWords } from './calendar-words.ts'
import { pathOfCell } from './links.ts'

const words = sentencesOf([calendarWords])

type Say = (key: keyof typeof calendarWords.ru, values?: Record<string, string | number>) => string
type Feed = { dates: readonly CalendarDate[]; now: Date; publicUrl: string; language: Language }

/** An hour of a deadline is shown before it, not after. */
const DEADLINE_MS = 30 * 60_000
const REFRESH_SECONDS = 6 * 3600

/**
 * The dates as an .ics file. Days are days and hours are moments in UTC: a time zone of the calendar's own would need its
 * definition inside, and programs read a lone name each in its own way. A date that moves keeps its UID and grows its SEQUENCE.
 */
export function calendarFile({ dates, now, publicUrl, language }: Feed): string {
  const say: Say = (key, values = {}) => words(key, values, language)
  const { hostname } = new URL(publicUrl)
  const calendar = ical({
    name: say('name'),
    prodId: { company: 'Opora', product: 'calendar', language: language.toUpperCase() },
    ttl: REFRESH_SECONDS,
  })
  for (const date of dates) {
    const { activityId, window, kind, revision, programmeId, organisationId } = date
    calendar.createEvent({
      id: `${activityId}.${window}.${kind}@${hostname}`,
      sequence: revision,
      stamp: now,
      ...timeOf(date),
      summary: summaryOf(date, say),
      description: date.asked > 1 ? say('unfinished', { count: date.unfinished, asked: date.asked }) : null,
      url: `${publicUrl}${pathOfCell({ activityId, programmeId, organisationId })}`,
      status: ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  }
  return calendar.toString()
}

function timeOf({ day, time, timeZone }: CalendarDate) {
  if (time === null) return { start: new Date(`${day}T00:00:00Z`), allDay: true }
  const [hours, minutes] = time.split(':').map(Number)
  const end = new Date(startOf(day, timeZone).getTime() + ((hours ?? 0) * 60 + (minutes ?? 0)) * 60_000)
  return { start: new Date(end.getTime() - DEADLINE_MS), end }
}

function summaryOf({ kind, number, title, unfinished }: CalendarDate, say: Say): string {
  const what = `${number ?? ''} ${title}`.trim()
  if (kind === 'begins') return say('begins', { what })
  return say(unfinished === 0 ? 'done' : 'due', { what })
}
