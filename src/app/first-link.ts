import { isNull, sql } from 'drizzle-orm'
import { createInvitation } from '../features/access/links.service.ts'
import { people } from '../features/access/tables.ts'
import type { Perform } from './perform.ts'

/** The link at which the first person sets Opora up; null when somebody is there already. */
export async function firstLink(perform: Perform, url: string): Promise<string | null> {
  return perform({ kind: 'operator' }, async (work) => {
    const [known] = await work.db.select({ is: sql`1` }).from(people).where(isNull(people.disabledAt)).limit(1)
    if (known) return null
    return `${url}/link#${work.tokenOf(await createInvitation(work, 'first', null))}`
  })
}
