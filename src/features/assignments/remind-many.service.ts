import { and, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { refuseUnless } from '../../kernel/refusal.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Work } from '../../server/work.ts'
import { recordAll } from '../audit/service.ts'
import { organisations } from '../organisations/tables.ts'
import { activities } from '../road-maps/tables.ts'
import type { CellId } from './accept-many.service.ts'
import { guides } from './permission.ts'
import './words.ts'

/** «Напомнить» over many cells: what a reminder says is told to the schools by the house; the others are left out. */
export async function remindMany(work: Work, { cells }: { cells: CellId[] }): Promise<{ reminded: number }> {
  const owners = alias(organisations, 'owner')
  const activityIds = cells.map((one) => one.activityId)
  const organisationIds = cells.map((one) => one.organisationId)
  const known = await work.db
    .select({
      activityId: activities.id,
      organisation: { id: organisations.id, path: organisations.path, kind: organisations.kind },
      authority: { path: owners.path },
    })
    .from(
      sql`unnest(${sql.param(activityIds)}::uuid[], ${sql.param(organisationIds)}::uuid[]) as asked (activity_id, organisation_id)`,
    )
    .innerJoin(activities, eq(activities.id, sql`asked.activity_id`))
    .innerJoin(owners, eq(owners.id, activities.ownerId))
    .innerJoin(organisations, eq(organisations.id, sql`asked.organisation_id`))
    .where(and(visibleTo(work.actor, activities), visibleTo(work.actor, organisations)))
  const mine = known.filter((one) => one.organisation.kind === 'school' && guides(work.actor, one))
  // In the order in which they were chosen: a reminder of many names the first.
  const own = cells.flatMap((cell) =>
    mine.filter((one) => one.activityId === cell.activityId && one.organisation.id === cell.organisationId).slice(0, 1),
  )
  refuseUnless(own.length > 0, 'forbidden', 'assignment.nobody-to-remind')
  await recordAll(
    work,
    own.map(({ activityId, organisation }) => ({
      action: 'reminder.sent',
      subjectId: activityId,
      organisationId: organisation.id,
    })),
  )
  return { reminded: new Set(own.map(({ organisation }) => organisation.id)).size }
}
