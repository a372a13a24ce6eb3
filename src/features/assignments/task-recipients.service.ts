import { type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { reaches } from '../../kernel/actor.ts'
import type { ActivityId } from '../../kernel/id.ts'
import { isoMoment } from '../../server/columns.ts'
import { preparedRead, type Reading } from '../../server/prepared-read.ts'
import type { Work } from '../../server/work.ts'
import { organisations } from '../organisations/tables.ts'
import { controlReleases, exemptions, submissions, taskRecipients } from './tables.ts'

/** Whoever was given a task; the moment is written as the wire has it. */
export type TaskRecipient = { organisation: RecipientOrganisation; seenAt: string | null }
export type RecipientOrganisation = Pick<
  typeof organisations.$inferSelect,
  'id' | 'kind' | 'path' | 'shortName' | 'fullName' | 'timeZone'
>

type OfTask = { row: { activityId: ActivityId }; owner: { path: string } }

/** Each of these tasks with those of its recipients whom the actor may see: all of them, or those whom `read` tells of. */
export async function withRecipients<T extends OfTask>(
  work: Work,
  found: T[],
  read = everybodyAsked,
): Promise<(T & { recipients: TaskRecipient[] })[]> {
  if (found.length === 0) return []
  const rows = await read(work, { ids: found.map((one) => one.row.activityId) })
  const everybody = rows.find((one) => one.activityId === null)?.organisations ?? []
  const recipients = new Map(rows.map((one) => [one.activityId, one.recipients]))
  const isSeen = everybody.map((one) => reaches(work.actor, one))
  return found.map((task) => {
    const seesAll = reaches(work.actor, task.owner)
    const seen: TaskRecipient[] = []
    for (const [place, seenAt] of recipients.get(task.row.activityId) ?? []) {
      const organisation = everybody[place]
      // A school sees itself among the recipients, and nobody else.
      if (organisation && (seesAll || isSeen[place])) seen.push({ organisation, seenAt })
    }
    return { ...task, recipients: seen }
  })
}

/** A task with the places of its recipients; or, without a task, who has which place. */
type RecipientsRow = {
  activityId: ActivityId | null
  organisations: RecipientOrganisation[] | null
  recipients: [place: number, seenAt: string | null][] | null
}

type Asked = { ids: ActivityId[] }

/**
 * One row for each task, and one for everybody: a region's tasks ask the same schools again and again, so each is told
 * of once. Places are given where the rows stand; joined to a list of them, each row would be held against the list.
 */
function recipientsBy(name: string, ofThese: (asked: Reading<Asked>['asked']) => SQL = () => sql`true`) {
  return preparedRead<Asked, RecipientsRow>(name, ({ db, asked, visible }) => {
    const { id, kind, path, shortName, fullName, timeZone } = organisations
    return db
      .select({
        activityId: sql<ActivityId | null>`told.activity_id`,
        organisations: sql<RecipientOrganisation[] | null>`told.organisations`,
        recipients: sql<[number, string | null][] | null>`told.recipients`,
      })
      .from(sql`(
        with given as materialized (
          select ${taskRecipients.activityId}, ${isoMoment(taskRecipients.seenAt)} as seen_at,
            ${id}, ${kind}, ${path}, ${shortName}, ${fullName}, ${timeZone},
            dense_rank() over (order by ${shortName}, ${id}) - 1 as place
          from ${taskRecipients} join ${organisations} on ${id} = ${taskRecipients.organisationId}
          where ${taskRecipients.activityId} = any(${asked('ids')}::uuid[]) and ${visible(taskRecipients)} and ${ofThese(asked)})
        select null::uuid as activity_id, json_agg(json_build_object('id', id, 'kind', kind, 'path', path,
          'shortName', short_name, 'fullName', full_name, 'timeZone', time_zone) order by place) as organisations,
          null::json as recipients
        from (select distinct on (place) * from given order by place) as one
        union all
        select activity_id, null, json_agg(json_build_array(place, seen_at) order by place)
        from given group by activity_id) as told`)
  })
}

/** Nothing took the recipient's part out of the demand or off control, nor was it accepted. */
function isUnfinished(asked: Reading<Asked>['asked']): SQL {
  return sql`${isUnreleased(asked)} and ${isIn(submissions, asked, sql`status = 'accepted'`)} is not true`
}

function isUnreleased(asked: Reading<Asked>['asked']): SQL {
  const stands = sql`revoked_at is null`
  return sql`${isIn(controlReleases, asked, stands)} is not true and ${isIn(exemptions, asked, stands)} is not true`
}

/** Read once for all recipients of these tasks, not again for each of them. */
function isIn(table: PgTable, asked: Reading<Asked>['asked'], only: SQL): SQL {
  return sql`((${taskRecipients.activityId}, ${taskRecipients.organisationId}) in (
    select f.activity_id, f.organisation_id from ${table} f
    where f.activity_id = any(${asked('ids')}::uuid[]) and f.${only}))`
}

const everybodyAsked = recipientsBy('recipients')
export const unfinished = recipientsBy('recipients-unfinished', isUnfinished)
export const unfinishedForController = recipientsBy('recipients-of-controller', isUnreleased)
