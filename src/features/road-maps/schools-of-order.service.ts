import { refuseUnless } from '../../kernel/refusal.ts'
import type { Work } from '../../server/work.ts'
import { comparableName } from '../organisations/organisation.ts'
import { organisationsService } from '../organisations/organisations.service.ts'
import { createOrganisations, listOpenOrganisations, type Organisation } from '../organisations/service.ts'
import type { UnderstoodOrganisation } from './understanding.ts'

/**
 * Every school that is to take part exists afterwards, once: one that was made meanwhile under the same name is taken,
 * and a choice from another authority is refused.
 */
export async function makeSchools(
  work: Work,
  authority: Organisation,
  wanted: readonly UnderstoodOrganisation[],
): Promise<UnderstoodOrganisation[]> {
  const known = (await listOpenOrganisations(work)).filter(
    (one) => one.kind === 'school' && one.path.startsWith(authority.path),
  )
  const ids = new Set(known.map((one) => one.id))
  const isForeign = wanted.some((one) => one.organisationId !== null && !ids.has(one.organisationId))
  refuseUnless(!isForeign, 'unprocessable', 'import.organisation-unknown')

  const twinOf = ({ fullName, shortName }: UnderstoodOrganisation) => {
    const names = [fullName, shortName].map(comparableName)
    return known.find((school) => names.includes(comparableName(school.fullName)))
  }
  const fresh = wanted.filter((one) => isToBeMade(one) && !twinOf(one))
  const made = await createOrganisations(
    work,
    fresh.map(({ shortName, fullName }) => {
      return { kind: 'school', parent: authority, shortName, fullName: fullName.trim() || shortName }
    }),
  )
  const madeFor = new Map(fresh.map((one, index) => [one, made[index]]))
  return wanted.map((one) => {
    const school = isToBeMade(one) ? (twinOf(one) ?? madeFor.get(one)) : null
    return school ? { ...one, organisationId: school.id } : one
  })
}

/** The order's heading names the authority in full; a name that differs only in spelling stays. */
export async function nameAuthority(work: Work, authority: Organisation, fullName: string): Promise<void> {
  const isSame = comparableName(authority.fullName) === comparableName(fullName)
  if (isSame || fullName.trim().length < 2) return
  const { id, rowVersion, shortName, timeZone, dayOffRule } = authority
  await organisationsService.changeOrganisation(work, { id, rowVersion, shortName, fullName, timeZone, dayOffRule })
}

function isToBeMade({ included, organisationId }: UnderstoodOrganisation): boolean {
  return included && organisationId === null
}
