import { newId } from '../../kernel/id.ts'
import type { Service } from '../../server/work.ts'
import { record } from '../audit/service.ts'
import { foundRegionAbove } from '../organisations/region-above.service.ts'
import type { accessContract } from './contract.ts'
import { personOf } from './sessions.service.ts'
import { memberships } from './tables.ts'

/** Whoever puts a region above her authorities administers it: its municipalities are hers to add. */
export const regionAboveService: Pick<Service<typeof accessContract>, 'addRegionAbove'> = {
  async addRegionAbove(work, wanted) {
    const { personId } = personOf(work)
    const region = await foundRegionAbove(work, wanted)
    const role = 'administrator' as const
    await work.db.insert(memberships).values({ id: newId(), personId, organisationId: region.id, role })
    const given = { subjectId: personId, organisationId: region.id, after: { role } }
    await record(work, { action: 'membership.given', ...given })
    return region
  },
}
