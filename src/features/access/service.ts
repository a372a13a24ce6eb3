import type { Service } from '../../server/work.ts'
import type { accessContract } from './contract.ts'
import { invitationsService } from './invitations.service.ts'
import { linksService } from './links.service.ts'
import { meService } from './me.service.ts'
import { peopleService } from './people.service.ts'
import { regionAboveService } from './region-above.service.ts'
import { signInService } from './sign-in.service.ts'
import { substitutionsService } from './substitutions.service.ts'

/** Sign-in, links, people and substitutions of one installation. */
export function accessService(installation: {
  publicUrl: string
  isDemonstration: boolean
}): Service<typeof accessContract> {
  return {
    ...meService(installation),
    ...signInService,
    ...linksService,
    ...peopleService,
    ...invitationsService,
    ...substitutionsService,
    ...regionAboveService,
  }
}
