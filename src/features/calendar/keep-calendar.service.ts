import { and, eq, isNull, sql } from 'drizzle-orm'
import { done } from '../../kernel/contract.ts'
import { newId, type OrganisationId } from '../../kernel/id.ts'
import { Refusal, refuseUnless } from '../../kernel/refusal.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Service, Work } from '../../server/work.ts'
import { record, recordAll } from '../audit/service.ts'
import { changeRow, loadOrganisation, type Organisation } from '../organisations/service.ts'
import { type CalendarPeriod, canKeepCalendar, hasCalendar } from './calendar.ts'
import type { calendarContract } from './contract.ts'
import { calendarDays, calendarPeriods } from './tables.ts'
import './words.ts'

export const keepCalendarService: Omit<Service<typeof calendarContract>, 'loadCalendar'> = {
  async addCalendarDay(work, { organisationId, ...said }) {
    await loadToKeep(work, organisationId)
    const row = { ...said, id: newId<'calendarDay'>(), organisationId, recordedAt: work.now }
    const [made] = await work.db.insert(calendarDays).values(row).onConflictDoNothing().returning()
    refuseUnless(made, 'conflict', 'calendar.day-known')
    await record(work, { action: 'calendar.day-set', subjectId: row.id, organisationId, after: said })
    return { id: row.id }
  },

  async changeCalendarDay(work, { id, rowVersion, ...said }) {
    const [before] = await work.db
      .select()
      .from(calendarDays)
      .where(and(eq(calendarDays.id, id), visibleTo(work.actor, calendarDays)))
    refuseUnless(before, 'missing', 'calendar.missing')
    await loadToKeep(work, before.organisationId)
    const [after] = await work.db
      .update(calendarDays)
      .set({ ...said, recordedAt: work.now, rowVersion: rowVersion + 1 })
      .where(and(eq(calendarDays.id, id), eq(calendarDays.rowVersion, rowVersion)))
      .returning()
    if (!after) throw await changedMeanwhile(work, calendarDays, id)
    const { organisationId } = before
    await record(work, { action: 'calendar.day-changed', subjectId: id, organisationId, before, after })
    return done
  },

  async addCalendarPeriods(work, { organisationId, periods }) {
    await loadToKeep(work, organisationId)
    const rows = periods.map((one) => ({ ...forwards(one), id: newId<'calendarPeriod'>(), organisationId }))
    await work.db.insert(calendarPeriods).values(rows)
    await recordAll(
      work,
      rows.map((row) => ({ action: 'calendar.period-added', subjectId: row.id, organisationId, after: row })),
    )
    return { ids: rows.map(({ id }) => id) }
  },

  async changeCalendarPeriod(work, { id, rowVersion, ...said }) {
    await changePeriod(work, { id, rowVersion }, { action: 'calendar.period-changed', change: forwards(said) })
    return done
  },

  async removeCalendarPeriod(work, { id, rowVersion }) {
    const change = { removedAt: work.now }
    await changePeriod(work, { id, rowVersion }, { action: 'calendar.period-removed', change })
    return done
  },

  async setDayOffRule(work, { organisationId, rowVersion, rule }) {
    const before = await loadToKeep(work, organisationId)
    const after = await changeRow(work, { id: organisationId, rowVersion }, { dayOffRule: rule })
    await record(work, { action: 'calendar.rule-set', subjectId: organisationId, organisationId, before, after })
    return done
  },
}

type PeriodRow = typeof calendarPeriods.$inferSelect
type Doing = { action: 'calendar.period-changed' | 'calendar.period-removed'; change: Partial<PeriodRow> }

async function changePeriod(
  work: Work,
  { id, rowVersion }: Pick<PeriodRow, 'id' | 'rowVersion'>,
  { action, change }: Doing,
): Promise<void> {
  const [before] = await work.db
    .select()
    .from(calendarPeriods)
    .where(and(eq(calendarPeriods.id, id), visibleTo(work.actor, calendarPeriods)))
  refuseUnless(before, 'missing', 'calendar.missing')
  await loadToKeep(work, before.organisationId)
  const [after] = await work.db
    .update(calendarPeriods)
    .set({ ...change, rowVersion: rowVersion + 1 })
    .where(
      and(eq(calendarPeriods.id, id), eq(calendarPeriods.rowVersion, rowVersion), isNull(calendarPeriods.removedAt)),
    )
    .returning()
  if (!after) throw await changedMeanwhile(work, calendarPeriods, id)
  await record(work, { action, subjectId: id, organisationId: before.organisationId, before, after })
}

function forwards<T extends Pick<CalendarPeriod, 'startsOn' | 'endsOn'>>(period: T): T {
  refuseUnless(period.startsOn <= period.endsOn, 'unprocessable', 'calendar.period-backwards')
  return period
}

async function loadToKeep(work: Work, id: OrganisationId): Promise<Organisation> {
  const place = await loadOrganisation(work, id)
  refuseUnless(canKeepCalendar(work.actor, place), 'forbidden', 'calendar.not-yours')
  refuseUnless(hasCalendar(place), 'unprocessable', 'calendar.not-here')
  return place
}

/** Somebody was quicker: the version in force is read again after a guarded write that found nothing. */
async function changedMeanwhile(
  work: Work,
  table: typeof calendarDays | typeof calendarPeriods,
  id: string,
): Promise<Refusal> {
  const [current] = await work.db
    .select({ rowVersion: table.rowVersion })
    .from(table)
    .where(and(sql`${table.id} = ${id}`, visibleTo(work.actor, table)))
  return new Refusal('stale', 'calendar.changed-meanwhile', { current })
}
