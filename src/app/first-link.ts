import { inviteFirst } from '../features/access/operator-links.service.ts'
import type { Perform } from './perform.ts'

/** The address at which the first person sets Opora up; null when somebody is there already. */
export async function firstLink(perform: Perform, url: string): Promise<string | null> {
  return perform({ kind: 'operator' }, async (work) => {
    const id = await inviteFirst(work)
    return id && `${url}/link#${work.tokenOf(id)}`
  })
}
