import { type Column, type SQL, sql } from 'drizzle-orm'
import { holdsSomewhere, personIdOf } from '../../kernel/actor.ts'
import { visibleTo } from '../../server/visibility.ts'
import type { Service, Work } from '../../server/work.ts'
import { accessContract } from '../access/contract.ts'
import { people } from '../access/tables.ts'
import { tasks } from '../assignments/tables.ts'
import { organisations } from '../organisations/tables.ts'
import { programmes } from '../programmes/tables.ts'
import { activityRevisions, roadMapRevisions, roadMaps } from '../road-maps/tables.ts'
import type { Found, searchContract } from './contract.ts'
import { MOST_FOUND, wordsOf } from './found.ts'

const MOST_OF_A_KIND = 8
/** A fast typist asks two times a second. */
const MOST_A_MINUTE = 120

export const searchService: Service<typeof searchContract> = {
  async find(work, { words: typed }) {
    const words = wordsOf(typed)
    if (words.length === 0) return { found: [] }
    await work.limit(`search:${personIdOf(work.actor)}`, MOST_A_MINUTE, 60)
    const { rows } = await work.db.execute<FoundRow>(sql`
      select kind, id, title, note, programme_id from (
        ${organisationsWith(work, words)} union all ${activitiesWith(work, words)}
        union all ${tasksWith(work, words)} union all ${peopleWith(work, words)}) found
      order by rank, kind_rank, title limit ${MOST_FOUND}`)
    return { found: rows.map(({ programme_id: programmeId, ...row }) => ({ ...row, programmeId })) }
  },
}

type FoundRow = Omit<Found, 'programmeId'> & { programme_id: Found['programmeId'] }

/** Each word somewhere in the text. Under the guard of rows no index of letters is of use: those who may be seen are read. */
function holdsAll(words: readonly string[], text: SQL): SQL {
  const each = words.map((word) => sql`${plain(text)} like ${`%${escaped(word)}%`}`)
  return sql`(${sql.join(each, sql` and `)})`
}

/** What begins with the first word stands before what only holds it. */
function rankOf([first = '']: readonly string[], title: Column): SQL {
  return sql`case when ${plain(sql`${title}`)} like ${`${escaped(first)}%`} then 0 else 1 end`
}

function plain(text: SQL): SQL {
  return sql`replace(lower(${text}), 'ё', 'е')`
}

function escaped(word: string): string {
  return word.replace(/[\\%_]/g, '\\$&')
}

function organisationsWith({ actor }: Work, words: readonly string[]): SQL {
  const { id, shortName, fullName } = organisations
  return sql`(select 'organisation' as kind, ${id}::text as id, ${shortName} as title, ${fullName} as note,
      null::uuid as programme_id, ${rankOf(words, shortName)} as rank, 0 as kind_rank
    from ${organisations}
    where ${visibleTo(actor, organisations)} and ${holdsAll(words, sql`${shortName} || ' ' || ${fullName}`)}
    order by rank, title limit ${MOST_OF_A_KIND})`
}

/** Of the plans in force, the newest project first. */
function activitiesWith({ actor }: Work, words: readonly string[]): SQL {
  const { title, number, activityId, revisionId } = activityRevisions
  return sql`(select 'activity', ${activityId}::text, concat_ws(' ', ${number}, ${title}),
      ${programmes.title} || ', ' || ${programmes.year}, ${programmes.id}, ${rankOf(words, title)} as rank, 1
    from ${activityRevisions}
    join ${roadMapRevisions} on ${roadMapRevisions.id} = ${revisionId} and ${roadMapRevisions.status} = 'approved'
    join ${roadMaps} on ${roadMaps.id} = ${roadMapRevisions.roadMapId}
    join ${programmes} on ${programmes.id} = ${roadMaps.programmeId}
    where ${visibleTo(actor, activityRevisions)} and ${visibleTo(actor, programmes)}
      and ${holdsAll(words, sql`coalesce(${number}, '') || ' ' || ${title}`)}
    order by rank, ${programmes.year} desc, ${activityRevisions.position} limit ${MOST_OF_A_KIND})`
}

function tasksWith({ actor }: Work, words: readonly string[]): SQL {
  const { activityId, text, dueOn } = tasks
  return sql`(select 'task', ${activityId}::text, left(${text}, 200), to_char(${dueOn}, 'DD.MM.YYYY'), null::uuid,
      ${rankOf(words, text)} as rank, 2
    from ${tasks} where ${visibleTo(actor, tasks)} and ${holdsAll(words, sql`${text}`)}
    order by rank, ${dueOn} desc limit ${MOST_OF_A_KIND})`
}

/** People are found by whoever may open their list. */
function peopleWith({ actor }: Work, words: readonly string[]): SQL {
  const { id, name, position, disabledAt } = people
  const mayOpen = holdsSomewhere(actor, accessContract.listPeople.callers)
  return sql`(select 'person', ${id}::text, ${name}, ${position}, null::uuid, ${rankOf(words, name)} as rank, 3
    from ${people} where ${mayOpen ? visibleTo(actor, people) : sql`false`} and ${disabledAt} is null
      and ${holdsAll(words, sql`${name} || ' ' || ${position}`)}
    order by rank, ${name} limit ${MOST_OF_A_KIND})`
}
