import { type SQL, sql } from 'drizzle-orm'
import type { PersonId } from '../../kernel/id.ts'
import type { Work } from '../../server/work.ts'

/** `path`: of the organisation whose subtree the act reaches over. */
type Erasure = { personId: PersonId; patterns: readonly string[]; act: string; path: string }

/**
 * Removes the values of entries about a person, and of all that name her, of her own deeds and of her district's; each
 * leaves the act's number in their place.
 */
export async function eraseValues(work: Work, { personId, patterns, act, path }: Erasure) {
  const { rowCount } = await work.db.execute(sql`
    with gone as (
      delete from audit_value v using audit_entry e
      where e.id = v.entry_id and (e.subject_id = ${personId}
        or (concat_ws(' ', v.before, v.after) ~ any(${sql.param([...patterns])}::text[])
          and (e.person_id = ${personId} or ${isBelow(path)})))
      returning v.entry_id)
    insert into audit_erasure (entry_id, erased_at, act)
    select g.entry_id, ${work.now.toISOString()}::timestamptz, ${act} from gone g`)
  return { title: 'Журнал: значения «было» и «стало»', count: rowCount ?? 0 }
}

/** Of an organisation there; where an entry names none, by or about a person who belongs there. */
function isBelow(path: string): SQL {
  const places = sql`select o.id from organisation o where starts_with(o.path, ${path})`
  const people = sql`select m.person_id from membership m where m.organisation_id in (${places})`
  return sql`(e.organisation_id in (${places}) or (e.organisation_id is null
    and (e.person_id in (${people}) or e.subject_id in (select own.id::text from (${people}) own (id)))))`
}
