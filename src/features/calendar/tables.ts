import { boolean, pgTable, text } from 'drizzle-orm/pg-core'
import { dayColumn, idColumn, momentColumn, rowVersionColumn } from '../../server/columns.ts'
import { declareVisibility } from '../../server/visibility.ts'
import { sharedDown } from '../organisations/visibility.ts'
import type { CalendarPeriodKind } from './calendar.ts'

/** A day that an authority works or has off otherwise than the country; it holds for everything below. */
export const calendarDays = pgTable('calendar_day', {
  id: idColumn<'calendarDay'>('id').primaryKey(),
  organisationId: idColumn<'organisation'>('organisation_id').notNull(),
  day: dayColumn('day').notNull(),
  /** Null: nothing of its own any more; what is above it holds, or the country. */
  isWorking: boolean('is_working'),
  /** Why, by which paper. */
  reason: text('reason').notNull(),
  recordedAt: momentColumn('recorded_at').notNull(),
  rowVersion: rowVersionColumn(),
})

/** School holidays, weeks of ВПР and ГИА, as the authority has set them. */
export const calendarPeriods = pgTable('calendar_period', {
  id: idColumn<'calendarPeriod'>('id').primaryKey(),
  organisationId: idColumn<'organisation'>('organisation_id').notNull(),
  kind: text('kind').$type<CalendarPeriodKind>().notNull(),
  title: text('title').notNull(),
  startsOn: dayColumn('starts_on').notNull(),
  endsOn: dayColumn('ends_on').notNull(),
  removedAt: momentColumn('removed_at'),
  rowVersion: rowVersionColumn(),
})

declareVisibility(calendarDays, sharedDown(calendarDays.organisationId))
declareVisibility(calendarPeriods, sharedDown(calendarPeriods.organisationId))
