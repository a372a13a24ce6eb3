import { sql } from 'drizzle-orm'
import type { Work } from '../../server/work.ts'

type Erasure = { subjectId: string; patterns: readonly string[]; act: string }

/** Removes the values of entries about a person, and of all that name her; each leaves the act's number in their place. */
export async function eraseValues(work: Work, { subjectId, patterns, act }: Erasure) {
  const { rowCount } = await work.db.execute(sql`
    with gone as (
      delete from audit_value v using audit_entry e
      where e.id = v.entry_id and (e.subject_id = ${subjectId}
        or concat_ws(' ', v.before, v.after) ~ any(${sql.param([...patterns])}::text[]))
      returning v.entry_id)
    insert into audit_erasure (entry_id, erased_at, act)
    select g.entry_id, ${work.now.toISOString()}::timestamptz, ${act} from gone g`)
  return { title: 'Журнал: значения «было» и «стало»', count: rowCount ?? 0 }
}
