import { createInvitation } from '../../features/access/links.service.ts'
import { createPerson, giveRole } from '../../features/access/people.service.ts'
import { startSession } from '../../features/access/sessions.service.ts'
import { createOrganisation, listOrganisations, type Organisation } from '../../features/organisations/service.ts'
import type { PersonActor } from '../../kernel/actor.ts'
import { newId } from '../../kernel/id.ts'
import type { Work } from '../../server/work.ts'
import type { Perform } from '../perform.ts'
import type { DemoPerson } from './people.ts'

/** A person of the demonstration with the token of her link. */
export type Settled = { person: DemoPerson; actor: PersonActor; token: string }

const AUTHORITY = 'Управление образования Заречного округа'
const TIME_ZONE = 'Asia/Yekaterinburg'

/** The region and the authority; schools and the institute come from the order. */
export function foundDistrict(perform: Perform): Promise<{ region: Organisation; authority: Organisation }> {
  return perform({ kind: 'operator' }, async (work) => {
    const make = (kind: Organisation['kind'], parent: Organisation | null, shortName: string) =>
      createOrganisation(work, { kind, parent, shortName, fullName: shortName, timeZone: TIME_ZONE })
    const region = await make('region', null, 'Заозёрская область')
    const authority = await make('authority', region, AUTHORITY)
    return { region, authority }
  })
}

/** Gives a person her roles and a link that signs in again and again. */
export function settle(perform: Perform, person: DemoPerson, place: Organisation): Promise<Settled> {
  return perform({ kind: 'operator' }, async (work) => {
    const personId = await createPerson(work, { name: person.name, position: person.position })
    for (const role of person.roles) await giveRole(work, personId, role, place.id)
    const invitation = await createInvitation(work, 'demonstration', personId)
    if (!person.isSilent) await startSession(work, personId, 'password')
    const memberships = person.roles.map((role) => ({
      role,
      organisationId: place.id,
      path: place.path,
      substitutesFor: null,
    }))
    const actor: PersonActor = { kind: 'person', personId, name: person.name, sessionId: newId(), memberships }
    return { person, actor, token: work.tokenOf(invitation) }
  })
}

/** The schools in the order in which the paper names them. */
export async function listSchools(work: Work, names: readonly string[]): Promise<Organisation[]> {
  const known = await listOrganisations(work)
  return names.flatMap((name) => known.find((one) => one.shortName === name || one.fullName === name) ?? [])
}
